package org.multidescent.bench.contender;

import java.util.Arrays;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.nonlinear.scalar.MultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937c;

/**
 * CMA-ES with a population that doubles at each restart (Auger and Hansen, "A restart CMA evolution
 * strategy with increasing population size", CEC 2005). The first population is 4 + 3 ln d, the
 * first step a fifth of the box, and a restart ends after 100 + 50 (d + 3)^2 / sqrt(population)
 * generations at the latest, as in Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009
 * function testbed", GECCO 2009.
 *
 * @param active whether unsuccessful steps reduce the covariance
 */
record Ipop(boolean active) implements RestartedOptimizer.Method {

  private static final double FIRST_STEP = 0.2;
  private static final int MOST_DOUBLINGS = 9;

  @Override
  public MultivariateOptimizer optimiser(UnitCube cube, long seed, int restart) {
    return new CMAESOptimizer(
        generations(cube.dimension(), population(cube.dimension(), restart)),
        Double.NEGATIVE_INFINITY,
        active,
        0,
        0,
        new Well19937c(31 * seed + restart),
        false,
        null);
  }

  @Override
  public OptimizationData[] settings(UnitCube cube, int restart) {
    double[] sigma = new double[cube.dimension()];
    Arrays.fill(sigma, FIRST_STEP);
    return new OptimizationData[] {
      new CMAESOptimizer.Sigma(sigma),
      new CMAESOptimizer.PopulationSize(population(cube.dimension(), restart)),
      cube.bounds()
    };
  }

  private static int population(int dimension, int restart) {
    int first = 4 + (int) (3 * Math.log(dimension));
    return first << Math.min(restart, MOST_DOUBLINGS);
  }

  private static int generations(int dimension, int population) {
    double square = (dimension + 3.0) * (dimension + 3.0);
    return (int) (100 + 50 * square / Math.sqrt(population));
  }
}
