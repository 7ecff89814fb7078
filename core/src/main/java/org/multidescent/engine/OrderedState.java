package org.multidescent.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.StartBarrier;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.telemetry.WorkerTimer;
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
public record OrderedState(
    Termination verdict,
    OrderedStarts firstStarts,
    TaskOrder lanes,
    Frontier<LivePoint> frontier,
    StartSource nursery,
    StartBarrier gate,
    ValueScale spread,
    boolean settled,
    List<WorkerTimer> timings) {

  /** Returns a worker's timing; null if its time is not measured. */
  @Nullable
  public WorkerTimer timing(int worker) {
    return timings.isEmpty() ? null : timings.get(worker);
  }
}
