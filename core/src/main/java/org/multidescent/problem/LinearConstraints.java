package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;

/** The constraints {@code Ax - b}; safe for use by many threads. */
final class LinearConstraints implements ConstraintEvaluator {

  private final double[][] matrix;
  private final double[] bounds;

  LinearConstraints(double[][] matrix, double[] bounds) {
    Objects.requireNonNull(matrix, "matrix: null (expected: rows of numbers)");
    Objects.requireNonNull(bounds, "bounds: null (expected: one number a row)");
    if (matrix.length != bounds.length) {
      throw new IllegalArgumentException(
          "bounds: " + bounds.length + " (expected: " + matrix.length + ", one a row)");
    }
    this.matrix = new double[matrix.length][];
    this.bounds = bounds.clone();
    for (int j = 0; j < matrix.length; j++) {
      double[] row = Objects.requireNonNull(matrix[j], "matrix: a row is null");
      if (row.length != matrix[0].length) {
        throw new IllegalArgumentException(
            "matrix: row %d has %d numbers (expected: %d, as many as row 0)"
                .formatted(j, row.length, matrix[0].length));
      }
      this.matrix[j] = row.clone();
      requireFinite("matrix: row " + j, row);
    }
    requireFinite("bounds", bounds);
  }

  private static void requireFinite(String name, double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw new IllegalArgumentException(
            "%s: %s at %d (expected: finite numbers)".formatted(name, numbers[i], i));
      }
    }
  }

  /** The number of coordinates of each row; -1 if there is no row. */
  int dimension() {
    return matrix.length == 0 ? -1 : matrix[0].length;
  }

  @Override
  public void values(double[] x, double[] constraints) {
    for (int j = 0; j < bounds.length; j++) {
      double sum = -bounds[j];
      for (int i = 0; i < x.length; i++) {
        sum += matrix[j][i] * x[i];
      }
      constraints[j] = sum;
    }
  }

  @Override
  public void jacobian(double[] x, double[] rows) {
    for (int j = 0; j < bounds.length; j++) {
      System.arraycopy(matrix[j], 0, rows, j * x.length, x.length);
    }
  }

  @Override
  public String toString() {
    return Arrays.deepToString(matrix) + " x against " + Arrays.toString(bounds);
  }
}
