package org.multidescent.engine;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.multidescent.report.Pace;

/** Says how fast a search goes, from one snapshot to the next. Safe to use from any thread. */
final class Speedometer {

  private static final long SHORTEST_NANOS = 1_000_000;

  private final int workers;
  private final List<Timing> timings;
  private final Leader leader;
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
  Speedometer(int workers, List<Timing> timings, Leader leader, long calls) {
    this.workers = workers;
    this.timings = timings;
    this.leader = leader;
    this.startNanos = System.nanoTime();
    this.lastNanos = startNanos;
    this.lastCalls = calls;
  }

  Pace pace(long calls, long now) {
    double time = (double) (now - startNanos) * workers;
    return new Pace(
        rate(calls, now),
        Duration.ofNanos(leader.sinceNanos(now)),
        share(Timing::readObjectiveNanos, time),
        share(Timing::readFrontierNanos, time),
        share(Timing::readIdleNanos, time));
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

  private double share(ToLongFunction<Timing> part, double time) {
    return timings.isEmpty() || time <= 0
        ? Double.NaN
        : Math.min(1, timings.stream().mapToLong(part).sum() / time);
  }
}
