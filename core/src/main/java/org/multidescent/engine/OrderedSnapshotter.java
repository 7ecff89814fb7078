package org.multidescent.engine;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedWorker;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.checkpoint.CheckpointThread;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.checkpoint.FrontierSnapshot;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.settings.SearchSettings;

/**
 * Copies the state of a reproducible search between two commits.
 *
 * <p>Implementation note. What commits have left is a function of the tasks before, and a task
 * under way is one of how it was settled and of the steps it has taken since. So any note of each
 * task under way goes with what the commits so far have left: no worker is stopped, and one waits
 * only if it comes for its next task while the copy is taken.
 */
public final class OrderedSnapshotter implements CheckpointThread.Source {

  private final SearchSettings settings;
  private final OrderedState shared;
  private final OrderedTotals totals;
  private final RestartCoordinator director;
  private final LongSupplier initialCalls;
  private final long startNanos;

  public OrderedSnapshotter(
      SearchSettings settings,
      OrderedState shared,
      OrderedTotals totals,
      RestartCoordinator director,
      LongSupplier initialCalls,
      long startNanos) {
    this.settings = settings;
    this.shared = shared;
    this.totals = totals;
    this.director = director;
    this.initialCalls = initialCalls;
    this.startNanos = startNanos;
  }

  /** Returns the state before any work: that of a search that has not begun, or was resumed. */
  @Override
  public Snapshot first() {
    return shared.lanes().still(() -> take(false));
  }

  /** Copies nothing before all initial starts are evaluated, nor when the search is over. */
  @Override
  public @Nullable Snapshot copy(long patienceNanos) {
    return shared
        .lanes()
        .still(() -> shared.lanes().isOpen() && !shared.verdict().isEnded() ? take(false) : null);
  }

  /**
   * Returns the state at the end; what was done of tasks behind it is left out.
   *
   * @param cut whether the search was cut short at no place of its order
   */
  @Nullable
  public Snapshot last(boolean cut) {
    return shared.lanes().isOpen() && !shared.verdict().isBroken() ? take(!cut) : null;
  }

  private Snapshot take(boolean settled) {
    List<SavedTask> tasks = shared.lanes().isOpen() ? shared.lanes().save(settled) : List.of();
    FrontierSnapshot waiting = FrontierSnapshot.in(shared.frontier());
    RestartCoordinator.Saved saved = director.save();
    return new Snapshot(
        Fingerprint.of(settings),
        Fingerprint.numbers(settings),
        settings.budget(),
        System.nanoTime() - startNanos,
        shared.nursery().next(),
        shared.spread().save(),
        shared.lanes().isOpen() ? initialCalls.getAsLong() : -1,
        0,
        saved.decisions(),
        saved.renewal(),
        saved.catalogue(),
        totals.counts(),
        totals.best(),
        totals.position(),
        totals.faults.clone(),
        totals.firstFaults().stream().map(SavedFault::of).toList(),
        waiting.values(),
        waiting.starts(),
        waiting.points(),
        new SavedWorker(new long[0], List.of(), tasks));
  }
}
