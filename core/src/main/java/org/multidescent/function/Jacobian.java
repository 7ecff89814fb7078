package org.multidescent.function;

import java.util.Objects;

/** The derivatives of residuals by the coordinates. */
@FunctionalInterface
public interface Jacobian {

  /**
   * Computes the derivatives at a position.
   *
   * @param x the position, in the problem's own coordinates; on loan for the length of the call
   * @param derivatives receives the derivative of residual {@code i} by coordinate {@code j} at
   *     index {@code i * dimension + j}
   */
  void derivatives(double[] x, double[] derivatives);

  /** One row of a Jacobian at a time. */
  @FunctionalInterface
  interface Row {

    /**
     * Computes the derivatives of one residual.
     *
     * @param x the position; on loan for the length of the call
     * @param residual the index of the residual, from 0
     * @param derivatives receives one entry a coordinate
     */
    void derivatives(double[] x, int residual, double[] derivatives);
  }

  /** One column of a Jacobian at a time. */
  @FunctionalInterface
  interface Column {

    /**
     * Computes the derivatives of all residuals by one coordinate.
     *
     * @param x the position; on loan for the length of the call
     * @param coordinate the coordinate, from 0
     * @param derivatives receives one entry a residual
     */
    void derivatives(double[] x, int coordinate, double[] derivatives);
  }

  /**
   * Returns a Jacobian computed row by row.
   *
   * @param row computes one row; as safe for many threads as the residuals are
   * @return the Jacobian
   */
  static Jacobian byRows(Row row) {
    Objects.requireNonNull(row, "row: null (expected: a function)");
    return (x, derivatives) -> {
      double[] one = new double[x.length];
      for (int i = 0; i * x.length < derivatives.length; i++) {
        row.derivatives(x, i, one);
        System.arraycopy(one, 0, derivatives, i * x.length, x.length);
      }
    };
  }

  /**
   * Returns a Jacobian computed column by column.
   *
   * @param column computes one column; as safe for many threads as the residuals are
   * @return the Jacobian
   */
  static Jacobian byColumns(Column column) {
    Objects.requireNonNull(column, "column: null (expected: a function)");
    return (x, derivatives) -> {
      int count = derivatives.length / x.length;
      double[] one = new double[count];
      for (int j = 0; j < x.length; j++) {
        column.derivatives(x, j, one);
        for (int i = 0; i < count; i++) {
          derivatives[i * x.length + j] = one[i];
        }
      }
    };
  }
}
