package org.multidescent.function;

/** An objective's value and its analytic gradient, computed together. */
@FunctionalInterface
public interface ValueAndGradient {

  /**
   * Computes the value and the gradient at {@code x}.
   *
   * @param x the position, one entry a coordinate; on loan for the length of the call
   * @param gradient receives the partial derivative along each coordinate, in the units of the
   *     value per unit of the coordinate
   * @return the value at {@code x}
   */
  double valueAndGradient(double[] x, double[] gradient);
}
