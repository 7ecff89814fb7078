package org.multidescent.engine;

import java.util.Objects;
import org.multidescent.engine.settings.SearchSettings;

/**
 * How much of a descent is one task, and how many calls and steps are set aside for it. The more of
 * the budget is left, the larger tasks are: descents are seldom split, and all tasks under way
 * together have but a part of what is left.
 */
public final class TaskAllotment {

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

  public TaskAllotment(SearchSettings settings) {
    long gradient = settings.problem().dimension() + 1L;
    parts = (long) PARTS * settings.lanes();
    least = LEAST_GRADIENTS * gradient;
    margin = STEP_GRADIENTS * gradient + STEP_VALUES;
    most = MOST_GRADIENTS * gradient;
    steps = Math.min(settings.slice(), MOST_STEPS);
  }

  /**
   * Settles after how many calls a lane's next task ends, at the end of a step.
   *
   * @param left the calls left of the budget, those set aside included
   * @return how many calls are to be set aside for it, since its last step may go beyond its part
   */
  public long settle(Task lane, long left) {
    long before =
        switch (lane.task) {
          case PLANT -> lane.planting;
          case LEAP -> Objects.requireNonNull(lane.hop).candidates();
          default -> 0;
        };
    lane.part = before + Math.min(Math.max(left / parts, least), most);
    return lane.part + margin * lane.allowance;
  }

  /** Returns the most steps of a task. */
  public int steps() {
    return steps;
  }

  /** Tells whether a task has done its part: the descent goes on as another task. */
  public boolean isEnough(Task lane) {
    return lane.calls() >= lane.part || lane.stepsTaken() == steps;
  }
}
