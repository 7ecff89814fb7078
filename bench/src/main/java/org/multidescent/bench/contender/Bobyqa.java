package org.multidescent.bench.contender;

import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.nonlinear.scalar.MultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Powell's BOBYQA (2009) with the 2 d + 1 interpolation points he recommends, and a trust region
 * that begins with a tenth of the box.
 */
final class Bobyqa implements RestartedOptimizer.Method {

  private static final double FIRST_RADIUS = 0.1;
  private static final double LAST_RADIUS = 1e-9;

  @Override
  public MultivariateOptimizer optimiser(UnitCube cube, long seed, int restart) {
    return new BOBYQAOptimizer(2 * cube.dimension() + 1, FIRST_RADIUS, LAST_RADIUS);
  }

  @Override
  public OptimizationData[] settings(UnitCube cube, int restart) {
    return new OptimizationData[] {cube.bounds()};
  }
}
