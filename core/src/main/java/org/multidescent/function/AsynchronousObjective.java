package org.multidescent.function;

import java.util.concurrent.CompletionStage;

/**
 * An objective whose value comes later: from a service, a queue of jobs, an event loop.
 *
 * @see org.multidescent.problem.Problems#asynchronous
 */
@FunctionalInterface
public interface AsynchronousObjective {

  /**
   * Begins an evaluation.
   *
   * @param x the position; the objective may keep it
   * @return what completes with the value there, or with what failed: {@link
   *     EvaluationUnavailableException} if the evaluation could not be made. It is cancelled if the
   *     search ends before; one that is cancelled by others has failed
   */
  CompletionStage<Double> value(double[] x);
}
