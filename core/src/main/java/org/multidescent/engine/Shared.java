package org.multidescent.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;

/**
 * All that the workers of one search share.
 *
 * @param verdict whether the search has ended
 * @param calls the budget of calls
 * @param steps the budget of steps
 * @param meters one a worker
 * @param frontier where points wait
 * @param nursery which starts are next
 * @param gate where workers wait for all starts to be evaluated
 * @param spread how far values are spread, settled at the gate
 * @param population how many points are alive
 * @param safepoint where workers wait while the state is copied
 * @param director who takes stalled points and decides what follows
 * @param board where workers find evaluations to share
 * @param timings one a worker; none if nobody wants to know
 */
record Shared(
    Verdict verdict,
    Ledger calls,
    Ledger steps,
    Meter[] meters,
    Frontier<LivePoint> frontier,
    Nursery nursery,
    Gate gate,
    Spread spread,
    Population population,
    Safepoint safepoint,
    Director director,
    HelpBoard board,
    List<Timing> timings) {

  /** Returns a worker's timing; null if its time is not measured. */
  @Nullable Timing timing(int worker) {
    return timings.isEmpty() ? null : timings.get(worker);
  }

  /** Returns the lowest value evaluated so far. */
  double best() {
    double best = Double.POSITIVE_INFINITY;
    for (Meter meter : meters) {
      best = Math.min(best, meter.readBest());
    }
    return best;
  }
}
