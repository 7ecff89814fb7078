package org.multidescent.bench.contender;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hipparchus.special.Gamma;
import org.multidescent.start.Starts;

/**
 * Multi-level single linkage (Rinnooy Kan and Timmer, "Stochastic global optimization methods, part
 * II: multi level methods", Mathematical Programming 39, 1987). Points are drawn in batches; of all
 * points so far the best share is looked at, and a local method starts from each that has not been
 * a start yet and has no better point within the critical distance {@code (Gamma(1 + d/2) sigma log
 * n / n)^(1/d) / sqrt(pi)} of the unit cube, which shrinks as points become dense. Here the local
 * method is the core's limited-memory BFGS, to its last digits, and points are Sobol's, as in S.
 * Kucherenko and Y. Sytsko, "Application of deterministic low-discrepancy sequences in global
 * optimization", Computational Optimization and Applications 30, 2005.
 *
 * @param batch the points of a batch, from the number of coordinates
 * @param reduced the share of points looked at, above 0 and at most 1
 * @param sigma how far the critical distance reaches, above 0
 * @param linksOptima whether a point within the critical distance of a better local optimum is no
 *     start either
 */
record Mlsl(String name, IntUnaryOperator batch, double reduced, double sigma, boolean linksOptima)
    implements Contender {

  private static final Comparator<Sample> ORDER =
      Comparator.<Sample>comparingDouble(sample -> sample.value)
          .thenComparingLong(sample -> sample.index);

  /**
   * As measured on BBOB: batches of 50 d Sobol points of which 5 d are looked at (L. Pal,
   * "Comparison of multistart global optimization algorithms on the BBOB noiseless testbed", GECCO
   * 2013), with the sigma = 4 of Rinnooy Kan and Timmer.
   */
  static Mlsl published(String name) {
    return new Mlsl(name, dimension -> 50 * dimension, 0.1, 4, false);
  }

  /**
   * NLopt's {@code G_MLSL_LDS}: batches of 4, a share of 0.3, sigma = 2. Its distance takes the
   * root of the Gamma function twice, which makes it 1.5 times shorter in ten dimensions; here it
   * is the paper's.
   */
  static Mlsl nlopt(String name) {
    return new Mlsl(name, dimension -> 4, 0.3, 2, true);
  }

  /** A local optimum, in the unit box. */
  private record Optimum(double[] u, double value) {}

  /** A point drawn, in the unit box. */
  private static final class Sample {
    final long index;
    final double[] u;
    final double value;
    double nearestBetter = Double.POSITIVE_INFINITY;
    int optimaSeen;
    boolean started;

    Sample(long index, double[] u, double value) {
      this.index = index;
      this.u = u;
      this.value = value;
    }

    void sees(double[] other, double otherValue) {
      if (otherValue < value) {
        nearestBetter = Math.min(nearestBetter, squaredDistance(other, u));
      }
    }
  }

  @Override
  public void run(Run run) {
    LocalSearch local = new LocalSearch(run, Style.LBFGS);
    List<Sample> samples = new ArrayList<>();
    List<Optimum> optima = new ArrayList<>();
    double valueScale = 0;
    while (!run.monitor().isOver()) {
      draw(run, local, samples);
      if (valueScale == 0) {
        valueScale =
            SortedDescents.valueScale(
                samples.stream().mapToDouble(sample -> sample.value).toArray());
      }
      double distance = critical(run.dimension(), samples.size(), sigma);
      for (int rank = 0; rank < (int) Math.ceil(reduced * samples.size()); rank++) {
        Sample sample = samples.get(rank);
        if (!sample.started && !isLinked(samples, rank, optima, distance * distance)) {
          sample.started = true;
          double[] end = sample.u.clone();
          double value = local.descend(end, sample.value, valueScale, sample.index);
          if (linksOptima) {
            optima.add(new Optimum(end, value));
          }
        }
      }
    }
  }

  private void draw(Run run, LocalSearch local, List<Sample> samples) {
    long first = samples.size();
    int count = batch.applyAsInt(run.dimension());
    for (int k = 0; k < count; k++) {
      double[] u = new double[run.dimension()];
      Starts.sobol().fill(run.task().seed(), first + k, run.box(), u);
      local.toWorking(u);
      insert(samples, new Sample(first + k, u, local.value(u)));
    }
  }

  /** Keeps the points in the order of their values, equal ones in that of their numbers. */
  private static void insert(List<Sample> sorted, Sample sample) {
    int place = Collections.binarySearch(sorted, sample, ORDER);
    sorted.add(-place - 1, sample);
  }

  /**
   * Tells whether a better point or optimum lies near. The nearest one found is kept: until the
   * critical distance has shrunk below it, no other needs to be looked for.
   */
  private static boolean isLinked(
      List<Sample> sorted, int rank, List<Optimum> optima, double squared) {
    Sample sample = sorted.get(rank);
    for (; sample.optimaSeen < optima.size(); sample.optimaSeen++) {
      Optimum optimum = optima.get(sample.optimaSeen);
      sample.sees(optimum.u(), optimum.value());
    }
    for (int better = 0; better < rank && sample.nearestBetter > squared; better++) {
      Sample other = sorted.get(better);
      sample.sees(other.u, other.value);
    }
    return sample.nearestBetter <= squared;
  }

  /** The critical distance among {@code points} points in the unit cube. */
  static double critical(int dimension, int points, double sigma) {
    double volume = sigma * Math.log(points) / points;
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
