package org.multidescent;

import org.multidescent.problem.Evaluator;

/** Passes every call on, after telling of it. */
abstract class Forwarding implements Evaluator {

  private final Evaluator inner;

  Forwarding(Evaluator inner) {
    this.inner = inner;
  }

  /** A call begins. */
  abstract void called();

  @Override
  public double value(double[] x) {
    called();
    return inner.value(x);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    called();
    return inner.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    called();
    inner.values(positions, count, values);
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    called();
    return inner.residuals(x, residuals);
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    called();
    inner.jacobian(x, derivatives);
  }
}
