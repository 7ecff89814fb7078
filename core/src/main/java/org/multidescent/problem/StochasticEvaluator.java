package org.multidescent.problem;

import org.multidescent.function.StochasticObjective;
import org.multidescent.random.Mix;

/** Evaluates an objective whose random numbers are named; one after the other of a sample. */
final class StochasticEvaluator implements Evaluator {

  private final StochasticObjective objective;
  private final double[] position;
  private long next;

  StochasticEvaluator(StochasticObjective objective, int dimension) {
    this.objective = objective;
    this.position = new double[dimension];
  }

  @Override
  public void sample(long name) {
    next = name;
  }

  @Override
  public double value(double[] x) {
    long sample = next;
    next = Mix.mix(sample, 1);
    return objective.value(x, sample);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    throw new IllegalStateException("the problem has no analytic gradient");
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    PointwiseEvaluator.each(this::value, positions, count, values, position);
  }
}
