package org.multidescent.problem;

import org.jspecify.annotations.Nullable;

/** Evaluates an objective, and constraints that come apart from it. */
record ApartEvaluator(Evaluator objective, ConstraintEvaluator under, int dimension)
    implements Evaluator {

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
    under.values(x, constraints);
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    under.values(positions, count, dimension, constraints);
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    under.jacobian(x, rows);
  }

  @Override
  public @Nullable Runnable cancellation() {
    return objective.cancellation();
  }
}
