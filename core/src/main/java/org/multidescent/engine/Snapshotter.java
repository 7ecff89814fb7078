package org.multidescent.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedStarts;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.SavedWork;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.checkpoint.CheckpointThread;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.settings.SearchSettings;

/**
 * Copies the state of a search between two commits.
 *
 * <p>Implementation note. What a search shares is changed by commits alone, and a task under way
 * looks at nothing that others change. So what the commits so far have left and <em>any</em> record
 * of each task under way are together a state the search may pass through: no worker is stopped,
 * and one waits only if it comes for its next task while the copy is taken.
 */
final class Snapshotter implements CheckpointThread.Source {

  private final EngineState state;
  private final Schedule schedule;
  private final long startNanos;

  Snapshotter(EngineState state, Schedule schedule, long startNanos) {
    this.state = state;
    this.schedule = schedule;
    this.startNanos = startNanos;
  }

  @Override
  public Snapshot first() {
    return take(false);
  }

  @Override
  public @Nullable Snapshot copy(long patienceNanos) {
    return schedule.<@Nullable Snapshot>still(
        patienceNanos, () -> state.termination().isEnded() ? null : take(false));
  }

  /**
   * Returns the state at the end, when all workers have ended; null if a part of the search broke.
   */
  @Nullable Snapshot last() {
    return state.termination().isBroken() ? null : take(state.termination().isInOrder());
  }

  private Snapshot take(boolean asDispatched) {
    SearchSettings settings = state.settings();
    List<SavedTask> tasks = schedule.save(asDispatched);
    InitialStarts initial = schedule.initialStarts();
    return new Snapshot(
        Fingerprint.of(settings),
        settings.saved(),
        settings.budget(),
        new SavedWork(System.nanoTime() - startNanos, state.termination().ownEnding()),
        new SavedStarts(
            initial.next(),
            state.valueScale().save(),
            initial.evaluations(),
            state.startSource().drawn().stream().mapToLong(Long::longValue).sorted().toArray(),
            state.startSource().replacements()),
        state.coordinator().save(),
        totals(),
        FrontierSnapshot.of(state.frontier(), initial.held(), state.coordinator().pausedRuns()),
        tasks);
  }

  private SavedTotals totals() {
    SearchTotals totals = state.totals();
    return new SavedTotals(
        totals.counts(),
        totals.best(),
        totals.position(),
        totals.descent(),
        state.faults().counts(),
        state.faults().first().stream().map(SavedFault::of).toList());
  }
}
