package org.multidescent.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.report.Rates;

/** Says how fast a search goes, from one snapshot to the next. Safe to use from any thread. */
final class RateEstimator {

  private static final long SHORTEST_NANOS = 1_000_000;

  private final int workers;
  private final List<WorkerTimer> timings;
  private final Incumbent incumbent;
  private final long startNanos;
  private long lastNanos;
  private long lastEvaluations;
  private double rate = Double.NaN;

  /**
   * Creates an estimator.
   *
   * @param workers how many threads work
   * @param timings one a worker; none if nobody wants to know
   * @param incumbent knows when the best value was found
   * @param evaluations how many had been made before
   */
  public RateEstimator(
      int workers, List<WorkerTimer> timings, Incumbent incumbent, long evaluations) {
    this.workers = workers;
    this.timings = timings;
    this.incumbent = incumbent;
    this.startNanos = System.nanoTime();
    this.lastNanos = startNanos;
    this.lastEvaluations = evaluations;
  }

  public Rates rates(long evaluations, long now) {
    double time = (double) (now - startNanos) * workers;
    return new Rates(
        rate(evaluations, now),
        Duration.ofNanos(incumbent.sinceNanos(now)),
        share(WorkerTimer::readObjectiveNanos, time),
        share(WorkerTimer::readFrontierNanos, time),
        share(WorkerTimer::readIdleNanos, time));
  }

  /** Returns the rate since the last look, or the last rate if that was just now. */
  private synchronized double rate(long evaluations, long now) {
    if (now - lastNanos >= SHORTEST_NANOS) {
      rate = Math.max(0, evaluations - lastEvaluations) * 1e9 / (now - lastNanos);
      lastNanos = now;
      lastEvaluations = evaluations;
    }
    return rate;
  }

  private double share(ToLongFunction<WorkerTimer> part, double time) {
    return timings.isEmpty() || time <= 0
        ? Double.NaN
        : Math.min(1, timings.stream().mapToLong(part).sum() / time);
  }
}
