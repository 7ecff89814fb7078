package org.multidescent.evolution;

import java.util.Arrays;

/**
 * A quadratic function that follows noisy values: a regression in the coordinates in which a
 * distribution is round.
 *
 * <p>The distribution has learnt what the function is like, so a function that rises alike in all
 * directions needs little evidence, any other more: what differs from it is shrunk (ridge
 * regression). Values that are far off the function count less, or not at all (iterated weights, of
 * Huber, then of Tukey's biweight; Holland and Welsch 1977), and so do positions far off the mean.
 * Beyond some coordinates there are no products of two of them. Scratch of one thread.
 */
final class QuadraticModel {

  /** In more coordinates there is no model. */
  static final int MOST_COORDINATES = 40;

  private static final int MOST_CROSSED = 10;
  private static final double SHRINKAGE = 1;
  private static final double REACH = 2.5;
  private static final double LEAST_WEIGHT = 1e-4;
  private static final double OUTLIER = 3;
  private static final int REWEIGHTED = 3;
  private static final double CLIPPED = 5;
  private static final double NORMAL = 0.6745;
  private static final double FITTED = 0.7;
  private static final double TINY = 1e-9;

  private final int dimension;
  private final boolean crossed;
  private final int terms;
  private final double[] normal;
  private final double[] right;
  private final double[] coefficients;
  private final double[] one;
  private double[] rows = new double[0];
  private double[] values = new double[0];
  private double[] near = new double[0];
  private double[] weights = new double[0];
  private double[] scaled = new double[0];
  private double[] residuals = new double[0];
  private double[] sorted = new double[0];
  private int count;
  private double level;
  private double range;

  QuadraticModel(int dimension) {
    this.dimension = dimension;
    this.crossed = dimension <= MOST_CROSSED;
    this.terms = terms(dimension);
    this.normal = new double[terms * terms];
    this.right = new double[terms];
    this.coefficients = new double[terms];
    this.one = new double[terms];
  }

  /** How many numbers describe the function: one more than are free. */
  static int terms(int dimension) {
    int products = dimension <= MOST_CROSSED ? dimension * (dimension - 1) / 2 : 0;
    return 2 + 2 * dimension + products;
  }

  /** Forgets all values, to make room for so many. */
  void clear(int most) {
    count = 0;
    if (values.length < most) {
      rows = new double[Math.multiplyExact(most, terms)];
      values = new double[most];
      near = new double[most];
      weights = new double[most];
      scaled = new double[most];
      residuals = new double[most];
      sorted = new double[most];
    }
  }

  /** Takes a value at a position; {@code z} are its coordinates where the distribution is round. */
  void add(double[] z, double value) {
    double squares = expand(z, rows, count * terms);
    near[count] = Math.exp(-squares / (2 * dimension * REACH * REACH));
    values[count] = value;
    count++;
  }

  /** How many values there are. */
  int count() {
    return count;
  }

  /** Returns a value that was added. */
  double observed(int index) {
    return values[index];
  }

  /** Returns what the function has in the place of a value that was added. */
  double fitted(int index) {
    return level + range * product(rows, index * terms);
  }

  /** Returns the function's value. */
  double predicted(double[] z) {
    expand(z, one, 0);
    return level + range * product(one, 0);
  }

  private double product(double[] expanded, int at) {
    double sum = 0;
    for (int k = 0; k < terms; k++) {
      sum += coefficients[k] * expanded[at + k];
    }
    return sum;
  }

  /** Writes the terms at a position: 1, coordinates, the mean square, squares, and products. */
  private double expand(double[] z, double[] target, int at) {
    double squares = 0;
    int k = at;
    target[k++] = 1;
    for (int i = 0; i < dimension; i++) {
      target[k++] = z[i];
      squares += z[i] * z[i];
    }
    target[k++] = squares / Math.sqrt(dimension);
    for (int i = 0; i < dimension; i++) {
      target[k++] = z[i] * z[i];
    }
    for (int i = 1; crossed && i < dimension; i++) {
      for (int j = 0; j < i; j++) {
        target[k++] = Math.sqrt(2) * z[i] * z[j];
      }
    }
    return squares;
  }

