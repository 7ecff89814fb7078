package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/**
 * What a reproducible search has done so far, in its order: the initial starts, then task after
 * task. Guarded by the lock of {@link TaskOrder}, but for what is volatile.
 */
public final class OrderedTotals {

  public long evaluations;
  public long gradients;
  public long steps;
  public long hops;
  public final long[] faults = new long[Fault.Kind.values().length];
  public volatile long starts;
  public volatile long stalls;
  private double best = Double.POSITIVE_INFINITY;
  private final double[] position;
  private final List<Fault> firstFaults = new ArrayList<>();

  public OrderedTotals(int dimension) {
    position = new double[dimension];
    Arrays.fill(position, Double.NaN);
  }

  public long calls() {
    return evaluations + gradients;
  }

  public double best() {
    return best;
  }

  /** Returns where the best was found, in working coordinates. */
  public double[] position() {
    return position.clone();
  }

  /** Returns the counters in the order of a snapshot. */
  public long[] counts() {
    return new long[] {evaluations, gradients, steps, starts, hops, stalls};
  }

  /** Goes on from a checkpoint. */
  public void restore(Snapshot saved) {
    long[] counts = saved.counts();
    evaluations = counts[0];
    gradients = counts[1];
    steps = counts[2];
    starts = counts[3];
    hops = counts[4];
    stalls = counts[5];
    offer(saved.best(), saved.bestPosition());
    addFaults(saved.faultCounts(), saved.faults().stream().map(SavedFault::fault).toList());
  }

  /** Takes a position, in working coordinates, if it is better than all before. */
  public void offer(double value, double[] u) {
    if (value < best) {
      best = value;
      System.arraycopy(u, 0, position, 0, u.length);
    }
  }

  /** Returns how many exceptions there were. */
  public long exceptions() {
    return faults[Fault.Kind.EXCEPTION.ordinal()];
  }

  public void addFaults(long[] counts, List<Fault> first) {
    Arrays.setAll(faults, kind -> faults[kind] + counts[kind]);
    int room = Math.min(first.size(), FaultRecorder.KEPT - firstFaults.size());
    firstFaults.addAll(first.subList(0, room));
  }

  public List<Fault> firstFaults() {
    return firstFaults;
  }

  /** Returns the best in the problem's coordinates. */
  public Result.Best best(WorkingCoordinates scaling) {
    double[] x = new double[position.length];
    scaling.toProblem(position, 0, x, 0);
    return new Result.Best(x, best);
  }
}
