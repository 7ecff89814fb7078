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
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    called();
    inner.residuals(positions, count, residuals, values);
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    called();
    inner.jacobian(x, derivatives);
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    called();
    inner.constraints(x, constraints);
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    called();
    inner.constraints(positions, count, constraints);
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    called();
    return inner.valueAndConstraints(x, constraints);
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    called();
    inner.valuesAndConstraints(positions, count, values, constraints);
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    called();
    inner.constraintJacobian(x, rows);
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    called();
    return inner.valueAndDerivatives(x, gradient, constraints, jacobian);
  }
}
