package org.multidescent.engine;

import java.time.Duration;
import java.util.List;
import org.multidescent.report.Pace;

/** Says how fast a search goes, from one snapshot to the next. Safe to use from any thread. */
final class Speedometer {

  private static final long SHORTEST_NANOS = 1_000_000;

  private final Meter[] meters;
  private final List<Timing> timings;
  private final long startNanos;
  private long lastNanos;
  private long lastCalls;
  private double rate = Double.NaN;

  Speedometer(Meter[] meters, List<Timing> timings, long startNanos) {
    this.meters = meters;
    this.timings = timings;
    this.startNanos = startNanos;
    this.lastNanos = startNanos;
    this.lastCalls = Meter.totalCalls(meters);
  }

  Pace pace(long calls, long now) {
    double time = (double) (now - startNanos) * meters.length;
    return new Pace(
        rate(calls, now),
        sinceBest(now),
        share(timings.stream().mapToLong(Timing::readObjectiveNanos).sum(), time),
        share(timings.stream().mapToLong(Timing::readFrontierNanos).sum(), time),
        share(timings.stream().mapToLong(Timing::readIdleNanos).sum(), time));
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

  private Duration sinceBest(long now) {
    double best = Double.POSITIVE_INFINITY;
    long since = now;
    for (Meter meter : meters) {
      double value = meter.readBest();
      if (value < best) {
        best = value;
        since = meter.readBestNanos();
      }
    }
    return Duration.ofNanos(Math.max(0, now - since));
  }

  private double share(long nanos, double time) {
    return timings.isEmpty() || time <= 0 ? Double.NaN : Math.min(1, nanos / time);
  }
}
