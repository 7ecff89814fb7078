package org.multidescent.engine.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.multidescent.report.Improvement;

/**
 * The best values of a search, as they were found; a bounded number of them: when there is no more
 * room, every second one is forgotten, but never the first. Safe to use from any thread.
 */
public final class BestHistory {

  /** How many are kept at most. */
  public static final int MOST = 1024;

  private final double[] values = new double[MOST];
  private final long[] evaluations = new long[MOST];
  private final long[] nanos = new long[MOST];
  private int size;

  /** Takes a value lower than all before. */
  public synchronized void add(double value, long evaluationsMade, long nanosNow) {
    if (size == MOST) {
      size = MOST / 2;
      for (int k = 0; k < size; k++) {
        values[k] = values[2 * k];
        evaluations[k] = evaluations[2 * k];
        nanos[k] = nanos[2 * k];
      }
    }
    values[size] = value;
    evaluations[size] = evaluationsMade;
    nanos[size++] = nanosNow;
  }

  /** Returns what is kept, the first found first. */
  public synchronized List<Improvement> list(long startNanos) {
    List<Improvement> list = new ArrayList<>(size);
    for (int k = 0; k < size; k++) {
      Duration time = Duration.ofNanos(Math.max(0, nanos[k] - startNanos));
      list.add(new Improvement(values[k], evaluations[k], time));
    }
    return list;
  }
}
