package org.multidescent.bench.contender;

import java.util.Arrays;
import java.util.Comparator;
import org.multidescent.start.Starts;

/**
 * TikTak (Arnoud, Guvenen and Kleineberg, "Benchmarking global optimizers", NBER working paper
 * 26340, 2019): Sobol points are evaluated, the best tenth of them sorted; from each in turn a
 * local method starts, from a point drawn towards the best optimum so far, ever more strongly. Here
 * the local method is the core's limited-memory BFGS, and a round of {@value #POINTS} points that
 * leaves budget is followed by another with the next points.
 */
record TikTak(String name) implements Contender {

  private static final int POINTS = 128;
  private static final int KEPT = POINTS / 10;
  private static final double LEAST_PULL = 0.1;
  private static final double MOST_PULL = 0.995;

  /** A point of the sequence, in working coordinates, and its value. */
  private record Sample(long index, double[] u, double value) {}

  @Override
  public void run(Run run) {
    Walker walker = new Walker(run, Style.LBFGS);
    for (long first = 0; !run.referee().isOver(); first += POINTS) {
      round(run, walker, first);
    }
  }

  private void round(Run run, Walker walker, long first) {
    Sample[] samples = new Sample[POINTS];
    for (int k = 0; k < POINTS; k++) {
      double[] u = new double[run.dimension()];
      Starts.sobol().fill(run.task().seed(), first + k, run.box(), u);
      walker.toWorking(u);
      samples[k] = new Sample(first + k, u, walker.value(u));
    }
    double spread = Sorted.spread(Arrays.stream(samples).mapToDouble(Sample::value).toArray());
    Arrays.sort(samples, Comparator.comparingDouble(Sample::value));
    double[] lowest = samples[0].u().clone();
    double value = walker.descend(lowest, samples[0].value(), spread, samples[0].index());
    for (int i = 1; i < KEPT; i++) {
      double pull = Math.min(Math.max(LEAST_PULL, Math.sqrt((i + 1.0) / KEPT)), MOST_PULL);
      double[] u = between(samples[i].u(), lowest, pull);
      double end = walker.descend(u, walker.value(u), spread, samples[i].index());
      if (end < value) {
        value = end;
        lowest = u;
      }
    }
  }

  private static double[] between(double[] sample, double[] lowest, double pull) {
    double[] u = new double[sample.length];
    Arrays.setAll(u, j -> (1 - pull) * sample[j] + pull * lowest[j]);
    return u;
  }
}
