package org.multidescent.problem;

import org.multidescent.function.BatchValueAndGradient;

/** Evaluates a batch objective that computes gradients with its values. */
final class FusedBatchEvaluator implements Evaluator {

  private final BatchValueAndGradient objective;
  private final double[] single = new double[1];
  private double[] unused;

  FusedBatchEvaluator(BatchValueAndGradient objective, int dimension) {
    this.objective = objective;
    this.unused = new double[dimension];
  }

  @Override
  public double value(double[] x) {
    return valueAndGradient(x, unused);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    single[0] = Double.NaN;
    BatchOfOne.make(() -> objective.valuesAndGradients(x, 1, single, gradient));
    return single[0];
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    if (unused.length < positions.length) {
      unused = new double[positions.length];
    }
    objective.valuesAndGradients(positions, count, values, unused);
  }
}
