package org.multidescent.problem;

import org.jspecify.annotations.Nullable;

/** Evaluates an objective, and constraints that come apart from it. */
final class ApartEvaluator implements Evaluator {

  private final Evaluator objective;
  private final ConstraintFunction function;

  ApartEvaluator(Evaluator objective, ConstraintFunction function) {
    this.objective = objective;
    this.function = function;
  }

  @Override
  public double value(double[] x) {
    return objective.value(x);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    return objective.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    objective.values(positions, count, values);
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    function.values(x, constraints);
  }

  @Override
  public @Nullable Runnable cancellation() {
    return objective.cancellation();
  }
}
