package org.multidescent.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.SearchSettings;

/**
 * How much of a descent is one task, and how many calls and steps are set aside for it. The more of
 * the budget is free, the larger tasks are: descents are rarely split, and the budget does for many
 * tasks under way until little is left of it.
 */
final class TaskAllotment {

  private static final int LEAST_GRADIENTS = 2;
  private static final int SLACK_GRADIENTS = 2;
  private static final int STEP_GRADIENTS = 8;
  private static final int STEP_VALUES = 64;
  private static final int MOST_GRADIENTS = 1024;
  private static final int MOST_STEPS = 1024;

  /**
   * No other worker can shorten a step of a batch objective; the more even tasks are, the fewer
   * wait.
   */
  private static final int MOST_STEPS_IN_BATCHES = 64;

  private final long lanes;
  private final long least;
  private final long most;
  private final long slack;
  private final long margin;
  private final int steps;

  /** The evaluations of one position: constraints that come apart are one of their own. */
  private final int value;

  TaskAllotment(SearchSettings settings) {
    long gradient = settings.problem().dimension() + 1L;
    value = settings.problem().constraints().areApart() ? 2 : 1;
    lanes = settings.path().lanes();
    least = LEAST_GRADIENTS * gradient;
    slack = SLACK_GRADIENTS * gradient;
    int estimates = settings.problem().isNoisy() ? Reestimation.MOST : 0;
    margin = STEP_GRADIENTS * gradient + STEP_VALUES + estimates;
    most = MOST_GRADIENTS * gradient;
    int mostSteps = settings.problem().isBatch() ? MOST_STEPS_IN_BATCHES : MOST_STEPS;
    steps = Math.min(settings.path().slice(), mostSteps);
  }

  /**
   * Returns after how many evaluations a task ends, at the end of a step.
   *
   * @param free the evaluations left of the budget, those set aside for other tasks not included
   */
  long part(Task task, long free) {
    long share = Math.min(Math.max(free / lanes, least), most);
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

  /**
   * Returns how many evaluations a task gets beyond its part, for its last step: what two steps of
   * its descent have taken on average, or two gradients. What it needs beyond that it gets when it
   * has its turn in the order. A task that has lacked some gets more.
   */
  long slack(Task task) {
    if (task.kind == TaskKind.INITIAL) {
      return 0;
    }
    return task.allowance == 1
        ? Math.min(margin, Math.max(usual(task.live), slack))
        : margin * task.allowance;
  }

  private static long usual(@Nullable LivePoint live) {
    long taken = live == null ? 0 : live.point.steps();
    return live == null || taken == 0 ? 0 : 2 * live.evaluations / taken;
  }

  /**
   * Returns how many evaluations are kept for the task that has its turn.
   *
   * @param left the evaluations left of the budget, those set aside included
   */
  long reserve(long left) {
    return Math.min(margin, Math.max(slack, left / lanes));
  }

  /** Returns how many evaluations a task gets at least when it has its turn and lacks some. */
  long margin() {
    return margin;
  }

  /** Returns the most steps of a task. */
  int steps() {
    return steps;
  }
}
