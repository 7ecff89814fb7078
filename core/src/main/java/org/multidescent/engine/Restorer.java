package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.checkpoint.WorkerSnapshot;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Ending;

/** Brings a search back to where a checkpoint was taken; a search without one to its beginning. */
public final class Restorer {

  private final @Nullable Snapshot snapshot;

  public Restorer(@Nullable Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  public long calls() {
    return snapshot == null ? 0 : snapshot.counts()[0] + snapshot.counts()[1];
  }

  public long steps() {
    return snapshot == null ? 0 : snapshot.counts()[2];
  }

  public long elapsedNanos() {
    return snapshot == null ? 0 : snapshot.elapsedNanos();
  }

  public long initialCalls() {
    return snapshot == null ? -1 : snapshot.initialCalls();
  }

  /** Tells whether all initial starts had been evaluated. */
  public boolean isSettled() {
    return snapshot != null && snapshot.initialCalls() >= 0;
  }

  /** Returns the counters in the order of a snapshot. */
  public long[] counts() {
    return snapshot == null ? new long[Snapshot.COUNTS] : snapshot.counts();
  }

  /** Returns the lowest value. */
  public double best() {
    return snapshot == null ? Double.POSITIVE_INFINITY : snapshot.best();
  }

  /** Returns what is left of a budget. */
  public long left(long total, long used) {
    return total == Long.MAX_VALUE ? total : Math.max(0, total - used);
  }

  /** Fills the parts of a free-running search; before its workers begin. */
  public Hands revive(SearchSettings settings, FreeState shared, FaultRecorder faults) {
    Snapshot saved = snapshot;
    if (saved == null) {
      Hands none = new Hands(false, List.of(), 0, List.of());
      note(settings, shared, none);
      return none;
    }
    shared.meters()[0].restore(saved.counts(), saved.best(), saved.bestPosition());
    shared.meters()[0].faults().restore(saved.faultCounts());
    faults.restore(saved.faultCounts(), saved.faults().stream().map(SavedFault::fault).toList());
    restore(saved, shared.nursery(), shared.spread(), shared.director());
    List<SavedPerturbation> hops = saved.unfinished().hops();
    shared
        .population()
        .born(saved.coldStarts().length + saved.points().size() + saved.owed() + hops.size());
    Hands hands = new Hands(isSettled(), place(settings, shared, saved), saved.owed(), hops);
    note(settings, shared, hands);
    endIfSpent(settings, shared.verdict());
    if (isSettled() && shared.population().alive() == 0) {
      shared.verdict().end(Ending.EXHAUSTED);
    }
    return hands;
  }

  /** Fills the parts of a reproducible search whose initial starts had been evaluated. */
  public void revive(
      SearchSettings settings,
      OrderedState shared,
      OrderedTotals totals,
      RestartCoordinator director) {
    Snapshot saved = Objects.requireNonNull(snapshot);
    if (saved.unfinished().tasks().size() != settings.lanes()) {
      throw new CheckpointException(
          "lanes: %d tasks in the checkpoint (expected: %d)"
              .formatted(saved.unfinished().tasks().size(), settings.lanes()));
    }
    totals.restore(saved);
    restore(saved, shared.nursery(), shared.spread(), director);
    load(saved, shared.frontier(), 1);
    Frontier.Access<LivePoint> access = shared.frontier().access(0);
    for (SavedPoint point : saved.points()) {
      LivePoint live = live(point, settings);
      access.offer(live.key(), live);
    }
    endIfSpent(settings, shared.verdict());
    shared.lanes().restore(saved.unfinished().tasks());
  }

  private void restore(
      Snapshot saved, StartSource nursery, ValueScale spread, RestartCoordinator director) {
    nursery.resumeAt(saved.nextStart());
    nursery.leave(saved.unfinished().starts());
    spread.restore(saved.startValues());
    if (isSettled()) {
      spread.settle();
      director.spread(spread.value());
    }
    director.restore(
        new RestartCoordinator.Saved(saved.decisions(), saved.renewal(), saved.catalogue()),
        saved.counts()[5]);
  }

  /** Ends a search that has reached its goal, or used up its budget, before the checkpoint. */
  private void endIfSpent(SearchSettings settings, Termination verdict) {
    Budget budget = settings.budget();
    if (best() <= budget.target()) {
      verdict.end(Ending.TARGET);
    } else if (calls() >= budget.evaluations()) {
      verdict.end(Ending.EVALUATIONS);
    } else if (steps() >= budget.steps()) {
      verdict.end(Ending.STEPS);
    } else if (counts()[5] >= budget.stalls()) {
      verdict.end(Ending.STALLS);
    }
  }

  private static void load(Snapshot saved, Frontier<LivePoint> frontier, int accesses) {
    for (int k = 0; k < saved.coldStarts().length; k++) {
      frontier.access(k % accesses).load(saved.coldValues()[k], saved.coldStarts()[k]);
    }
    for (int access = 0; access < accesses; access++) {
      frontier.access(access).seal();
    }
  }

  private static LivePoint live(SavedPoint point, SearchSettings settings) {
    return LivePoint.restored(point, settings.descent(), settings.problem().dimension());
  }

  /** Puts all points into the frontier but one a worker, and returns these. */
  private static List<Hand> place(SearchSettings settings, FreeState shared, Snapshot saved) {
    load(saved, shared.frontier(), settings.workers());
    List<Hand> hands = new ArrayList<>();
    Frontier.Access<LivePoint> access = shared.frontier().access(0);
    for (SavedPoint point : saved.points()) {
      LivePoint live = live(point, settings);
      if (point.taken() >= 0 && hands.size() < settings.workers()) {
        hands.add(new Hand(live, point.taken()));
      } else {
        access.offer(live.key(), live);
      }
    }
    return hands;
  }

  private static void note(SearchSettings settings, FreeState shared, Hands hands) {
    if (shared.safepoint().isUsed()) {
      for (int worker = 0; worker < settings.workers(); worker++) {
        LivePoint live = hands.live(worker);
        WorkerSnapshot berth = shared.safepoint().berth(worker);
        berth.noteBegun(0, 0, hands.hops(worker));
        berth.note(
            live,
            hands.taken(worker),
            live == null ? 0 : live.evaluations,
            hands.owed(worker),
            shared.meters()[worker]);
      }
    }
  }

  private record Hand(LivePoint live, int taken) {}

  /**
   * What workers begin with.
   *
   * @param isSettled whether all initial starts have been evaluated
   */
  public record Hands(
      boolean isSettled, List<Hand> hands, long allOwed, List<SavedPerturbation> allHops) {

    @Nullable
    public LivePoint live(int worker) {
      return worker < hands.size() ? hands.get(worker).live : null;
    }

    public int taken(int worker) {
      return worker < hands.size() ? hands.get(worker).taken : 0;
    }

    public long owed(int worker) {
      return worker == 0 ? allOwed : 0;
    }

    public List<SavedPerturbation> hops(int worker) {
      return worker == 0 ? allHops : List.of();
    }
  }
}
