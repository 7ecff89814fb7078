package org.multidescent.bench.contender;

import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.MultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** The downhill simplex of Nelder and Mead, first a tenth of the box wide. */
final class NelderMead implements RestartedOptimizer.Method {

  private static final double SIDE = 0.1;
  private static final double RELATIVE = 1e-14;
  private static final double ABSOLUTE = 1e-11;
  private static final int MOST_ITERATIONS = 10_000;

  @Override
  public MultivariateOptimizer optimiser(UnitCube cube, long seed, int restart) {
    return new SimplexOptimizer(new SimpleValueChecker(RELATIVE, ABSOLUTE, MOST_ITERATIONS));
  }

  @Override
  public OptimizationData[] settings(UnitCube cube, int restart) {
    return new OptimizationData[] {new NelderMeadSimplex(cube.dimension(), SIDE)};
  }
}
