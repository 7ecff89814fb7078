package org.multidescent.engine.budget;

import org.multidescent.evaluation.StopSearch;

/** What tasks may use of the budget. Asked by the worker that performs a task. */
public interface TaskLimits {

  /**
   * Grants evaluations to a task that has none left.
   *
   * @param wanted how many it wants at least, 1 or more
   * @return how many it gets; 0: none, it ends
   * @throws StopSearch if the search has ended
   */
  long grantEvaluations(TaskCounters task, long wanted);

  /** Tells whether what is left of a grant of evaluations may be given back for a larger one. */
  default boolean areExchanged() {
    return false;
  }

  /** Tells whether a grant of evaluations is added to those before it, none of which is left. */
  default boolean areAdded() {
    return false;
  }

  /** Ends a grant of evaluations, some of which were not used. */
  void releaseEvaluations(long granted, long unused);

  /**
   * Grants steps to a task that has none left.
   *
   * @return how many it gets; 0: none, it ends
   * @throws StopSearch if the search has ended
   */
  long grantSteps(TaskCounters task);

  /** Ends a grant of steps, some of which were not used. */
  void releaseSteps(long granted, long unused);

  /** Tells whether the search goes on after an exception that the task has counted. */
  boolean isTolerated(TaskCounters task);
}
