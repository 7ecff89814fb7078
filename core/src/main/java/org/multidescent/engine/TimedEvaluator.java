package org.multidescent.engine;

import org.multidescent.problem.Evaluator;

/** Measures some of the evaluations. */
final class TimedEvaluator implements Evaluator {

  private final Evaluator evaluator;
  private final Timing timing;
  private final Sampler sampler;

  TimedEvaluator(Evaluator evaluator, Timing timing) {
    this.evaluator = evaluator;
    this.timing = timing;
    this.sampler = timing.evaluations;
  }

  @Override
  public double value(double[] x) {
    return sampler.isDue() ? timedValue(x) : evaluator.value(x);
  }

  private double timedValue(double[] x) {
    long start = System.nanoTime();
    double value = evaluator.value(x);
    timing.evaluated(System.nanoTime() - start, 1);
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    if (!sampler.isDue()) {
      return evaluator.valueAndGradient(x, gradient);
    }
    long start = System.nanoTime();
    double value = evaluator.valueAndGradient(x, gradient);
    timing.evaluated(System.nanoTime() - start, 1);
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    if (!sampler.isDue()) {
      evaluator.values(positions, count, values);
      return;
    }
    long start = System.nanoTime();
    evaluator.values(positions, count, values);
    timing.evaluated(System.nanoTime() - start, count);
  }
}
