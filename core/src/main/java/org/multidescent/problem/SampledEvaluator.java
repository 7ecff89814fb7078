package org.multidescent.problem;

import org.multidescent.random.Mix;

/** Evaluates gradients of named samples, and the validation loss. */
final class SampledEvaluator implements Evaluator {

  private final StochasticGradient samples;
  private final Objective validation;
  private final double[] position;
  private long next;

  SampledEvaluator(StochasticGradient samples, Objective validation, int dimension) {
    this.samples = samples;
    this.validation = validation;
    this.position = new double[dimension];
  }

  @Override
  public void sample(long name) {
    next = name;
  }

  @Override
  public double value(double[] x) {
    return validation.value(x);
  }

  /** Computes the gradient of the sample that was named; the value is not computed. */
  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    long sample = next;
    next = Mix.mix(sample, 1);
    samples.gradient(x, sample, gradient);
    return Double.NaN;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(positions, k * position.length, position, 0, position.length);
      values[k] = validation.value(position);
    }
  }
}
