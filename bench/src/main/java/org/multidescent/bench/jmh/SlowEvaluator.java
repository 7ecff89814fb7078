package org.multidescent.bench.jmh;

import org.multidescent.problem.Evaluator;

/** Takes longer than another evaluator by a fixed piece of work a call. */
record SlowEvaluator(Evaluator evaluator, Runnable work) implements Evaluator {

  @Override
  public void sample(long name) {
    evaluator.sample(name);
  }

  @Override
  public double value(double[] x) {
    work.run();
    return evaluator.value(x);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    work.run();
    return evaluator.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      work.run();
    }
    evaluator.values(positions, count, values);
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    work.run();
    return evaluator.residuals(x, residuals);
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    work.run();
    evaluator.jacobian(x, derivatives);
  }
}
