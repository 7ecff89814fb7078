package org.multidescent.bench.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Running times of a restarted optimiser, drawn from trials of one that is not, as COCO does before
 * it draws a distribution: after a failed trial another one is drawn, until one succeeds; the
 * evaluations of all of them count.
 *
 * <p>Every trial opens equally many of the simulated runs. So, where each failed trial spent a
 * budget, the share of simulated runs within that budget is the share of trials within it.
 */
public final class SimulatedRestarts {

  private static final int LEAST_DRAWS = 100;

  private SimulatedRestarts() {}

  /**
   * Returns running times to one target.
   *
   * @param trials the trials, one or more
   * @param random where restarts are drawn from
   * @return the running times in evaluations: as many as trials if all or none of them succeeded,
   *     else about 100; infinite if none did
   * @throws IllegalArgumentException if there is no trial
   */
  public static double[] runningTimes(List<Trial> trials, SplittableRandom random) {
    RunningTime.requireTrials(trials);
    int count = trials.size();
    long successes = trials.stream().filter(Trial::success).count();
    if (successes == 0) {
      double[] never = new double[count];
      Arrays.fill(never, Double.POSITIVE_INFINITY);
      return never;
    }
    if (successes == count) {
      return trials.stream().mapToDouble(Trial::evaluations).toArray();
    }
    int rounds = (LEAST_DRAWS + count - 1) / count;
    double[] times = new double[rounds * count];
    Arrays.setAll(times, i -> runningTime(trials, trials.get(i % count), random));
    return times;
  }

  private static double runningTime(List<Trial> trials, Trial first, SplittableRandom random) {
    Trial trial = first;
    double evaluations = trial.evaluations();
    while (!trial.success()) {
      trial = trials.get(random.nextInt(trials.size()));
      evaluations += trial.evaluations();
    }
    return evaluations;
  }
}
