package org.multidescent.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchResiduals;
import org.multidescent.function.Jacobian;
import org.multidescent.function.Residuals;
import org.multidescent.util.NumberedNaN;

/** One thread's hold on a sum of squares: weights its residuals, and adds up what they cost. */
final class ResidualEvaluator implements Evaluator {

  private final Residuals function;
  private final @Nullable BatchResiduals batch;
  private final @Nullable Jacobian jacobian;
  private final double @Nullable [] roots;
  private final Loss loss;
  private final int dimension;
  private final double[] scratch;
  private double @Nullable [] derivatives;

  ResidualEvaluator(
      Residuals function,
      @Nullable BatchResiduals batch,
      int count,
      @Nullable Jacobian jacobian,
      double @Nullable [] roots,
      Loss loss,
      int dimension) {
    this.function = function;
    this.batch = batch;
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
    try {
      function.residuals(x, residuals);
    } catch (ArrayIndexOutOfBoundsException beyond) {
      throw explained(beyond, residuals.length);
    }
    return weigh(residuals, 0);
  }

  /** Says what there is room for, if it is the residuals that had no more. */
  private RuntimeException explained(ArrayIndexOutOfBoundsException beyond, int room) {
    String told = String.valueOf(beyond.getMessage());
    if (!told.endsWith("length " + room) && !told.endsWith("double[" + room + "]")) {
      return beyond;
    }
    int count = scratch.length;
    RuntimeException explained =
        new IndexOutOfBoundsException(
            "residuals: %s (expected: %d for each of %d positions, residual i of position k at %d k + i)"
                .formatted(told, count, room / count, count));
    explained.initCause(beyond);
    return explained;
  }

  /**
   * Weights the residuals of a position; returns what they cost, or a NaN with the number of the
   * first that is not finite.
   */
  private double weigh(double[] residuals, int from) {
    double sum = 0;
    for (int i = 0; i < scratch.length; i++) {
      if (roots != null) {
        residuals[from + i] *= roots[i];
      }
      sum += loss.value(residuals[from + i]);
    }
    return Double.isNaN(sum) ? NumberedNaN.of(firstNotFinite(residuals, from)) : sum;
  }

  private static int firstNotFinite(double[] residuals, int from) {
    int first = from;
    while (first < residuals.length - 1 && Double.isFinite(residuals[first])) {
      first++;
    }
    return first - from;
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    if (batch == null) {
      Evaluator.super.residuals(positions, count, residuals, values);
      return;
    }
    Arrays.fill(residuals, Double.NaN);
    try {
      batch.residuals(positions, count, residuals);
    } catch (ArrayIndexOutOfBoundsException beyond) {
      throw explained(beyond, residuals.length);
    } finally {
      for (int k = 0; k < count; k++) {
        values[k] = weigh(residuals, k * scratch.length);
      }
    }
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
    if (batch == null) {
      PointwiseEvaluator.each(this::value, positions, count, values, new double[dimension]);
      return;
    }
    double[] exact = Arrays.copyOf(positions, count * dimension);
    residuals(exact, count, new double[count * scratch.length], values);
  }
}
