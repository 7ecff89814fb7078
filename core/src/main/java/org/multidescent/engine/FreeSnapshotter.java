package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedWorker;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.checkpoint.CheckpointThread;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.checkpoint.FrontierSnapshot;
import org.multidescent.engine.checkpoint.WorkerSnapshot;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartBatch;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Fault;

/** Copies the state of a free-running search at a moment when all its workers are away. */
public final class FreeSnapshotter implements CheckpointThread.Source {

  private final SearchSettings settings;
  private final FreeState shared;
  private final FaultRecorder faults;
  private final LongSupplier initialCalls;
  private final long startNanos;

  public FreeSnapshotter(
      SearchSettings settings,
      FreeState shared,
      FaultRecorder faults,
      LongSupplier initialCalls,
      long startNanos) {
    this.settings = settings;
    this.shared = shared;
    this.faults = faults;
    this.initialCalls = initialCalls;
    this.startNanos = startNanos;
  }

  /** Returns the state before any work. */
  @Override
  public Snapshot first() {
    return take();
  }

  @Override
  public @Nullable Snapshot copy(long patienceNanos) {
    try {
      return shared.safepoint().stop(patienceNanos) ? take() : null;
    } finally {
      shared.safepoint().go();
    }
  }

  /**
   * Returns the state at the end, when all workers have ended; null if a part of the search broke.
   */
  @Nullable
  public Snapshot last() {
    return shared.verdict().isBroken() ? null : take();
  }

  private Snapshot take() {
    long[] counts = new long[Snapshot.COUNTS];
    long[] faultCounts = new long[Fault.Kind.values().length];
    Set<Fault> undone = Collections.newSetFromMap(new IdentityHashMap<>());
    long owed = 0;
    List<SavedPoint> points = new ArrayList<>();
    List<SavedPerturbation> hops = new ArrayList<>();
    LongStream.Builder left = LongStream.builder();
    for (long start : shared.nursery().left()) {
      left.add(start);
    }
    for (WorkerSnapshot berth : shared.safepoint().berths()) {
      long[] own = berth.counts();
      Arrays.setAll(counts, i -> counts[i] + own[i]);
      long[] failed = berth.faultCounts();
      Arrays.setAll(faultCounts, kind -> faultCounts[kind] + failed[kind]);
      undone.addAll(berth.faultsSince());
      owed += berth.owed();
      SavedPoint saved = berth.saved();
      if (saved != null) {
        points.add(saved);
      }
      hops.addAll(berth.hops());
      LongStream.range(berth.begunStart(), berth.begunEnd()).forEach(left);
    }
    FrontierSnapshot waiting = FrontierSnapshot.in(shared.frontier());
    points.addAll(waiting.points());
    double[] bestPosition = new double[settings.problem().dimension()];
    double best = best(bestPosition);
    RestartCoordinator.Saved director = shared.director().save();
    return new Snapshot(
        Fingerprint.of(settings),
        Fingerprint.numbers(settings),
        settings.budget(),
        System.nanoTime() - startNanos,
        nextStart(),
        shared.spread().save(),
        initialCalls.getAsLong(),
        owed,
        director.decisions(),
        director.renewal(),
        director.catalogue(),
        counts,
        best,
        bestPosition,
        faultCounts,
        faults.first().stream()
            .filter(fault -> !undone.contains(fault))
            .map(SavedFault::of)
            .toList(),
        waiting.values(),
        waiting.starts(),
        points,
        new SavedWorker(left.build().sorted().toArray(), hops, List.of()));
  }

  /** Returns the next start; those claimed at once may be beyond the last of the first ones. */
  private long nextStart() {
    long next = shared.nursery().next();
    return initialCalls.getAsLong() < 0 ? Math.min(next, StartBatch.limit(settings)) : next;
  }

  private double best(double[] position) {
    double[] u = position.clone();
    double best = Double.POSITIVE_INFINITY;
    for (WorkerCounters meter : shared.meters()) {
      double value = meter.readBest(u);
      if (value < best || value == best && Arrays.compare(u, position) < 0) {
        best = value;
        System.arraycopy(u, 0, position, 0, u.length);
      }
    }
    return best;
  }
}
