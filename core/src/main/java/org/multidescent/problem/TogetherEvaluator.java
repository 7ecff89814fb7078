package org.multidescent.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.ConstrainedObjective;

/** Evaluates an objective whose constraints come with it. */
final class TogetherEvaluator implements Evaluator {

  private final @Nullable ConstrainedObjective objective;
  private final ConstrainedObjective.@Nullable WithDerivatives derivatives;
  private final ConstrainedObjective.@Nullable Batch batch;
  private final double[] position;
  private final double[] unused;
  private final double[] unusedGradient;
  private final double[] unusedJacobian;

  /** Creates an evaluator; at least one of objective and derivatives is there. */
  TogetherEvaluator(
      @Nullable ConstrainedObjective objective,
      ConstrainedObjective.@Nullable WithDerivatives derivatives,
      ConstrainedObjective.@Nullable Batch batch,
      int dimension,
      int constraints) {
    this.objective = objective;
    this.derivatives = derivatives;
    this.batch = batch;
    this.position = new double[dimension];
    this.unused = new double[constraints];
    boolean known = derivatives != null;
    this.unusedGradient = new double[known ? dimension : 0];
    this.unusedJacobian = new double[known ? dimension * constraints : 0];
  }

  @Override
  public double value(double[] x) {
    return valueAndConstraints(x, unused);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    return valueAndDerivatives(x, gradient, unused, unusedJacobian);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    valuesAndConstraints(positions, count, values, new double[count * unused.length]);
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    return objective == null
        ? valueAndDerivatives(x, unusedGradient, constraints, unusedJacobian)
        : objective.value(x, constraints);
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    if (batch != null) {
      batch.values(positions, count, values, constraints);
      return;
    }
    for (int k = 0; k < count; k++) {
      System.arraycopy(positions, k * position.length, position, 0, position.length);
      values[k] = valueAndConstraints(position, unused);
      System.arraycopy(unused, 0, constraints, k * unused.length, unused.length);
    }
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    return Objects.requireNonNull(derivatives, "the problem has no analytic derivatives")
        .value(x, gradient, constraints, jacobian);
  }
}
