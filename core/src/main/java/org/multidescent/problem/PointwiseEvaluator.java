package org.multidescent.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchException;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;

/** Evaluates position by position. */
final class PointwiseEvaluator implements Evaluator {

  private final Objective objective;
  private final @Nullable ValueAndGradient gradient;
  private final double[] position;

  PointwiseEvaluator(Objective objective, @Nullable ValueAndGradient gradient, int dimension) {
    this.objective = objective;
    this.gradient = gradient;
    this.position = new double[dimension];
  }

  /** Evaluates an objective that computes its gradient with each value. */
  static PointwiseEvaluator fused(ValueAndGradient objective, int dimension) {
    double[] unused = new double[dimension];
    return new PointwiseEvaluator(x -> objective.valueAndGradient(x, unused), objective, dimension);
  }

  @Override
  public double value(double[] x) {
    return objective.value(x);
  }

  @Override
  public double valueAndGradient(double[] x, double[] result) {
    if (gradient == null) {
      throw new IllegalStateException("the problem has no analytic gradient");
    }
    return gradient.valueAndGradient(x, result);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    each(objective, positions, count, values, position);
  }

  /**
   * Evaluates all positions of a batch, also those after one that failed.
   *
   * @param objective gives the value at each position
   * @param position room for one position
   * @throws BatchException if some failed
   */
  static void each(
      Objective objective, double[] positions, int count, double[] values, double[] position) {
    @Nullable Throwable[] failures = new @Nullable Throwable[0];
    for (int k = 0; k < count; k++) {
      System.arraycopy(positions, k * position.length, position, 0, position.length);
      try {
        values[k] = objective.value(position);
      } catch (Throwable failure) {
        failures = Arrays.copyOf(failures, k + 1);
        failures[k] = failure;
        values[k] = Double.NaN;
      }
    }
    if (failures.length > 0) {
      throw new BatchException(failures);
    }
  }
}
