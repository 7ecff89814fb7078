package org.multidescent.restart;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/** A perturbation from the best of some optima. */
final class OptimumPerturbation implements Perturbation {

  private static final double LEAST_FACTOR = 0.5;
  private static final int LEAST_AVERAGED = 2;

  private final PerturbationKind kind;
  private final List<KnownOptimum> optima;
  private final SearchView view;
  private final int candidates;
  private final double size;

  private OptimumPerturbation(
      PerturbationKind kind,
      List<KnownOptimum> optima,
      SearchView view,
      int candidates,
      double size) {
    this.kind = kind;
    this.optima = optima;
    this.view = view;
    this.candidates = candidates;
    this.size = size;
  }

  static OptimumPerturbation draw(
      PerturbationKind kind,
      List<KnownOptimum> optima,
      SearchView view,
      int candidates,
      RandomGenerator random) {
    int dimension = optima.get(0).position().length;
    double size =
        switch (kind) {
          case GAUSS_NARROW, GAUSS_MIDDLE, GAUSS_WIDE -> kind.drawDeviation(random);
          case COORDINATES_MANY, COORDINATES_SOME, COORDINATES_FEW ->
              kind.drawProbability(random, dimension);
          case CROSS, CHAIN, CENTRE -> Double.NaN;
        };
    return new OptimumPerturbation(kind, optima, view, candidates, size);
  }

  @Override
  public Origin.Drawn origin(Origin.Place place) {
    return new Origin.Perturbation(kind.label(), place);
  }

  @Override
  public long source() {
    return optima.get(0).id();
  }

  @Override
  public int candidates() {
    return candidates;
  }

  @Override
  public void propose(RandomGenerator random, double[] u) {
    double[] source = optima.get(0).position();
    switch (kind) {
      case GAUSS_NARROW, GAUSS_MIDDLE, GAUSS_WIDE -> displace(random, source, u);
      case COORDINATES_MANY, COORDINATES_SOME, COORDINATES_FEW -> redraw(random, source, u);
      case CROSS -> cross(random, source, u);
      case CENTRE -> centre(random, u);
      case CHAIN -> throw new IllegalStateException("a chain leaves from an optimum of its own");
    }
  }

  private void displace(RandomGenerator random, double[] source, double[] u) {
    for (int i = 0; i < u.length; i++) {
      u[i] = reflect(view, i, source[i] + size * width(i) * random.nextGaussian());
    }
  }

  private void redraw(RandomGenerator random, double[] source, double[] u) {
    int forced = random.nextInt(u.length);
    for (int i = 0; i < u.length; i++) {
      boolean redrawn = random.nextDouble() < size || i == forced;
      u[i] = redrawn ? view.startLower(i) + width(i) * random.nextDouble() : source[i];
    }
  }

  private void cross(RandomGenerator random, double[] source, double[] u) {
    int first = 1 + random.nextInt(optima.size() - 1);
    int second = 1 + random.nextInt(optima.size() - 2);
    if (second >= first) {
      second++;
    }
    double[] a = optima.get(first).position();
    double[] b = optima.get(second).position();
    double factor = LEAST_FACTOR + (1 - LEAST_FACTOR) * random.nextDouble();
    for (int i = 0; i < u.length; i++) {
      u[i] = reflect(view, i, source[i] + factor * (a[i] - b[i]));
    }
  }

  /**
   * A normal distribution with the mean and the spread of some of the best optima, the better ones
   * weighing more, as evolution strategies weigh parents; between all and two of them, log-uniform.
   * Where positions are so large that their squares overflow, it is the best one.
   */
  private void centre(RandomGenerator random, double[] u) {
    double most = optima.size() / (double) LEAST_AVERAGED;
    int averaged = (int) Math.round(LEAST_AVERAGED * StrictMath.pow(most, random.nextDouble()));
    double[] squares = new double[u.length];
    Arrays.fill(u, 0);
    double weights = 0;
    for (int rank = 0; rank < averaged; rank++) {
      double weight = StrictMath.log(averaged + 0.5) - StrictMath.log(rank + 1);
      double[] position = optima.get(rank).position();
      weights += weight;
      for (int i = 0; i < u.length; i++) {
        u[i] += weight * position[i];
        squares[i] += weight * position[i] * position[i];
      }
    }
    for (int i = 0; i < u.length; i++) {
      double mean = u[i] / weights;
      double deviation = Math.sqrt(Math.max(0, squares[i] / weights - mean * mean));
      double place = mean + deviation * random.nextGaussian();
      u[i] = reflect(view, i, Double.isFinite(place) ? place : optima.get(0).position()[i]);
    }
  }

  private double width(int i) {
    return view.startUpper(i) - view.startLower(i);
  }

  /** Mirrors a coordinate that is beyond a bound. */
  static double reflect(SearchView view, int i, double value) {
    double lower = view.lower(i);
    double upper = view.upper(i);
    double mirrored = value < lower ? 2 * lower - value : value;
    mirrored = mirrored > upper ? 2 * upper - mirrored : mirrored;
    return Math.min(Math.max(mirrored, lower), upper);
  }
}
