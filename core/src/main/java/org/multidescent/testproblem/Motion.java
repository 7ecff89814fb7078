package org.multidescent.testproblem;

import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * A change of position and orientation that keeps the minimum: the moved function at x is the old
 * one at {@code from + Q (x - to)}.
 *
 * @param from the minimiser of the old function
 * @param to the minimiser of the moved function
 * @param rotation the orthogonal matrix Q, row after row; null for the identity
 */
record Motion(double[] from, double[] to, double @Nullable [][] rotation) {

  static Motion shift(TestProblem landscape, long seed) {
    double[] from = minimiser(landscape);
    Box box = landscape.problem().startBox();
    SplittableRandom random = new SplittableRandom(seed);
    double[] to = new double[from.length];
    for (int i = 0; i < to.length; i++) {
      double offset = 0.1 + 0.2 * random.nextDouble();
      double share = 0.5 + (random.nextBoolean() ? offset : -offset);
      to[i] = box.lower(i) + share * box.width(i);
    }
    return new Motion(from, to, null);
  }

  static Motion rotation(TestProblem landscape, long seed) {
    double[] centre = minimiser(landscape);
    return new Motion(centre, centre, orthogonal(centre.length, seed));
  }

  TestProblem apply(TestProblem landscape, String name) {
    Box limits = landscape.everywhere() ? null : landscape.problem().startBox();
    double weight = Math.max(1, Math.abs(landscape.minimum()));
    Problem moved =
        landscape.problem().decorated(inner -> new MovedEvaluator(inner, this, limits, weight));
    return new TestProblem(name, moved, landscape.minimum(), true, to);
  }

  private static double[] minimiser(TestProblem landscape) {
    double[] minimiser = landscape.minimiser();
    if (minimiser == null) {
      throw new IllegalStateException(
          "minimiser: unknown for "
              + landscape.name()
              + " (expected: a landscape whose minimiser is given)");
    }
    return minimiser;
  }

  /** Gaussian rows made orthonormal by Gram and Schmidt's method, twice over for accuracy. */
  static double[][] orthogonal(int dimension, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[dimension][dimension];
    for (double[] row : rows) {
      for (int j = 0; j < dimension; j++) {
        row[j] = random.nextGaussian();
      }
    }
    for (int i = 0; i < dimension; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < i; k++) {
          subtract(rows[i], rows[k], dot(rows[i], rows[k]));
        }
        double length = Math.sqrt(dot(rows[i], rows[i]));
        for (int j = 0; j < dimension; j++) {
          rows[i][j] /= length;
        }
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] a, double[] b, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] -= factor * b[i];
    }
  }
}
