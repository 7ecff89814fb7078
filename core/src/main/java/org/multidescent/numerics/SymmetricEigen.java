package org.multidescent.numerics;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix: Householder's reduction to a
 * tridiagonal one, then the QL algorithm with implicit shifts (Martin, Reinsch and Wilkinson 1968;
 * Bowdler, Martin, Reinsch and Wilkinson 1968). In place, without allocation, and portable to the
 * last bit.
 */
public final class SymmetricEigen {

  private static final int MOST_ITERATIONS = 60;

  private SymmetricEigen() {}

  /**
   * Replaces a matrix by its eigenvectors.
   *
   * @param a holds the matrix by rows; its columns become the eigenvectors
   * @param at where the matrix begins
   * @param n its order
   * @param values receives the eigenvalues, in no order
   * @param first where they begin
   * @param work scratch of at least {@code 2 n} entries
   * @return whether it converged
   */
  public static boolean decompose(
      double[] a, int at, int n, double[] values, int first, double[] work) {
    reduce(a, at, n, values, first, work);
    return iterate(a, at, n, values, first, work);
  }

  /**
   * Reduces to tridiagonal form: the diagonal goes to {@code values}, the entries beside it to
   * {@code work} from 1, the product of the reflections to {@code a}.
   */
  private static void reduce(double[] a, int at, int n, double[] values, int first, double[] work) {
    double[] vector = work;
    int image = n;
    for (int k = n - 1; k > 1; k--) {
      int row = at + k * n;
      double norm = 0;
      for (int j = 0; j < k; j++) {
        norm += a[row + j] * a[row + j];
      }
      double rest = norm - a[row + k - 1] * a[row + k - 1];
      values[first + k] = a[row + k];
      if (!(rest > 0)) {
        vector[k] = a[row + k - 1];
        a[row + k] = 0;
        continue;
      }
      double length = Math.sqrt(norm);
      double beside = a[row + k - 1] > 0 ? -length : length;
      double half = norm - beside * a[row + k - 1];
      a[row + k - 1] -= beside;
      a[row + k] = half;
      reflect(a, at, n, k, half, work, image);
      vector[k] = beside;
    }
    if (n > 1) {
      vector[1] = a[at + n];
      values[first + 1] = a[at + n + 1];
      a[at + n + 1] = 0;
    }
    values[first] = a[at];
    vector[0] = 0;
    accumulate(a, at, n);
  }

  /** Applies the reflection of the vector in row {@code k} to the leading block, both sides. */
  private static void reflect(
      double[] a, int at, int n, int k, double half, double[] work, int image) {
    int row = at + k * n;
    double product = 0;
    for (int i = 0; i < k; i++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += a[at + i * n + j] * a[row + j];
      }
      work[image + i] = sum / half;
      product += work[image + i] * a[row + i];
    }
    double shift = product / (2 * half);
    for (int i = 0; i < k; i++) {
      work[image + i] -= shift * a[row + i];
    }
    for (int i = 0; i < k; i++) {
      double v = a[row + i];
      double w = work[image + i];
      for (int j = 0; j < k; j++) {
        a[at + i * n + j] -= v * work[image + j] + w * a[row + j];
      }
    }
  }

  /** Multiplies the reflections, each kept in its row with half its squared length behind it. */
  private static void accumulate(double[] a, int at, int n) {
    a[at] = 1;
    for (int k = 1; k < n; k++) {
      int row = at + k * n;
      double half = a[row + k];
      if (half != 0) {
        for (int j = 0; j < k; j++) {
          double sum = 0;
          for (int i = 0; i < k; i++) {
            sum += a[row + i] * a[at + i * n + j];
          }
          sum /= half;
          for (int i = 0; i < k; i++) {
            a[at + i * n + j] -= sum * a[row + i];
          }
        }
      }
      for (int j = 0; j < k; j++) {
        a[row + j] = 0;
        a[at + j * n + k] = 0;
      }
      a[row + k] = 1;
    }
  }

  /** Rotates the tridiagonal matrix into a diagonal one, and the eigenvectors with it. */
  private static boolean iterate(
      double[] a, int at, int n, double[] values, int first, double[] beside) {
    System.arraycopy(beside, 1, beside, 0, n - 1);
    beside[n - 1] = 0;
    for (int l = 0; l < n; l++) {
      for (int iteration = 0; ; iteration++) {
        int m = split(values, first, beside, l, n);
        if (m == l) {
          break;
        }
        if (iteration == MOST_ITERATIONS) {
          return false;
        }
        sweep(a, at, n, values, first, beside, l, m);
      }
    }
    return true;
  }

  private static int split(double[] values, int first, double[] beside, int l, int n) {
    int m = l;
    while (m < n - 1) {
      double size = Math.abs(values[first + m]) + Math.abs(values[first + m + 1]);
      if (!(Math.abs(beside[m]) > 0x1p-53 * size)) {
        break;
      }
      m++;
    }
    return m;
  }

  private static void sweep(
      double[] a, int at, int n, double[] values, int first, double[] beside, int l, int m) {
    double g = (values[first + l + 1] - values[first + l]) / (2 * beside[l]);
    double r = Math.sqrt(g * g + 1);
    g = values[first + m] - values[first + l] + beside[l] / (g + (g >= 0 ? r : -r));
    double sine = 1;
    double cosine = 1;
    double shift = 0;
    for (int i = m - 1; i >= l; i--) {
      double f = sine * beside[i];
      double b = cosine * beside[i];
      r = Math.sqrt(f * f + g * g);
      beside[i + 1] = r;
      if (r == 0) {
        values[first + i + 1] -= shift;
        beside[m] = 0;
        return;
      }
      sine = f / r;
      cosine = g / r;
      g = values[first + i + 1] - shift;
      r = (values[first + i] - g) * sine + 2 * cosine * b;
      shift = sine * r;
      values[first + i + 1] = g + shift;
      g = cosine * r - b;
      for (int row = at; row < at + n * n; row += n) {
        double right = a[row + i + 1];
        double left = a[row + i];
        a[row + i + 1] = sine * left + cosine * right;
        a[row + i] = cosine * left - sine * right;
      }
    }
    values[first + l] -= shift;
    beside[l] = g;
    beside[m] = 0;
  }
}
