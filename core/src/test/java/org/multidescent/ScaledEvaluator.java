package org.multidescent;

import org.multidescent.problem.Evaluator;

/** An evaluator whose values and gradients are multiplied by a power of two. */
record ScaledEvaluator(Evaluator inner, int exponent) implements Evaluator {

  @Override
  public double value(double[] x) {
    return Math.scalb(inner.value(x), exponent);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    double value = inner.valueAndGradient(x, gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = Math.scalb(gradient[i], exponent);
    }
    return Math.scalb(value, exponent);
  }

  @Override
  public void values(double[] positions, int count, double[] results) {
    inner.values(positions, count, results);
    for (int k = 0; k < count; k++) {
      results[k] = Math.scalb(results[k], exponent);
    }
  }
}
