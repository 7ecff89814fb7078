package org.multidescent.function;

/** An objective that takes many positions in one call and computes the gradient at each, too. */
@FunctionalInterface
public interface BatchValueAndGradient {

  /**
   * Evaluates the first {@code count} positions.
   *
   * @param positions position after position: coordinate {@code i} of position {@code k} stands at
   *     {@code k * dimension + i}; on loan for the length of the call
   * @param count how many positions to evaluate, 1 or more
   * @param values receives the value of position {@code k} at index {@code k}
   * @param gradients receives the partial derivatives at position {@code k}, in the order of the
   *     position's coordinates
   */
  void valuesAndGradients(double[] positions, int count, double[] values, double[] gradients);
}
