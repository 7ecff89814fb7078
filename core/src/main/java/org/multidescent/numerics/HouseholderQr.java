package org.multidescent.numerics;

/**
 * Linear least squares by Householder reflections (Golub and Van Loan, Matrix Computations, section
 * 5.3), in place: no squared condition number, as normal equations would have.
 */
public final class HouseholderQr {

  private HouseholderQr() {}

  /**
   * Finds the least {@code |A p - b|}.
   *
   * @param a the matrix, column after column, each {@code rows} long; overwritten
   * @param rows how many rows, at least as many as columns
   * @param columns how many columns
   * @param b the right-hand side, {@code rows} long; overwritten
   * @param p receives one number a column; 0 for a column that depends on those before it
   */
  public static void solve(double[] a, int rows, int columns, double[] b, double[] p) {
    for (int j = 0; j < columns; j++) {
      p[j] = reflect(a, rows, j, columns, b);
    }
    for (int j = columns - 1; j >= 0; j--) {
      double diagonal = p[j];
      double sum = b[j];
      for (int k = j + 1; k < columns; k++) {
        sum -= a[k * rows + j] * p[k];
      }
      p[j] = diagonal == 0 ? 0 : sum / diagonal;
    }
  }

  /** Clears a column below its diagonal, and returns what stands there then. */
  private static double reflect(double[] a, int rows, int j, int columns, double[] b) {
    int column = j * rows;
    double norm = norm(a, column + j, column + rows);
    if (norm == 0) {
      return 0;
    }
    double diagonal = a[column + j] > 0 ? -norm : norm;
    for (int i = column + j; i < column + rows; i++) {
      a[i] /= norm;
    }
    a[column + j] -= diagonal / norm;
    double factor = -1 / Math.abs(a[column + j]);
    for (int k = j + 1; k < columns; k++) {
      apply(a, column + j, a, k * rows + j, rows - j, factor);
    }
    apply(a, column + j, b, j, rows - j, factor);
    return diagonal;
  }

  private static void apply(double[] a, int v, double[] c, int at, int length, double factor) {
    double product = 0;
    for (int i = 0; i < length; i++) {
      product += a[v + i] * c[at + i];
    }
    product *= factor;
    for (int i = 0; i < length; i++) {
      c[at + i] += product * a[v + i];
    }
  }

  /** The length of a part of an array, without overflow. */
  public static double norm(double[] a, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(a[i]));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double scale = Math.scalb(1.0, -Math.getExponent(largest));
    double sum = 0;
    for (int i = from; i < to; i++) {
      double scaled = a[i] * scale;
      sum += scaled * scaled;
    }
    return Math.sqrt(sum) / scale;
  }
}
