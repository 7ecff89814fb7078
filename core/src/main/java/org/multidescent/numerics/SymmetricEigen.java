package org.multidescent.numerics;

import java.util.Arrays;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix: Householder's reduction to a
 * tridiagonal one, then the QL algorithm with implicit shifts (Martin, Reinsch and Wilkinson 1968;
 * Bowdler, Martin, Reinsch and Wilkinson 1968). Without allocation, and portable to the last bit.
 * Belongs to one thread.
 *
 * <p>Implementation note. Nearly all the work is in the loops of the last three methods, over the
 * same entries of two or three arrays. The compiler vectorises these; it does not where both are
 * parts of one array, which might overlap. So the matrix is copied into an array for each row.
 */
public final class SymmetricEigen {

  private static final int MOST_ITERATIONS = 60;

  private final int n;
  private final double[][] rows;
  private final double[] values;
  private final double[] beside;
  private final double[] image;

  /**
   * Creates the scratch for matrices.
   *
   * @param n their order
   */
  public SymmetricEigen(int n) {
    this.n = n;
    this.rows = new double[n][n];
    this.values = new double[n];
    this.beside = new double[n];
    this.image = new double[n];
  }

  /**
   * Replaces a matrix by its eigenvectors.
   *
   * @param a holds the matrix by rows; its columns become the eigenvectors
   * @param at where the matrix begins
   * @param eigenvalues receives the eigenvalues, in no order
   * @param first where they begin
   * @return whether it converged; if not, nothing is replaced
   */
  public boolean decompose(double[] a, int at, double[] eigenvalues, int first) {
    for (int i = 0; i < n; i++) {
      System.arraycopy(a, at + i * n, rows[i], 0, n);
    }
    reduce();
    accumulate();
    transpose();
    if (!iterate()) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[at + i * n + j] = rows[j][i];
      }
    }
    System.arraycopy(values, 0, eigenvalues, first, n);
    return true;
  }

  /**
   * Reduces to tridiagonal form: the diagonal goes to the values, the entries beside it to {@code
   * beside} from 1, the vectors of the reflections stay in their rows.
   */
  private void reduce() {
    for (int k = n - 1; k > 1; k--) {
      double[] row = rows[k];
      double norm = 0;
      for (int j = 0; j < k; j++) {
        norm += row[j] * row[j];
      }
      double rest = norm - row[k - 1] * row[k - 1];
      values[k] = row[k];
      if (!(rest > 0)) {
        beside[k] = row[k - 1];
        row[k] = 0;
        continue;
      }
      double length = Math.sqrt(norm);
      beside[k] = row[k - 1] > 0 ? -length : length;
      double half = norm - beside[k] * row[k - 1];
      row[k - 1] -= beside[k];
      row[k] = half;
      reflect(k, half);
    }
    if (n > 1) {
      beside[1] = rows[1][0];
      values[1] = rows[1][1];
      rows[1][1] = 0;
    }
    values[0] = rows[0][0];
  }

  /** Applies the reflection of the vector in row {@code k} to the leading block, both sides. */
  private void reflect(int k, double half) {
    double[] vector = rows[k];
    Arrays.fill(image, 0, k, 0);
    for (int j = 0; j < k; j++) {
      add(image, vector[j], rows[j], k);
    }
    double product = 0;
    for (int i = 0; i < k; i++) {
      image[i] /= half;
      product += image[i] * vector[i];
    }
    add(image, -(product / (2 * half)), vector, k);
    for (int i = 0; i < k; i++) {
      subtract(rows[i], vector[i], image, image[i], vector, k);
    }
  }

  /** Multiplies the reflections, each kept in its row with half its squared length behind it. */
  private void accumulate() {
    rows[0][0] = 1;
    for (int k = 1; k < n; k++) {
      double[] vector = rows[k];
      double half = vector[k];
      if (half != 0) {
        Arrays.fill(image, 0, k, 0);
        for (int i = 0; i < k; i++) {
          add(image, vector[i], rows[i], k);
        }
        for (int j = 0; j < k; j++) {
          image[j] /= half;
        }
        for (int i = 0; i < k; i++) {
          add(rows[i], -vector[i], image, k);
        }
      }
      for (int j = 0; j < k; j++) {
        vector[j] = 0;
        rows[j][k] = 0;
      }
      vector[k] = 1;
    }
  }

  private void transpose() {
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double entry = rows[i][j];
        rows[i][j] = rows[j][i];
        rows[j][i] = entry;
      }
    }
  }

  /**
   * Rotates the tridiagonal matrix into a diagonal one, and the eigenvectors, rows now, with it.
   */
  private boolean iterate() {
    System.arraycopy(beside, 1, beside, 0, n - 1);
    beside[n - 1] = 0;
    for (int l = 0; l < n; l++) {
      for (int iteration = 0; ; iteration++) {
        int m = split(l);
        if (m == l) {
          break;
        }
        if (iteration == MOST_ITERATIONS) {
          return false;
        }
        sweep(l, m);
      }
    }
    return true;
  }

  private int split(int l) {
    int m = l;
    while (m < n - 1) {
      double size = Math.abs(values[m]) + Math.abs(values[m + 1]);
      if (!(Math.abs(beside[m]) > 0x1p-53 * size)) {
        break;
      }
      m++;
    }
    return m;
  }

  private void sweep(int l, int m) {
    double g = (values[l + 1] - values[l]) / (2 * beside[l]);
    double r = Math.sqrt(g * g + 1);
    g = values[m] - values[l] + beside[l] / (g + (g >= 0 ? r : -r));
    double sine = 1;
    double cosine = 1;
    double shift = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = sine * beside[i];
      double b = cosine * beside[i];
      r = Math.sqrt(f * f + g * g);
      beside[i + 1] = r;
      if (r == 0) {
        values[i + 1] -= shift;
        beside[m] = 0;
        return;
      }
      sine = f / r;
      cosine = g / r;
      g = values[i + 1] - shift;
      r = (values[i] - g) * sine + 2 * cosine * b;
      shift = sine * r;
      values[i + 1] = g + shift;
      g = cosine * r - b;
      rotate(rows[i], rows[i + 1], sine, cosine, n);
    }
    values[l] -= shift;
    beside[l] = g;
    beside[m] = 0;
  }

  private static void rotate(double[] left, double[] right, double sine, double cosine, int n) {
    for (int c = 0; c < n; c++) {
      double r = right[c];
      double l = left[c];
      right[c] = sine * l + cosine * r;
      left[c] = cosine * l - sine * r;
    }
  }

  private static void add(double[] sum, double factor, double[] vector, int n) {
    for (int c = 0; c < n; c++) {
      sum[c] += factor * vector[c];
    }
  }

  private static void subtract(
      double[] row, double v, double[] image, double w, double[] vector, int n) {
    for (int c = 0; c < n; c++) {
      row[c] -= v * image[c] + w * vector[c];
    }
  }
}