  /** Fits the function; tells whether there is one. */
  boolean fit() {
    double total = 0;
    for (int k = 0; k < count; k++) {
      near[k] = near[k] < LEAST_WEIGHT ? 0 : near[k];
      total += near[k];
    }
    if (total < dimension + 3) {
      return false;
    }
    System.arraycopy(values, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    level = sorted[count / 2];
    double spread = sorted[3 * count / 4] - sorted[count / 4];
    range = spread > 0 && spread < Double.POSITIVE_INFINITY ? spread : 1;
    for (int k = 0; k < count; k++) {
      scaled[k] = (values[k] - level) / range;
      weights[k] = near[k];
    }
    boolean solved = solve(CLIPPED);
    for (int pass = 0; solved && pass < REWEIGHTED; pass++) {
      weigh(pass == 0);
      solved = solve(Double.POSITIVE_INFINITY);
    }
    return solved;
  }

  /** Sets the weights anew, from what the function lacks of the values. */
  private void weigh(boolean gently) {
    int used = 0;
    for (int k = 0; k < count; k++) {
      residuals[k] = Math.abs(scaled[k] - product(rows, k * terms));
      if (near[k] > 0) {
        sorted[used++] = residuals[k];
      }
    }
    Arrays.sort(sorted, 0, used);
    double free = Math.max(1, used - FITTED * Math.min(terms - 1, used - 1));
    double deviation = sorted[used / 2] / NORMAL * Math.sqrt(used / free) + Double.MIN_NORMAL;
    for (int k = 0; k < count; k++) {
      double off = residuals[k] / (OUTLIER * deviation);
      double kept = gently ? Math.min(1, 1 / off) : biweight(off);
      weights[k] = near[k] * kept;
    }
  }

  private static double biweight(double off) {
    double kept = Math.max(0, 1 - off * off);
    return Math.max(LEAST_WEIGHT * LEAST_WEIGHT, kept * kept);
  }

  /**
   * Solves the normal equations by Cholesky's decomposition.
   *
   * @param most how far off the median a value counts, in units of the range of the middle half
   */
  private boolean solve(double most) {
    Arrays.fill(normal, 0);
    Arrays.fill(right, 0);
    for (int k = 0; k < count; k++) {
      if (weights[k] > 0) {
        accumulate(k, Math.min(Math.max(scaled[k], -most), most));
      }
    }
    for (int i = 0; i < terms; i++) {
      int diagonal = i * terms + i;
      normal[diagonal] += i > dimension + 1 ? SHRINKAGE : TINY * (1 + normal[diagonal]);
    }
    for (int i = 0; i < terms; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = normal[i * terms + j];
        for (int k = 0; k < j; k++) {
          rest -= normal[i * terms + k] * normal[j * terms + k];
        }
        if (j < i) {
          normal[i * terms + j] = rest / normal[j * terms + j];
        } else if (rest > 0 && rest < Double.POSITIVE_INFINITY) {
          normal[i * terms + i] = Math.sqrt(rest);
        } else {
          return false;
        }
      }
    }
    return substitute();
  }

  private void accumulate(int index, double value) {
    int row = index * terms;
    for (int i = 0; i < terms; i++) {
      double weighted = weights[index] * rows[row + i];
      right[i] += weighted * value;
      int at = i * terms;
      for (int j = 0; j <= i; j++) {
        normal[at + j] += weighted * rows[row + j];
      }
    }
  }

  private boolean substitute() {
    boolean finite = true;
    for (int i = 0; i < terms; i++) {
      double rest = right[i];
      for (int k = 0; k < i; k++) {
        rest -= normal[i * terms + k] * coefficients[k];
      }
      coefficients[i] = rest / normal[i * terms + i];
    }
    for (int i = terms - 1; i >= 0; i--) {
      double rest = coefficients[i];
      for (int k = i + 1; k < terms; k++) {
        rest -= normal[k * terms + i] * coefficients[k];
      }
      coefficients[i] = rest / normal[i * terms + i];
      finite &= Double.isFinite(coefficients[i]);
    }
    return finite;
  }
}
