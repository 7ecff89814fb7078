package org.multidescent.problem;

/** Evaluates an objective whose constraints come with it. */
final class TogetherEvaluator implements Evaluator {

  private final ConstrainedObjective objective;
  private final double[] position;
  private final double[] unused;

  TogetherEvaluator(ConstrainedObjective objective, int dimension, int constraints) {
    this.objective = objective;
    this.position = new double[dimension];
    this.unused = new double[constraints];
  }

  @Override
  public double value(double[] x) {
    return objective.value(x, unused);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    throw new IllegalStateException("the problem has no analytic gradient");
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(positions, k * position.length, position, 0, position.length);
      values[k] = objective.value(position, unused);
    }
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    return objective.value(x, constraints);
  }
}
