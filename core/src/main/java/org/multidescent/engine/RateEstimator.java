package org.multidescent.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.report.Rates;

/** Says how fast a search goes, from one snapshot to the next. Safe to use from any thread. */
public final class RateEstimator {

  private static final long SHORTEST_NANOS = 1_000_000;

  private final int workers;
  private final List<WorkerTimer> timings;
  private final Incumbent leader;
  private final long startNanos;
  private long lastNanos;
  private long lastCalls;
  private double rate = Double.NaN;

  /**
   * Creates a speedometer.
   *
   * @param workers how many threads work
   * @param timings one a worker; none if nobody wants to know
   * @param leader knows when the best value was found
   * @param calls how many calls had been made before
   */
  public RateEstimator(int workers, List<WorkerTimer> timings, Incumbent leader, long calls) {
    this.workers = workers;
    this.timings = timings;
    this.leader = leader;
    this.startNanos = System.nanoTime();
    this.lastNanos = startNanos;
    this.lastCalls = calls;
  }

  public Rates pace(long calls, long now) {
    double time = (double) (now - startNanos) * workers;
    return new Rates(
        rate(calls, now),
        Duration.ofNanos(leader.sinceNanos(now)),
        share(WorkerTimer::readObjectiveNanos, time),
        share(WorkerTimer::readFrontierNanos, time),
        share(WorkerTimer::readIdleNanos, time));
  }

  /** Returns the rate since the last call, or the last rate if that was just now. */
  private synchronized double rate(long calls, long now) {
    if (now - lastNanos >= SHORTEST_NANOS) {
      rate = Math.max(0, calls - lastCalls) * 1e9 / (now - lastNanos);
      lastNanos = now;
      lastCalls = calls;
    }
    return rate;
  }

  private double share(ToLongFunction<WorkerTimer> part, double time) {
    return timings.isEmpty() || time <= 0
        ? Double.NaN
        : Math.min(1, timings.stream().mapToLong(part).sum() / time);
  }
}
