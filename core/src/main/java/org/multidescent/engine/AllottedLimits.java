package org.multidescent.engine;

import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.TaskLimits;
import org.multidescent.report.Fault;

/**
 * The limits of tasks of a reproducible search: what they need was granted when they were
 * dispatched, and what a step needs beyond that is granted when they have their turn.
 */
final class AllottedLimits implements TaskLimits {

  /** Grants more evaluations to a task. */
  @FunctionalInterface
  interface Grants {
    long more(TaskCounters task, long wanted);
  }

  private final Grants grants;

  AllottedLimits(Grants grants) {
    this.grants = grants;
  }

  @Override
  public long grantEvaluations(TaskCounters task, long wanted) {
    return grants.more(task, wanted);
  }

  @Override
  public boolean areAdded() {
    return true;
  }

  @Override
  public void releaseEvaluations(long granted, long unused) {}

  @Override
  public long grantSteps(TaskCounters task) {
    return 0;
  }

  @Override
  public void releaseSteps(long granted, long unused) {}

  @Override
  public boolean isTolerated(TaskCounters task) {
    return task.faults().count(Fault.Kind.EXCEPTION) <= task.tolerated();
  }
}
