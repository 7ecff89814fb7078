package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Scaling;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/**
 * What a reproducible search has done so far, in its order: the initial starts, then task after
 * task. Guarded by the lock of {@link Lanes}, but for what is volatile.
 */
final class Totals {

  long evaluations;
  long gradients;
  long steps;
  long hops;
  final long[] faults = new long[Fault.Kind.values().length];
  volatile long starts;
  volatile long stalls;
  private double best = Double.POSITIVE_INFINITY;
  private final double[] position;
  private final List<Fault> firstFaults = new ArrayList<>();

  Totals(int dimension) {
    position = new double[dimension];
    Arrays.fill(position, Double.NaN);
  }

  long calls() {
    return evaluations + gradients;
  }

  double best() {
    return best;
  }

  /** Returns where the best was found, in working coordinates. */
  double[] position() {
    return position.clone();
  }

  /** Returns the counters in the order of a snapshot. */
  long[] counts() {
    return new long[] {evaluations, gradients, steps, starts, hops, stalls};
  }

  /** Goes on from a checkpoint. */
  void restore(Snapshot saved) {
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
  void offer(double value, double[] u) {
    if (value < best) {
      best = value;
      System.arraycopy(u, 0, position, 0, u.length);
    }
  }

  /** Returns how many exceptions there were. */
  long exceptions() {
    return faults[Fault.Kind.EXCEPTION.ordinal()];
  }

  void addFaults(long[] counts, List<Fault> first) {
    Arrays.setAll(faults, kind -> faults[kind] + counts[kind]);
    int room = Math.min(first.size(), Faults.KEPT - firstFaults.size());
    firstFaults.addAll(first.subList(0, room));
  }

  List<Fault> firstFaults() {
    return firstFaults;
  }

  /** Returns the best in the problem's coordinates. */
  Result.Best best(Scaling scaling) {
    double[] x = new double[position.length];
    scaling.toProblem(position, 0, x, 0);
    return new Result.Best(x, best);
  }
}
