package org.multidescent.engine;

import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.TaskLimits;
import org.multidescent.report.Fault;

/** The limits of tasks of a reproducible search: all was granted when they were dispatched. */
final class AllottedLimits implements TaskLimits {

  @Override
  public long grantEvaluations(TaskCounters task, long wanted) {
    return 0;
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
