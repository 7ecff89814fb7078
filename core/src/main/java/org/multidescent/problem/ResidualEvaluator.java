package org.multidescent.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.Jacobian;
import org.multidescent.function.Residuals;

/** One thread's hold on a sum of squares: weights its residuals, and adds up what they cost. */
final class ResidualEvaluator implements Evaluator {

  private final Residuals function;
  private final @Nullable Jacobian jacobian;
  private final double @Nullable [] roots;
  private final Loss loss;
  private final int dimension;
  private final double[] scratch;
  private double @Nullable [] derivatives;

  ResidualEvaluator(
      Residuals function,
      int count,
      @Nullable Jacobian jacobian,
      double @Nullable [] roots,
      Loss loss,
      int dimension) {
    this.function = function;
    this.jacobian = jacobian;
    this.roots = roots;
    this.loss = loss;
    this.dimension = dimension;
    this.scratch = new double[count];
  }

  @Override
  public double value(double[] x) {
    return residuals(x, scratch);
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    Arrays.fill(residuals, Double.NaN);
    function.residuals(x, residuals);
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      if (roots != null) {
        residuals[i] *= roots[i];
      }
      sum += loss.value(residuals[i]);
    }
    return sum;
  }

  @Override
  public void jacobian(double[] x, double[] result) {
    if (jacobian == null) {
      throw new IllegalStateException("the problem has no analytic Jacobian");
    }
    Arrays.fill(result, Double.NaN);
    jacobian.derivatives(x, result);
    if (roots != null) {
      for (int k = 0; k < result.length; k++) {
        result[k] *= roots[k / dimension];
      }
    }
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    double[] rows = derivatives;
    if (rows == null) {
      rows = new double[scratch.length * dimension];
      derivatives = rows;
    }
    jacobian(x, rows);
    double value = residuals(x, scratch);
    Arrays.fill(gradient, 0, dimension, 0);
    for (int i = 0; i < scratch.length; i++) {
      double force = loss.weight(scratch[i]) * scratch[i];
      for (int j = 0; j < dimension; j++) {
        gradient[j] += force * rows[i * dimension + j];
      }
    }
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    PointwiseEvaluator.each(this::value, positions, count, values, new double[dimension]);
  }
}
