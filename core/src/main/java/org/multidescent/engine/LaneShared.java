package org.multidescent.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;

/**
 * All that the workers of one reproducible search share.
 *
 * @param verdict whether the search has ended
 * @param firstStarts the initial starts
 * @param lanes which lane is next
 * @param frontier where points wait
 * @param nursery which starts are next
 * @param gate where workers wait for all starts to be evaluated
 * @param spread how far values are spread, settled at the gate
 * @param settled whether all initial starts had been evaluated before a checkpoint
 * @param timings one a worker; none if nobody wants to know
 */
record LaneShared(
    Verdict verdict,
    FirstStarts firstStarts,
    Lanes lanes,
    Frontier<LivePoint> frontier,
    Nursery nursery,
    Gate gate,
    Spread spread,
    boolean settled,
    List<Timing> timings) {

  /** Returns a worker's timing; null if its time is not measured. */
  @Nullable Timing timing(int worker) {
    return timings.isEmpty() ? null : timings.get(worker);
  }
}
