package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFrontier;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.frontier.Frontier;

/** Copies what waits in a frontier, for a checkpoint. */
final class FrontierSnapshot {

  private static final int WAITING = -1;

  private FrontierSnapshot() {}

  /**
   * Copies what is in a frontier that nobody uses at that time.
   *
   * @param held the first descent, if it has stalled and waits beside the frontier
   * @param runs the runs of an evolution strategy that wait
   */
  static SavedFrontier of(
      Frontier<LivePoint> frontier, @Nullable LivePoint held, List<LivePoint> runs) {
    Cold cold = new Cold((int) frontier.size());
    frontier.forEachCold(cold::add);
    List<SavedPoint> points = new ArrayList<>();
    frontier.forEachLive((value, live) -> points.add(live.save(WAITING)));
    if (held != null) {
      points.add(held.save(WAITING));
    }
    runs.forEach(run -> points.add(run.save(WAITING)));
    return new SavedFrontier(
        Arrays.copyOf(cold.values, cold.size), Arrays.copyOf(cold.starts, cold.size), points);
  }

  private static final class Cold {
    private double[] values;
    private int[] starts;
    private int size;

    Cold(int expected) {
      values = new double[expected];
      starts = new int[expected];
    }

    void add(double value, int start) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size + 1);
        starts = Arrays.copyOf(starts, 2 * size + 1);
      }
      values[size] = value;
      starts[size++] = start;
    }
  }
}
