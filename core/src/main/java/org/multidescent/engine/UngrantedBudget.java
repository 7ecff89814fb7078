package org.multidescent.engine;

import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Counts;

/**
 * What is left of the budget of a reproducible search, less what is set aside for tasks. Guarded by
 * the lock of {@link OrderedSchedule}.
 */
final class UngrantedBudget {

  private final long allowed;
  private long evaluations;
  private long steps;

  UngrantedBudget(SearchSettings settings) {
    allowed = settings.searchEvaluations();
    evaluations = allowed;
    steps = settings.budget().steps();
  }

  /** Returns the evaluations the search may use in all, before its end. */
  long allowed() {
    return allowed;
  }

  long evaluations() {
    return evaluations;
  }

  long steps() {
    return steps;
  }

  /** Tells whether so much cannot be set aside. */
  boolean isScarce(long wantedEvaluations, long wantedSteps) {
    return wantedEvaluations > evaluations || wantedSteps > steps;
  }

  /** Sets something aside. */
  void take(long takenEvaluations, long takenSteps) {
    evaluations -= takenEvaluations;
    steps -= takenSteps;
  }

  /** Sets something aside for good, as far as it is there. */
  void setAside(long wanted) {
    evaluations -= Math.min(wanted, Math.max(0, evaluations));
  }

  /** Takes back what a task has not used. */
  void takeBack(TaskCounters task) {
    evaluations += task.evaluationsLeft();
    steps += task.stepsLeft();
  }

  /** Goes on from a checkpoint. */
  void restore(Counts used) {
    evaluations = left(evaluations, used.evaluations());
    steps = left(steps, used.steps());
  }

  private static long left(long total, long used) {
    return total == Long.MAX_VALUE ? total : total - used;
  }

  /** Takes from a task under way what is set aside for it, as far as a smaller budget lacks it. */
  void cutBack(TaskCounters task) {
    long fewerEvaluations = Math.min(task.evaluationsLeft(), Math.max(0, -evaluations));
    long fewerSteps = Math.min(task.stepsLeft(), Math.max(0, -steps));
    task.grant(
        task.evaluationsGranted() - fewerEvaluations,
        task.evaluationsLeft() - fewerEvaluations,
        task.stepsGranted() - fewerSteps,
        task.stepsLeft() - fewerSteps);
    take(-fewerEvaluations, -fewerSteps);
  }
}
