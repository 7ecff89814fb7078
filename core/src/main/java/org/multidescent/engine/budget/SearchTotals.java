package org.multidescent.engine.budget;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedDescent;
import org.multidescent.report.Counts;
import org.multidescent.report.DescentEnd;

/**
 * What a search has done, as far as it is committed, and the best it has found: guarded by the lock
 * of an ordered schedule; of a free-running search before its workers begin and after they have
 * ended.
 */
public final class SearchTotals {

  private Counts counts = Counts.NONE;
  private double best = Double.POSITIVE_INFINITY;
  private final double[] position;
  private @Nullable SavedDescent descent;
  private final BestHistory history = new BestHistory();

  public SearchTotals(int dimension) {
    position = new double[dimension];
    Arrays.fill(position, Double.NaN);
  }

  public Counts counts() {
    return counts;
  }

  public void add(Counts more) {
    counts = counts.plus(more);
  }

  /** Takes a position, in working coordinates, if it is better than all before. */
  public synchronized void offer(double value, double[] u, @Nullable SavedDescent from) {
    if (value < best) {
      best = value;
      descent = from;
      System.arraycopy(u, 0, position, 0, u.length);
    }
  }

  /** Takes a position, and notes when, if it is better than all before: those of earlier tasks. */
  public void offerInOrder(double value, double[] u, @Nullable SavedDescent from) {
    if (value < best) {
      history.add(value, counts.evaluations(), System.nanoTime());
    }
    offer(value, u, from);
  }

  /** Takes a position if it is better than all others; of equal ones the first by coordinates. */
  public synchronized void offerInAnyOrder(double value, double[] u, @Nullable SavedDescent from) {
    if (value == best && Arrays.compare(u, position) < 0) {
      descent = from;
      System.arraycopy(u, 0, position, 0, u.length);
    }
    offer(value, u, from);
  }

  public double best() {
    return best;
  }

  /** Returns the best values as they were found; safe to use from any thread. */
  public BestHistory history() {
    return history;
  }

  /**
   * Tells how a descent ended at a position, in working coordinates, which may be the best of an
   * earlier task. Any worker may call this: in a free-running search the best stands still, and is
   * hardly ever the value of a stalled point, so that workers do not meet here.
   */
  public void ended(double value, double[] u, DescentEnd end) {
    if (value == best && Arrays.equals(u, position)) {
      endBest(end);
    }
  }

  private synchronized void endBest(DescentEnd end) {
    if (descent != null) {
      descent = descent.endedBy(end);
    }
  }

  /** Returns which descent found the best; null before the first. */
  public synchronized @Nullable SavedDescent descent() {
    return descent;
  }

  /** Returns where the best was found, in working coordinates. */
  public double[] position() {
    return position.clone();
  }
}
