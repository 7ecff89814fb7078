package org.multidescent.function;

/** The residuals of a model, for many positions in one call: vector units, an accelerator. */
@FunctionalInterface
public interface BatchResiduals {

  /**
   * Computes the residuals at the first {@code count} positions. A position whose residuals are not
   * all written has no value. Where single positions fail, the others' residuals are written and a
   * {@link BatchException} says what failed; any other exception counts once for each position.
   *
   * @param positions position after position: coordinate {@code j} of position {@code k} stands at
   *     {@code k * dimension + j}; on loan for the length of the call
   * @param count how many positions there are, 1 or more
   * @param residuals receives residual {@code i} of position {@code k} at {@code k * m + i}, where
   *     {@code m} is the number of residuals; it has room for no more than {@code count * m}
   * @throws BatchException if some positions failed
   * @throws EvaluationUnavailableException if evaluations could not be made, for a reason that is
   *     not the objective's
   */
  void residuals(double[] positions, int count, double[] residuals);
}
