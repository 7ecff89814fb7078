package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;
import org.multidescent.function.ConstraintFunction;
import org.multidescent.function.Jacobian;

/** One thread's hold on constraints that come apart from the objective. */
interface ConstraintEvaluator {

  /** Computes the constraints at one position. */
  void values(double[] x, double[] constraints);

  /** Computes their derivatives, row by row as in {@link Jacobian#derivatives}. */
  default void jacobian(double[] x, double[] rows) {
    throw new IllegalStateException("the constraints have no analytic Jacobian");
  }

  /** Computes the constraints at many positions, which lie one after the other. */
  default void values(double[] positions, int count, int dimension, double[] constraints) {
    int width = constraints.length / count;
    double[] one = new double[width];
    for (int k = 0; k < count; k++) {
      Arrays.fill(one, Double.NaN);
      values(Arrays.copyOfRange(positions, k * dimension, (k + 1) * dimension), one);
      System.arraycopy(one, 0, constraints, k * width, width);
    }
  }

  /** Returns the hold on a function that takes one position. */
  static ConstraintEvaluator of(ConstraintFunction function) {
    return Objects.requireNonNull(
            function, "functions: supplied null (expected: a function of constraints)")
        ::values;
  }

  /** Returns the hold on a function that takes many positions. */
  static ConstraintEvaluator of(ConstraintFunction.Batch function) {
    return new ConstraintEvaluator() {
      @Override
      public void values(double[] x, double[] constraints) {
        BatchOfOne.make(() -> function.values(x, 1, constraints));
      }

      @Override
      public void values(double[] positions, int count, int dimension, double[] constraints) {
        function.values(positions, count, constraints);
      }
    };
  }

  /** Returns these constraints with derivatives. */
  default ConstraintEvaluator with(Jacobian derivatives) {
    Objects.requireNonNull(derivatives, "jacobians: supplied null (expected: a Jacobian)");
    ConstraintEvaluator plain = this;
    return new ConstraintEvaluator() {
      @Override
      public void values(double[] x, double[] constraints) {
        plain.values(x, constraints);
      }

      @Override
      public void values(double[] positions, int count, int dimension, double[] constraints) {
        plain.values(positions, count, dimension, constraints);
      }

      @Override
      public void jacobian(double[] x, double[] rows) {
        derivatives.derivatives(x, rows);
      }
    };
  }
}
