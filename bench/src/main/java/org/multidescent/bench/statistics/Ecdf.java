package org.multidescent.bench.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The empirical cumulative distribution of running times: the share of targets reached within a
 * budget. Immutable.
 */
public final class Ecdf {

  private final double[] times;
  private final double[] shares;

  private Ecdf(double[] times, double[] shares) {
    this.times = times;
    this.shares = shares;
  }

  /**
   * Returns the distribution of running times.
   *
   * @param times the running times, one or more, none negative; infinite where a target was never
   *     reached
   * @return their distribution
   * @throws IllegalArgumentException if there is no time, or one is negative or NaN
   */
  public static Ecdf of(double... times) {
    return mean(List.of(times));
  }

  /**
   * Returns the mean of several distributions, each of which counts the same however many running
   * times it has.
   *
   * @param samples the running times of each distribution, as in {@link #of}
   * @return the mean distribution
   * @throws IllegalArgumentException if there is no sample, or as in {@link #of}
   */
  public static Ecdf mean(List<double[]> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("samples: none (expected: one or more)");
    }
    record Weighted(double time, double weight) {}

    Weighted[] sorted =
        samples.stream()
            .flatMap(
                sample ->
                    Arrays.stream(requireTimes(sample))
                        .mapToObj(time -> new Weighted(time, 1.0 / sample.length)))
            .filter(weighted -> weighted.time() < Double.POSITIVE_INFINITY)
            .sorted(Comparator.comparingDouble(Weighted::time))
            .toArray(Weighted[]::new);
    double[] times = new double[sorted.length];
    double[] shares = new double[sorted.length];
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += sorted[i].weight();
      times[i] = sorted[i].time();
      shares[i] = sum / samples.size();
    }
    return new Ecdf(times, shares);
  }

  /**
   * Returns the share reached within a budget.
   *
   * @param budget in the unit of the running times
   * @return the share of running times of at most {@code budget}, 0 to 1
   */
  public double share(double budget) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] <= budget) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : shares[low - 1];
  }

  /**
   * Returns the area under the distribution over the logarithm of the budget, divided by the
   * range's width: the mean share.
   *
   * @param from the least budget's decimal logarithm
   * @param to the largest budget's, above {@code from}
   * @return the area, 0 to 1
   * @throws IllegalArgumentException if the range is empty
   */
  public double area(double from, double to) {
    if (!(from < to)) {
      throw new IllegalArgumentException("to: " + to + " (expected: above from = " + from + ")");
    }
    double area = 0;
    double before = 0;
    for (int i = 0; i < times.length; i++) {
      double reached = Math.max(from, Math.min(to, Math.log10(times[i])));
      area += (shares[i] - before) * (to - reached);
      before = shares[i];
    }
    return area / (to - from);
  }

  private static double[] requireTimes(double[] times) {
    if (times.length == 0) {
      throw new IllegalArgumentException("times: none (expected: one or more)");
    }
    for (double time : times) {
      if (!(time >= 0)) {
        throw new IllegalArgumentException("times: " + time + " (expected: 0 or more)");
      }
    }
    return times;
  }
}
