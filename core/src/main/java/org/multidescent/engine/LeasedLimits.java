package org.multidescent.engine;

import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.TaskLimits;

/** The limits of tasks of a free-running search: blocks of the budget, leased when needed. */
final class LeasedLimits implements TaskLimits {

  private final EvaluationBudget evaluations;
  private final EvaluationBudget steps;
  private final FaultRecorder faults;

  LeasedLimits(EvaluationBudget evaluations, EvaluationBudget steps, FaultRecorder faults) {
    this.evaluations = evaluations;
    this.steps = steps;
    this.faults = faults;
  }

  /** Keeps some of the evaluations that are left for the end. */
  void setAside(long count) {
    evaluations.setAside(count);
  }

  @Override
  public long grantEvaluations(TaskCounters task, long wanted) {
    return evaluations.lease(wanted);
  }

  @Override
  public boolean areExchanged() {
    return true;
  }

  @Override
  public void releaseEvaluations(long granted, long unused) {
    evaluations.close(granted, unused);
  }

  /** Gives back evaluations first: others may be waiting for them while this task waits. */
  @Override
  public long grantSteps(TaskCounters task) {
    task.giveBackEvaluations();
    return steps.lease(1);
  }

  @Override
  public void releaseSteps(long granted, long unused) {
    steps.close(granted, unused);
  }

  @Override
  public boolean isTolerated(TaskCounters task) {
    return faults.toleratesOneMore();
  }
}
