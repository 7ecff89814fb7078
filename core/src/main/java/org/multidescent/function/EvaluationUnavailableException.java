package org.multidescent.function;

/**
 * Thrown by an evaluator, or an objective, that could not make an evaluation for a reason that is
 * not the objective's: a service is gone, a cluster was stopped, the call was {@linkplain
 * org.multidescent.problem.Evaluator#cancellation cancelled}. A search that meets it ends as
 * failed, with this exception as the cause, whatever its failure policy tolerates; the evaluation
 * is not counted. So the search may be resumed from its checkpoint and make the evaluation again.
 */
public class EvaluationUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates an exception.
   *
   * @param message what is not available
   */
  public EvaluationUnavailableException(String message) {
    super(message);
  }

  /**
   * Creates an exception.
   *
   * @param message what is not available
   * @param cause what told so
   */
  public EvaluationUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
