package org.multidescent.bench.contender;

import java.util.Arrays;
import java.util.Comparator;
import org.multidescent.start.Starts;

/**
 * TikTak (A. Arnoud, F. Guvenen and T. Kleineberg, "Benchmarking global optimizers", NBER working
 * paper 26340, 2019, revised 2022): Sobol points are evaluated and the best of them sorted; from
 * each in turn a local method starts, from a point drawn towards the best optimum so far with the
 * weight {@code sqrt(i / kept)}, not less than 0.1 and not more than 0.995, as in the authors'
 * code. Here the local method is the core's limited-memory BFGS, to its last digits (theirs end at
 * 1e-8), and a round that leaves budget is followed by another with the next points.
 *
 * @param points the Sobol points of a round, 2 or more
 * @param kept how many of them are kept
 */
record TikTak(String name, int points, int kept) implements Contender {

  private static final double LEAST_PULL = 0.1;
  private static final double MOST_PULL = 0.995;

  /**
   * Rounds of 128 points of which a tenth is kept, which needs the fewest evaluations on the
   * classic and the rotated problems among 128, 100 d (as in optimagic) and the authors' 700.
   */
  static TikTak quick(String name) {
    return new TikTak(name, 128, 13);
  }

  /** As in the authors' runs on test functions in 2 and 10 dimensions: 700 points, 100 kept. */
  static TikTak published(String name) {
    return new TikTak(name, 700, 100);
  }

  /** A point of the sequence, in working coordinates, and its value. */
  private record Sample(long index, double[] u, double value) {}

  @Override
  public void run(Run run) {
    LocalSearch local = new LocalSearch(run, Style.LBFGS);
    for (long first = 0; !run.monitor().isOver(); first += points) {
      round(run, local, first);
    }
  }

  private void round(Run run, LocalSearch local, long first) {
    Sample[] samples = new Sample[points];
    for (int k = 0; k < points; k++) {
      double[] u = new double[run.dimension()];
      Starts.sobol().fill(run.task().seed(), first + k, run.box(), u);
      local.toWorking(u);
      samples[k] = new Sample(first + k, u, local.value(u));
    }
    double valueScale =
        SortedDescents.valueScale(Arrays.stream(samples).mapToDouble(Sample::value).toArray());
    Arrays.sort(samples, Comparator.comparingDouble(Sample::value));
    double[] lowest = samples[0].u().clone();
    double value = local.descend(lowest, samples[0].value(), valueScale, samples[0].index());
    for (int i = 1; i < kept; i++) {
      double[] u = between(samples[i].u(), lowest, pull(i + 1, kept));
      double end = local.descend(u, local.value(u), valueScale, samples[i].index());
      if (end < value) {
        value = end;
        lowest = u;
      }
    }
  }

  /** The weight of the best optimum for the i-th of the points kept, from 1. */
  static double pull(int i, int kept) {
    return Math.min(Math.max(LEAST_PULL, Math.sqrt((double) i / kept)), MOST_PULL);
  }

  private static double[] between(double[] sample, double[] lowest, double pull) {
    double[] u = new double[sample.length];
    Arrays.setAll(u, j -> (1 - pull) * sample[j] + pull * lowest[j]);
    return u;
  }
}
