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
    int dimension = bounds.dimension();
    for (int k = 0; k < count; k++) {
      require(Arrays.copyOfRange(positions, k * dimension, (k + 1) * dimension));
    }
    inner.values(positions, count, values);
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
