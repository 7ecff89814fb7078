package org.multidescent.bench.contender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * Multi-level single linkage (Rinnooy Kan and Timmer, "Stochastic global optimization methods, part
 * II: multi level methods", Mathematical Programming 39, 1987). Uniform points are drawn in batches
 * of {@value #BATCH}; of all points so far the best fifth is looked at, and a local method starts
 * from each that has not been a start yet and has no better point within the critical distance,
 * which shrinks as points become dense. Here the local method is the core's limited-memory BFGS.
 */
record Mlsl(String name) implements Contender {

  private static final int BATCH = 100;
  private static final double REDUCED = 0.2;
  private static final double SIGMA = 4;

  /** A point drawn, in the unit box. */
  private static final class Sample {
    final long index;
    final double[] u;
    final double value;
    double nearestBetter = Double.POSITIVE_INFINITY;
    boolean started;

    Sample(long index, double[] u, double value) {
      this.index = index;
      this.u = u;
      this.value = value;
    }
  }

  @Override
  public void run(Run run) {
    Walker walker = new Walker(run, Style.LBFGS);
    List<Sample> samples = new ArrayList<>();
    double spread = 0;
    while (!run.referee().isOver()) {
      draw(run, walker, samples);
      if (samples.size() == BATCH) {
        spread = Sorted.spread(samples.stream().mapToDouble(sample -> sample.value).toArray());
      }
      samples.sort(Comparator.comparingDouble(sample -> sample.value));
      double distance = critical(run.dimension(), samples.size());
      for (int rank = 0; rank < (int) (REDUCED * samples.size()); rank++) {
        Sample sample = samples.get(rank);
        if (!sample.started && !hasBetterNeighbour(samples, rank, distance * distance)) {
          sample.started = true;
          walker.descend(sample.u.clone(), sample.value, spread, sample.index);
        }
      }
    }
  }

  private static void draw(Run run, Walker walker, List<Sample> samples) {
    long first = samples.size();
    for (int k = 0; k < BATCH; k++) {
      double[] u = new double[run.dimension()];
      walker.start(first + k, u);
      samples.add(new Sample(first + k, u, walker.value(u)));
    }
  }

  /**
   * Tells whether a better point lies near. The nearest one found is kept: until the critical
   * distance has shrunk below it, no other needs to be looked for.
   */
  private static boolean hasBetterNeighbour(List<Sample> sorted, int rank, double squared) {
    Sample sample = sorted.get(rank);
    if (sample.nearestBetter > squared) {
      for (int better = 0; better < rank; better++) {
        Sample other = sorted.get(better);
        if (other.value < sample.value) {
          sample.nearestBetter = Math.min(sample.nearestBetter, squaredDistance(other.u, sample.u));
        }
      }
    }
    return sample.nearestBetter <= squared;
  }

  /** The critical distance among {@code points} points in the unit cube. */
  static double critical(int dimension, int points) {
    double volume = SIGMA * Math.log(points) / points;
    double half = dimension / 2.0;
    return Math.exp((Gamma.logGamma(1 + half) + Math.log(volume)) / dimension) / Math.sqrt(Math.PI);
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
