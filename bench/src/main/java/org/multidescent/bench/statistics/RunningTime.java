package org.multidescent.bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The expected running time (ERT) to a target, as in Hansen, Auger, Finck, Ros, "Real-Parameter
 * Black-Box Optimization Benchmarking 2010: Experimental Setup", INRIA RR-7215.
 */
public final class RunningTime {

  private RunningTime() {}

  /**
   * Returns the ERT: the evaluations of all trials over the number of successes.
   *
   * @param trials the trials, one or more
   * @return the ERT, infinite without a success
   * @throws IllegalArgumentException if there is no trial
   */
  public static double expected(List<Trial> trials) {
    requireTrials(trials);
    double evaluations = 0;
    int successes = 0;
    for (Trial trial : trials) {
      evaluations += trial.evaluations();
      successes += trial.success() ? 1 : 0;
    }
    return successes == 0 ? Double.POSITIVE_INFINITY : evaluations / successes;
  }

  /**
   * Returns the share of trials that reached the target.
   *
   * @param trials the trials, one or more
   * @return the share, 0 to 1
   * @throws IllegalArgumentException if there is no trial
   */
  public static double successRate(List<Trial> trials) {
    requireTrials(trials);
    return trials.stream().filter(Trial::success).count() / (double) trials.size();
  }

  /**
   * Returns a percentile bootstrap interval of the ERT.
   *
   * @param trials the trials, one or more
   * @param confidence the share of resamples inside the interval, above 0 and below 1
   * @param resamples how often the trials are drawn anew with replacement, 1 or more
   * @param seed of the draws
   * @return the interval; its upper end is infinite where resamples without a success reach it
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static Interval bootstrap(
      List<Trial> trials, double confidence, int resamples, long seed) {
    requireTrials(trials);
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence: " + confidence + " (expected: above 0 and below 1)");
    }
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples: " + resamples + " (expected: 1 or more)");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] expected = new double[resamples];
    Trial[] drawn = new Trial[trials.size()];
    for (int r = 0; r < resamples; r++) {
      Arrays.setAll(drawn, i -> trials.get(random.nextInt(trials.size())));
      expected[r] = expected(Arrays.asList(drawn));
    }
    Arrays.sort(expected);
    int outside = (int) Math.floor((1 - confidence) / 2 * resamples);
    return new Interval(expected[outside], expected[resamples - 1 - outside]);
  }

  /**
   * Returns the geometric mean of ERTs over problems.
   *
   * @param expected the ERT of each problem, above 0, perhaps infinite
   * @param cap what a larger ERT is clipped at, above 0
   * @return the geometric mean, at most {@code cap}
   * @throws IllegalArgumentException if there is no problem, or a number is not above 0
   */
  public static double geometricMean(double[] expected, double cap) {
    if (expected.length == 0) {
      throw new IllegalArgumentException("expected: no ERT (expected: one or more)");
    }
    requirePositive("cap", cap);
    double sum = 0;
    for (double ert : expected) {
      requirePositive("expected", ert);
      sum += Math.log(Math.min(ert, cap));
    }
    return Math.exp(sum / expected.length);
  }

  static void requireTrials(List<Trial> trials) {
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("trials: none (expected: one or more)");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: above 0)");
    }
  }
}
