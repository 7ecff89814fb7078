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

  private record Moment(double value, long evaluations, long nanos) {}

  private final List<Moment> moments = new ArrayList<>();

  /** Takes a value lower than all before. */
  public synchronized void add(double value, long evaluationsMade, long nanosNow) {
    if (moments.size() == MOST) {
      for (int k = 0; k < MOST / 2; k++) {
        moments.set(k, moments.get(2 * k));
      }
      moments.subList(MOST / 2, MOST).clear();
    }
    moments.add(new Moment(value, evaluationsMade, nanosNow));
  }

  /** Returns what is kept, the first found first. */
  public synchronized List<Improvement> list(long startNanos) {
    List<Improvement> list = new ArrayList<>(moments.size());
    for (Moment moment : moments) {
      Duration time = Duration.ofNanos(Math.max(0, moment.nanos - startNanos));
      list.add(new Improvement(moment.value, moment.evaluations, time));
    }
    return list;
  }
}
