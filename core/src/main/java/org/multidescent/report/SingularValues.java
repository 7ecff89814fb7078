package org.multidescent.report;

/**
 * The singular values of a matrix and its right singular vectors, by one-sided Jacobi rotations
 * (Hestenes 1958; Golub and Van Loan, Matrix Computations, section 8.6): small ones as exactly as
 * large ones.
 */
final class SingularValues {

  private static final int SWEEPS = 60;
  private static final double ORTHOGONAL = 1e-15;

  /** One a column, in no order. */
  final double[] values;

  /** {@code vectors[k]} belongs to {@code values[k]}. */
  final double[][] vectors;

  /** Takes the columns of a matrix, and overwrites them. */
  SingularValues(double[][] columns) {
    int n = columns.length;
    vectors = new double[n][n];
    for (int k = 0; k < n; k++) {
      vectors[k][k] = 1;
    }
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
      rotated = false;
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotated |= makeOrthogonal(columns, p, q);
        }
      }
    }
    values = new double[n];
    for (int k = 0; k < n; k++) {
      values[k] = Math.sqrt(product(columns[k], columns[k]));
    }
  }

  private boolean makeOrthogonal(double[][] columns, int p, int q) {
    double alpha = product(columns[p], columns[p]);
    double beta = product(columns[q], columns[q]);
    double gamma = product(columns[p], columns[q]);
    if (Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha * beta)) {
      return false;
    }
    double zeta = (beta - alpha) / (2 * gamma);
    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double cosine = 1 / Math.hypot(1, tangent);
    rotate(columns[p], columns[q], cosine, cosine * tangent);
    rotate(vectors[p], vectors[q], cosine, cosine * tangent);
    return true;
  }

  private static void rotate(double[] first, double[] second, double cosine, double sine) {
    for (int i = 0; i < first.length; i++) {
      double kept = first[i];
      first[i] = cosine * kept - sine * second[i];
      second[i] = sine * kept + cosine * second[i];
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
