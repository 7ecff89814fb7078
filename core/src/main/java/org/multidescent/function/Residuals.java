package org.multidescent.function;

/** The residuals of a model: what is left between its predictions and the data. */
@FunctionalInterface
public interface Residuals {

  /**
   * Computes the residuals at a position. They need not be finite: a position with a residual that
   * is not has no value, like a position where an {@link Objective} returns NaN.
   *
   * @param x the position, in the problem's own coordinates; on loan for the length of the call
   * @param residuals receives one number a datum; always of the same length
   */
  void residuals(double[] x, double[] residuals);
}
