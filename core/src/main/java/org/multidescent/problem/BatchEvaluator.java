package org.multidescent.problem;

import org.multidescent.function.BatchObjective;

/** Evaluates through a batch objective; a single value is a batch of one. */
final class BatchEvaluator implements Evaluator {

  private final BatchObjective objective;
  private final double[] single = new double[1];

  BatchEvaluator(BatchObjective objective) {
    this.objective = objective;
  }

  @Override
  public double value(double[] x) {
    BatchOfOne.make(() -> objective.values(x, 1, single));
    return single[0];
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    throw new IllegalStateException("the problem has no analytic gradient");
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    objective.values(positions, count, values);
  }
}
