package org.multidescent.engine;

/** How much a task does before it ends, and how much it may use for that. */
final class TaskSize {

  private static final int SLICES = 64;
  private static final int MOST_STEPS = 1024;

  private final long calls;
  private final int steps;

  TaskSize(Settings settings) {
    calls = SLICES * (settings.problem().dimension() + 1L);
    steps = Math.min(settings.slice(), MOST_STEPS);
  }

  /** Tells whether a descent has done its part: it goes on as another task. */
  boolean isEnough(Lane lane) {
    return lane.calls() >= calls * lane.allowance || lane.stepsTaken() == steps;
  }

  /** Returns how many calls a task may use: the last step may take as many as those before. */
  long calls(Lane lane) {
    long before =
        switch (lane.task) {
          case PLANT -> lane.planting;
          case LEAP -> lane.hop.candidates();
          default -> 0;
        };
    return before + 2 * calls * lane.allowance;
  }

  int steps() {
    return steps;
  }
}
