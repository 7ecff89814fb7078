package org.multidescent.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.StartBarrier;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.LivePointCount;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.checkpoint.Safepoint;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.telemetry.WorkerTimer;
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
public record FreeState(
    Termination verdict,
    EvaluationBudget calls,
    EvaluationBudget steps,
    WorkerCounters[] meters,
    Frontier<LivePoint> frontier,
    StartSource nursery,
    StartBarrier gate,
    ValueScale spread,
    LivePointCount population,
    Safepoint safepoint,
    RestartCoordinator director,
    SharingBoard board,
    List<WorkerTimer> timings) {

  /** Returns a worker's timing; null if its time is not measured. */
  @Nullable
  public WorkerTimer timing(int worker) {
    return timings.isEmpty() ? null : timings.get(worker);
  }

  /** Returns the lowest value evaluated so far. */
  public double best() {
    double best = Double.POSITIVE_INFINITY;
    for (WorkerCounters meter : meters) {
      best = Math.min(best, meter.readBest());
    }
    return best;
  }
}
