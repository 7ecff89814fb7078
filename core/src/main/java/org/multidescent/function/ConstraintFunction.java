package org.multidescent.function;

/** Constraints that are evaluated apart from the objective. */
@FunctionalInterface
public interface ConstraintFunction {

  /**
   * Computes all constraints at one position.
   *
   * @param x the position, in the problem's own coordinates; not to be changed
   * @param constraints receives the constraints' values: first those that must be 0 or below, then
   *     those that must be 0; one that is not written is not a number
   */
  void values(double[] x, double[] constraints);

  /** Computes constraints at many positions in one call. */
  @FunctionalInterface
  interface Batch {

    /**
     * Evaluates the first {@code count} positions. What is not written counts as not a number;
     * failures are told as by {@link BatchObjective#values}.
     *
     * @param positions position after position: coordinate {@code i} of position {@code k} stands
     *     at {@code k * dimension + i}; on loan for the length of the call
     * @param count how many positions to evaluate, 1 or more
     * @param constraints receives constraint {@code j} of position {@code k} at index {@code k *
     *     constraints + j}
     */
    void values(double[] positions, int count, double[] constraints);
  }
}
