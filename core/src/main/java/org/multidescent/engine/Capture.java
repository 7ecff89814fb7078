package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.Snapshot;

/** Copies the state of a search at a moment when all its workers are away. */
final class Capture {

  private static final int WAITING = -1;

  private final Settings settings;
  private final Shared shared;
  private final Faults faults;
  private final LongSupplier initialCalls;
  private final long startNanos;

  Capture(
      Settings settings, Shared shared, Faults faults, LongSupplier initialCalls, long startNanos) {
    this.settings = settings;
    this.shared = shared;
    this.faults = faults;
    this.initialCalls = initialCalls;
    this.startNanos = startNanos;
  }

  Snapshot take() {
    long[] counts = new long[Snapshot.COUNTS];
    long owed = 0;
    List<SavedPoint> points = new ArrayList<>();
    for (Berth berth : shared.safepoint().berths()) {
      long[] own = berth.counts();
      Arrays.setAll(counts, i -> counts[i] + own[i]);
      owed += berth.owed();
      SavedPoint saved = berth.saved();
      if (saved != null) {
        points.add(saved);
      }
    }
    shared.frontier().forEachLive((value, live) -> points.add(waiting(live)));
    Cold cold = cold();
    double[] bestPosition = new double[settings.problem().dimension()];
    double best = best(bestPosition);
    Director.Saved director = shared.director().save();
    return new Snapshot(
        Identity.of(settings),
        Identity.numbers(settings),
        settings.budget(),
        System.nanoTime() - startNanos,
        shared.nursery().next(),
        shared.spread().save(),
        initialCalls.getAsLong(),
        owed,
        director.decisions(),
        director.renewal(),
        director.catalogue(),
        counts,
        best,
        bestPosition,
        faults.save(),
        faults.first().stream().map(SavedFault::of).toList(),
        cold.values,
        cold.starts,
        points);
  }

  private static SavedPoint waiting(LivePoint live) {
    return new SavedPoint(live.origin, live.startValue, live.course(), WAITING, live.point.save());
  }

  private double best(double[] position) {
    double[] u = position.clone();
    double best = Double.POSITIVE_INFINITY;
    for (Meter meter : shared.meters()) {
      double value = meter.readBest(u);
      if (value < best || value == best && Arrays.compare(u, position) < 0) {
        best = value;
        System.arraycopy(u, 0, position, 0, u.length);
      }
    }
    return best;
  }

  private Cold cold() {
    Cold cold = new Cold((int) shared.frontier().size());
    shared.frontier().forEachCold(cold::add);
    cold.trim();
    return cold;
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

    void trim() {
      values = Arrays.copyOf(values, size);
      starts = Arrays.copyOf(starts, size);
    }
  }
}
