package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.function.EvaluationUnavailableException;

/** Passes a worker's evaluations on to the task it is at, or to who records them. */
final class ForwardingCounters implements EvaluationCounter {

  private TaskCounters task;
  private EvaluationCounter target;

  ForwardingCounters(TaskCounters target) {
    this.task = target;
    this.target = target;
  }

  void to(TaskCounters next) {
    task = next;
    target = next;
  }

  /** Has another be told of evaluations; null: the task again. */
  void record(@Nullable EvaluationCounter recorder) {
    target = recorder == null ? task : recorder;
  }

  TaskCounters task() {
    return task;
  }

  @Override
  public void beforeValue() {
    target.beforeValue();
  }

  @Override
  public void beforeGradient() {
    target.beforeGradient();
  }

  @Override
  public int beforeValues(int wanted) {
    return target.beforeValues(wanted);
  }

  @Override
  public int beforeGradients(int wanted) {
    return target.beforeGradients(wanted);
  }

  @Override
  public void after(double value, double[] u, int offset) {
    target.after(value, u, offset);
  }

  @Override
  public void brokenGradient(double slope, double[] u, int offset) {
    target.brokenGradient(slope, u, offset);
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    return target.failed(cause, u, offset);
  }

  @Override
  public RuntimeException unavailable(
      EvaluationUnavailableException cause, int values, int gradients) {
    return target.unavailable(cause, values, gradients);
  }
}
