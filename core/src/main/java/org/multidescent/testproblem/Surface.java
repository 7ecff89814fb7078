package org.multidescent.testproblem;

import org.jspecify.annotations.Nullable;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;

/** A test function that computes its value with or without its gradient, in one piece of code. */
@FunctionalInterface
interface Surface extends Objective, ValueAndGradient {

  /**
   * Returns the value.
   *
   * @param x the position
   * @param gradient receives the partial derivatives; null if they are not wanted
   * @return the value at {@code x}
   */
  double at(double[] x, double @Nullable [] gradient);

  @Override
  default double value(double[] x) {
    return at(x, null);
  }

  @Override
  default double valueAndGradient(double[] x, double[] gradient) {
    return at(x, gradient);
  }
}
