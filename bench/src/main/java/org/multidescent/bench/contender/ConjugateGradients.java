package org.multidescent.bench.contender;

import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.MultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/** Nonlinear conjugate gradients after Polak and Ribière, with Hipparchus's own line search. */
final class ConjugateGradients implements RestartedOptimizer.Method {

  private static final double RELATIVE = 1e-14;
  private static final double ABSOLUTE = 1e-11;
  private static final int MOST_ITERATIONS = 1000;

  @Override
  public MultivariateOptimizer optimiser(UnitCube cube, long seed, int restart) {
    return new NonLinearConjugateGradientOptimizer(
        Formula.POLAK_RIBIERE, new SimpleValueChecker(RELATIVE, ABSOLUTE, MOST_ITERATIONS));
  }

  @Override
  public OptimizationData[] settings(UnitCube cube, int restart) {
    return new OptimizationData[] {new ObjectiveFunctionGradient(cube::gradient)};
  }
}
