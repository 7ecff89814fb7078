package org.multidescent.function;

/**
 * An objective that takes many positions in one call: vector units, an accelerator, a remote
 * service.
 */
@FunctionalInterface
public interface BatchObjective {

  /**
   * Evaluates the first {@code count} positions. A value that is not written counts as NaN. Where
   * single positions fail, the others' values are written and a {@link BatchException} says what
   * failed; any other exception counts once for each position.
   *
   * @param positions position after position: coordinate {@code i} of position {@code k} stands at
   *     {@code k * dimension + i}; on loan for the length of the call
   * @param count how many positions to evaluate, 1 or more
   * @param values receives the value of position {@code k} at index {@code k}
   * @throws BatchException if some positions failed
   * @throws EvaluationUnavailableException if evaluations could not be made, for a reason that is
   *     not the objective's
   */
  void values(double[] positions, int count, double[] values);
}
