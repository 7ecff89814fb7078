package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.CheckpointException;

/** Brings a search back to where a checkpoint was taken; a search without one to its beginning. */
final class Revival {

  private final @Nullable Snapshot snapshot;

  Revival(@Nullable Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  long calls() {
    return snapshot == null ? 0 : snapshot.counts()[0] + snapshot.counts()[1];
  }

  long steps() {
    return snapshot == null ? 0 : snapshot.counts()[2];
  }

  long elapsedNanos() {
    return snapshot == null ? 0 : snapshot.elapsedNanos();
  }

  long initialCalls() {
    return snapshot == null ? -1 : snapshot.initialCalls();
  }

  /** Returns what is left of a budget. */
  long left(long total, long used) {
    return total == Long.MAX_VALUE ? total : Math.max(0, total - used);
  }

  /** Fills the parts of a search; before its workers begin. */
  Hands revive(Settings settings, Shared shared, Faults faults) {
    Snapshot saved = snapshot;
    if (saved == null) {
      Hands none = new Hands(false, List.of(), 0);
      note(settings, shared, none);
      return none;
    }
    shared.meters()[0].restore(saved.counts(), saved.best(), saved.bestPosition());
    faults.restore(saved.faultCounts(), saved.faults().stream().map(SavedFault::fault).toList());
    shared.nursery().resumeAt(saved.nextStart());
    shared.spread().restore(saved.startValues());
    boolean settled = saved.initialCalls() >= 0;
    if (settled) {
      shared.spread().settle();
      shared.director().spread(shared.spread().value());
    }
    shared
        .director()
        .restore(
            new Director.Saved(saved.decisions(), saved.renewal(), saved.catalogue()),
            saved.counts()[5]);
    shared.population().born(saved.coldStarts().length + saved.points().size() + saved.owed());
    Hands hands = new Hands(settled, place(settings, shared, saved), saved.owed());
    note(settings, shared, hands);
    return hands;
  }

  /** Puts all points into the frontier but one a worker, and returns these. */
  private static List<Hand> place(Settings settings, Shared shared, Snapshot saved) {
    int workers = settings.workers();
    for (int k = 0; k < saved.coldStarts().length; k++) {
      shared.frontier().access(k % workers).load(saved.coldValues()[k], saved.coldStarts()[k]);
    }
    for (int worker = 0; worker < workers; worker++) {
      shared.frontier().access(worker).seal();
    }
    List<Hand> hands = new ArrayList<>();
    Frontier.Access<LivePoint> access = shared.frontier().access(0);
    for (SavedPoint point : saved.points()) {
      LivePoint live = new LivePoint(settings.descent().newPoint(settings.problem().dimension()));
      try {
        live.point.restore(point.state());
      } catch (IllegalArgumentException foreign) {
        throw new CheckpointException(
            "checkpoint: a point of other rules: " + foreign.getMessage());
      }
      live.restore(point.origin(), point.startValue(), point.course());
      if (point.taken() >= 0 && hands.size() < workers) {
        hands.add(new Hand(live, point.taken()));
      } else {
        access.offer(live.point.value(), live);
      }
    }
    return hands;
  }

  private static void note(Settings settings, Shared shared, Hands hands) {
    if (shared.safepoint().isUsed()) {
      for (int worker = 0; worker < settings.workers(); worker++) {
        LivePoint live = hands.live(worker);
        shared
            .safepoint()
            .berth(worker)
            .note(
                live,
                hands.taken(worker),
                live == null ? 0 : live.calls,
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
  record Hands(boolean isSettled, List<Hand> hands, long allOwed) {

    @Nullable LivePoint live(int worker) {
      return worker < hands.size() ? hands.get(worker).live : null;
    }

    int taken(int worker) {
      return worker < hands.size() ? hands.get(worker).taken : 0;
    }

    long owed(int worker) {
      return worker == 0 ? allOwed : 0;
    }
  }
}
