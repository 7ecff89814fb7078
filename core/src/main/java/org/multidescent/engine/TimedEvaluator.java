package org.multidescent.engine;

import org.multidescent.problem.Evaluator;

/** Measures each call. */
final class TimedEvaluator implements Evaluator {

  private final Evaluator evaluator;
  private final Timing timing;

  TimedEvaluator(Evaluator evaluator, Timing timing) {
    this.evaluator = evaluator;
    this.timing = timing;
  }

  /** Returns the evaluator that makes the calls. */
  Evaluator plain() {
    return evaluator;
  }

  @Override
  public double value(double[] x) {
    long start = System.nanoTime();
    double value = evaluator.value(x);
    timing.evaluated(System.nanoTime() - start, 1);
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    long start = System.nanoTime();
    double value = evaluator.valueAndGradient(x, gradient);
    timing.evaluated(System.nanoTime() - start, 1);
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    long start = System.nanoTime();
    evaluator.values(positions, count, values);
    timing.evaluated(System.nanoTime() - start, count);
  }
}
