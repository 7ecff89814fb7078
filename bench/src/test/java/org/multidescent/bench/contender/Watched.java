package org.multidescent.bench.contender;

import java.util.function.DoubleConsumer;
import org.multidescent.problem.Evaluator;

/** Tells of each call, independently of the referee. */
record Watched(Evaluator evaluator, DoubleConsumer values, Runnable gradients)
    implements Evaluator {

  @Override
  public double value(double[] x) {
    double value = evaluator.value(x);
    values.accept(value);
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    gradients.run();
    return evaluator.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] results) {
    evaluator.values(positions, count, results);
    for (int k = 0; k < count; k++) {
      values.accept(results[k]);
    }
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    double value = evaluator.residuals(x, residuals);
    values.accept(value);
    return value;
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    gradients.run();
    evaluator.jacobian(x, derivatives);
  }
}
