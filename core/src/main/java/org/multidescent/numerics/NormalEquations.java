package org.multidescent.numerics;

import java.util.Arrays;

/**
 * Linear least squares by normal equations and Cholesky's factors (Golub and Van Loan, Matrix
 * Computations, section 5.3): a fraction of the time of {@link HouseholderQr}, but with the square
 * of the condition number. Not thread-safe.
 */
public final class NormalEquations {

  /** A column of which less is left than this share depends on those before it. */
  private static final double DEPENDENT = 1e-14;

  private final int columns;
  private final double[][] matrix;
  private final double[] right;

  /**
   * Creates the equations of no row.
   *
   * @param columns the number of coefficients
   */
  public NormalEquations(int columns) {
    this.columns = columns;
    matrix = new double[columns][];
    Arrays.setAll(matrix, i -> new double[i + 1]);
    right = new double[columns];
  }

  /** Forgets all rows. */
  public void clear() {
    for (double[] row : matrix) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(right, 0);
  }

  /**
   * Adds a row.
   *
   * @param row one number a column
   * @param value what their products with the coefficients shall add up to
   * @param weight how much the square of the difference counts, above 0
   */
  public void add(double[] row, double value, double weight) {
    for (int i = 0; i < columns; i++) {
      double[] to = matrix[i];
      double factor = weight * row[i];
      for (int j = 0; j <= i; j++) {
        to[j] += factor * row[j];
      }
      right[i] += factor * value;
    }
  }

  /**
   * Solves the equations, which are lost.
   *
   * @return the coefficients; 0 for a column that depends on those before it
   */
  public double[] solve() {
    for (int i = 0; i < columns; i++) {
      double[] row = matrix[i];
      for (int j = 0; j < i; j++) {
        row[j] = matrix[j][j] == 0 ? 0 : (row[j] - product(row, matrix[j], j)) / matrix[j][j];
      }
      double left = row[i] - product(row, row, i);
      row[i] = left > DEPENDENT * row[i] ? Math.sqrt(left) : 0;
      right[i] = row[i] == 0 ? 0 : (right[i] - product(row, right, i)) / row[i];
    }
    double[] solution = new double[columns];
    for (int i = columns - 1; i >= 0; i--) {
      solution[i] = matrix[i][i] == 0 ? 0 : right[i] / matrix[i][i];
      for (int j = 0; j < i; j++) {
        right[j] -= matrix[i][j] * solution[i];
      }
    }
    return solution;
  }

  private static double product(double[] a, double[] b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
