package org.multidescent;

import java.util.Arrays;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;

/** Requires that each position asked for lies inside the bounds: so no coordinate is NaN. */
record PositionCheck(Evaluator inner, Box bounds, Runnable called) implements Evaluator {

  private void require(double[] x) {
    if (!bounds.contains(x)) {
      throw new AssertionError(
          "position: " + Arrays.toString(x) + " (expected: in " + bounds + ")");
    }
    called.run();
  }

  @Override
  public double value(double[] x) {
    require(x);
    return inner.value(x);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    require(x);
    return inner.valueAndGradient(x, gradient);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    require(positions, count);
    inner.values(positions, count, values);
  }

  private void require(double[] positions, int count) {
    int dimension = bounds.dimension();
    for (int k = 0; k < count; k++) {
      require(Arrays.copyOfRange(positions, k * dimension, (k + 1) * dimension));
    }
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    require(positions, count);
    inner.constraints(positions, count, constraints);
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    require(positions, count);
    inner.valuesAndConstraints(positions, count, values, constraints);
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    require(x);
    inner.constraintJacobian(x, rows);
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    require(x);
    return inner.valueAndDerivatives(x, gradient, constraints, jacobian);
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    require(x);
    inner.constraints(x, constraints);
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    require(x);
    return inner.valueAndConstraints(x, constraints);
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    require(x);
    return inner.residuals(x, residuals);
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    require(x);
    inner.jacobian(x, derivatives);
  }
}
