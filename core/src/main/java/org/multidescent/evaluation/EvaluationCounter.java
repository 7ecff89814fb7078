package org.multidescent.evaluation;

import org.multidescent.function.EvaluationUnavailableException;

/**
 * Who is told of every evaluation an {@link CountedOracle} makes: it grants it beforehand and sees
 * the value afterwards. Used by one thread at a time.
 */
public interface EvaluationCounter {

  /**
   * Grants one evaluation of the objective.
   *
   * @throws StopSearch if the search has ended or its budget is used up; the call is then not made
   */
  void beforeValue();

  /**
   * Grants one call of the analytic gradient.
   *
   * @throws StopSearch if the search has ended or its budget is used up; the call is then not made
   */
  void beforeGradient();

  /**
   * Grants up to {@code wanted} evaluations of the objective, to be made as one batch.
   *
   * @param wanted how many evaluations are wanted, 1 or more
   * @return how many are granted, 1 to {@code wanted}
   * @throws StopSearch if none is granted
   */
  int beforeValues(int wanted);

  /**
   * Grants up to {@code wanted} calls of the objective with its gradient, to be made as one batch.
   *
   * @param wanted how many evaluations are wanted, 1 or more
   * @return how many are granted, 1 to {@code wanted}; by default 1
   * @throws StopSearch if none is granted
   */
  default int beforeGradients(int wanted) {
    beforeGradient();
    return 1;
  }

  /**
   * Tells the value a call returned.
   *
   * @param value the value, perhaps NaN or infinite
   * @param u the array that holds the position in working coordinates; not kept
   * @param offset where the position begins
   */
  void after(double value, double[] u, int offset);

  /**
   * Tells that an analytic gradient was not finite.
   *
   * @param slope the first partial derivative that is NaN or infinite
   * @param u the array that holds the position in working coordinates; not kept
   * @param offset where the position begins
   */
  default void brokenGradient(double slope, double[] u, int offset) {}

  /**
   * Tells that a call threw; {@link #after} is not called for it.
   *
   * @param cause what was thrown
   * @param u the array that holds the position in working coordinates; not kept
   * @param offset where the position begins
   * @return the value to go on with, if the search tolerates the failure
   * @throws StopSearch if the search ends for it
   */
  double failed(Throwable cause, double[] u, int offset);

  /**
   * Tells that evaluations were not made, for a reason that is not the objective's: they are not
   * counted, and the search ends.
   *
   * @param cause what says so
   * @param values how many evaluations of the objective that were granted were not made
   * @param gradients how many calls of the gradient
   * @return what is to be thrown
   */
  default RuntimeException unavailable(
      EvaluationUnavailableException cause, int values, int gradients) {
    return cause;
  }
}
