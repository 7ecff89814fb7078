package org.multidescent.engine.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.frontier.Frontier;

/**
 * What waits in a frontier, for a checkpoint.
 *
 * @param values the values of the starts
 * @param starts their indices
 * @param points the points, in the order in which they were offered
 */
public record FrontierSnapshot(double[] values, int[] starts, List<SavedPoint> points) {

  private static final int WAITING = -1;

  /** Copies what is in a frontier that nobody uses meanwhile. */
  public static FrontierSnapshot in(Frontier<LivePoint> frontier) {
    Cold cold = new Cold((int) frontier.size());
    frontier.forEachCold(cold::add);
    List<SavedPoint> points = new ArrayList<>();
    frontier.forEachLive((value, live) -> points.add(saved(live)));
    return new FrontierSnapshot(
        Arrays.copyOf(cold.values, cold.size), Arrays.copyOf(cold.starts, cold.size), points);
  }

  private static SavedPoint saved(LivePoint live) {
    return new SavedPoint(live.origin, live.startValue, live.summary(), WAITING, live.point.save());
  }

  private static final class Cold {
    private double[] values;
    private int[] starts;
    private int size;

    public Cold(int expected) {
      values = new double[expected];
      starts = new int[expected];
    }

    public void add(double value, int start) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size + 1);
        starts = Arrays.copyOf(starts, 2 * size + 1);
      }
      values[size] = value;
      starts[size++] = start;
    }
  }
}
