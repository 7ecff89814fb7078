package org.multidescent.engine.budget;

/** Limits of tasks that use nothing. */
final class NoLimits implements TaskLimits {

  @Override
  public long grantEvaluations(TaskCounters task, long wanted) {
    return wanted;
  }

  @Override
  public void releaseEvaluations(long granted, long unused) {}

  @Override
  public long grantSteps(TaskCounters task) {
    return 1;
  }

  @Override
  public void releaseSteps(long granted, long unused) {}

  @Override
  public boolean isTolerated(TaskCounters task) {
    return true;
  }
}
