package org.multidescent.engine;

import java.util.Objects;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.SearchSettings;

/**
 * How much of a descent is one task, and how many calls and steps are set aside for it. The more of
 * the budget is left, the larger tasks are: descents are rarely split, and all tasks under way
 * together have but a part of what is left.
 */
final class TaskAllotment {

  private static final int LEAST_GRADIENTS = 32;
  private static final int STEP_GRADIENTS = 8;
  private static final int STEP_VALUES = 64;
  private static final int MOST_GRADIENTS = 1024;
  private static final int PARTS = 2;
  private static final int MOST_STEPS = 1024;

  private final long parts;
  private final long least;
  private final long most;
  private final long margin;
  private final int steps;

  /** The evaluations of one position: constraints that come apart are one of their own. */
  private final int value;

  TaskAllotment(SearchSettings settings) {
    long gradient = settings.problem().dimension() + 1L;
    value = settings.problem().constraints().areApart() ? 2 : 1;
    parts = (long) PARTS * settings.path().lanes();
    least = LEAST_GRADIENTS * gradient;
    int estimates = settings.problem().isNoisy() ? Reestimation.MOST : 0;
    margin = STEP_GRADIENTS * gradient + STEP_VALUES + estimates;
    most = MOST_GRADIENTS * gradient;
    steps = Math.min(settings.path().slice(), MOST_STEPS);
  }

  /**
   * Returns after how many evaluations a task ends, at the end of a step.
   *
   * @param left the evaluations left of the budget, those set aside included
   */
  long part(Task task, long left) {
    long share = Math.min(Math.max(left / parts, least), most);
    return switch (task.kind) {
      case INITIAL -> (long) value * task.count;
      case STARTS -> (long) value * task.count + share;
      case PERTURBATION ->
          (long) value * Objects.requireNonNull(task.perturbation).candidates() + share;
      case DESCENT -> Math.max(share, (long) value * offspring(task));
      default -> share;
    };
  }

  private static int offspring(Task task) {
    LivePoint live = task.live;
    return live == null ? 0 : live.point.offspring();
  }

  /** Returns how many evaluations the last step of a task may use beyond its part. */
  long margin(Task task) {
    return task.kind == TaskKind.INITIAL ? 0 : margin * task.allowance;
  }

  /** Returns the most steps of a task. */
  int steps() {
    return steps;
  }
}
