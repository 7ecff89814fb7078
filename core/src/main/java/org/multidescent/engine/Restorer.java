package org.multidescent.engine;

import org.multidescent.checkpoint.SavedFrontier;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;

/** Brings a search to where a checkpoint was taken, before its workers begin. */
final class Restorer {

  private final Snapshot snapshot;
  private final EngineState state;
  private final Schedule schedule;

  Restorer(Snapshot snapshot, EngineState state, Schedule schedule) {
    this.snapshot = snapshot;
    this.state = state;
    this.schedule = schedule;
  }

  /** Returns what is left of a budget. */
  static long left(long total, long used) {
    return total == Long.MAX_VALUE ? total : Math.max(0, total - used);
  }

  /** Fills the parts of a search. */
  void restore() {
    SearchSettings settings = state.settings();
    requireTasks(settings);
    restoreTotals(settings);
    state.startSource().resumeAt(snapshot.starts().next());
    state.startSource().putBack(snapshot.starts().drawn());
    state.startSource().replaceLater(snapshot.starts().replacements());
    state.valueScale().restore(snapshot.starts().sampleValues());
    schedule
        .initialStarts()
        .restore(snapshot.counts().starts(), snapshot.starts().initialEvaluations());
    state.coordinator().restore(snapshot.restart(), snapshot.counts().stalls());
    load(snapshot.frontier());
    endIfSpent(settings.budget(), state.termination());
    schedule.restore(snapshot.tasks());
  }

  private void requireTasks(SearchSettings settings) {
    int tasks = snapshot.tasks().size();
    boolean valid = !settings.isReproducible() || settings.path().lanes() == tasks;
    for (SavedTask task : snapshot.tasks()) {
      valid &= !settings.isReproducible() || task.index() >= 0 && task.index() < tasks;
    }
    if (!valid) {
      throw new CheckpointException(
          "lanes: %d tasks in the checkpoint (expected: %d)"
              .formatted(tasks, settings.path().lanes()));
    }
  }

  /** Counts what was done; in a free-running search by the tasks under way, too. */
  private void restoreTotals(SearchSettings settings) {
    SavedTotals totals = snapshot.totals();
    state.totals().add(totals.counts());
    state.totals().offer(totals.best(), totals.bestPosition(), totals.bestDescent());
    state.faults().add(totals.faultCounts(), TaskRecords.faults(totals));
    if (!settings.isReproducible()) {
      for (SavedTask task : snapshot.tasks()) {
        SavedTotals done = task.done();
        state.totals().add(done.counts());
        if (done.best() < Double.POSITIVE_INFINITY) {
          state.totals().offerInAnyOrder(done.best(), done.bestPosition(), done.bestDescent());
        }
        state.faults().add(done.faultCounts(), TaskRecords.faults(done));
      }
    }
    state.faults().restoreExceptions(state.faults().exceptions());
    state.incumbent().restore(snapshot.best());
  }

  private void load(SavedFrontier saved) {
    Frontier.Access<LivePoint> access = state.frontier().access(0);
    for (int k = 0; k < saved.starts().length; k++) {
      access.load(saved.values()[k], saved.starts()[k]);
    }
    access.seal();
    for (SavedPoint point : saved.points()) {
      LivePoint live = TaskRecords.live(point, state.settings());
      if (live.stall != null) {
        schedule.initialStarts().holdBack(live);
      } else if (!state.coordinator().keepIfRun(live)) {
        access.offer(live.key(), live);
      }
    }
  }

  /**
   * Ends a search that had ended, unless it is allowed more now; and one that has reached its goal,
   * or its stalls. One that was cut short when its evaluations or steps were used up ends where it
   * asks for another, if it does.
   */
  private void endIfSpent(Budget budget, Termination termination) {
    Counts counts = snapshot.counts();
    boolean free = !state.settings().isReproducible();
    Counts counted = free ? counts : snapshot.totals().counts();
    double best = free ? snapshot.best() : snapshot.totals().best();
    Ending before = snapshot.work().ending();
    if (best <= budget.target() && !state.noise().isKnown()) {
      termination.end(Ending.TARGET);
    } else if (before == Ending.EVALUATIONS
        && counted.evaluations() >= state.settings().searchEvaluations()) {
      termination.end(Ending.EVALUATIONS);
    } else if (before == Ending.STEPS && counted.steps() >= budget.steps()) {
      termination.end(Ending.STEPS);
    } else if (counted.stalls() >= budget.stalls()) {
      termination.end(Ending.STALLS);
    }
  }
}
