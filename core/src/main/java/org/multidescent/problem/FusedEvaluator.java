package org.multidescent.problem;

/** Evaluates an objective that computes its gradient with each value. */
final class FusedEvaluator implements Evaluator {

  private final ValueAndGradient objective;
  private final double[] position;
  private final double[] unused;

  FusedEvaluator(ValueAndGradient objective, int dimension) {
    this.objective = objective;
    this.position = new double[dimension];
    this.unused = new double[dimension];
  }

  @Override
  public double value(double[] x) {
    return objective.valueAndGradient(x, unused);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    return objective.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(positions, k * position.length, position, 0, position.length);
      values[k] = value(position);
    }
  }
}
