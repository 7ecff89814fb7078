package org.multidescent.bench.tune;

import java.util.Locale;

/**
 * What an evaluation of the objective costs, in nanoseconds, on one thread, at positions drawn
 * uniformly from the problem's box; without the time the thread waited for a core, where the system
 * tells.
 *
 * @param mean the mean
 * @param p50 half of the samples cost at most this
 * @param p90 nine in ten cost at most this
 * @param p99 99 in 100 cost at most this
 * @param p999 999 in 1,000 cost at most this
 * @param max the most expensive
 * @param samples how many were timed, 1 or more
 * @param batch evaluations in a sample: 1, or more when an evaluation is too short for the clock;
 *     percentiles and the maximum are then those of means over so many evaluations
 */
public record CostProfile(
    double mean,
    double p50,
    double p90,
    double p99,
    double p999,
    double max,
    long samples,
    int batch) {

  /**
   * Returns how heavy the tail is.
   *
   * @return the 99th percentile as a multiple of the median
   */
  public double tail() {
    return p50 > 0 ? p99 / p50 : 1;
  }

  /**
   * Returns a time with a unit that suits it.
   *
   * @param nanos the time in nanoseconds
   * @return for example {@code 51.3 us}
   */
  public static String time(double nanos) {
    if (nanos < 1e3) {
      return String.format(Locale.ROOT, "%.3g ns", nanos);
    }
    if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.3g us", nanos / 1e3);
    }
    return nanos < 1e9
        ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.3g s", nanos / 1e9);
  }
}
