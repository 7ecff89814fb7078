package org.multidescent.bench.bbob;

import org.multidescent.problem.Evaluator;

/** Shows each value of an evaluator to a trace. */
final class TracedEvaluator implements Evaluator {

  private final Evaluator evaluator;
  private final TargetTrace trace;

  TracedEvaluator(Evaluator evaluator, TargetTrace trace) {
    this.evaluator = evaluator;
    this.trace = trace;
  }

  @Override
  public void sample(long name) {
    evaluator.sample(name);
  }

  @Override
  public double value(double[] x) {
    double value = evaluator.value(x);
    trace.record(value);
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    double value = evaluator.valueAndGradient(x, gradient);
    trace.record(value);
    trace.count(x.length);
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    evaluator.values(positions, count, values);
    for (int k = 0; k < count; k++) {
      trace.record(values[k]);
    }
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    double value = evaluator.residuals(x, residuals);
    trace.record(value);
    return value;
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    evaluator.jacobian(x, derivatives);
    trace.count(x.length);
  }
}
