package org.multidescent.bench.examples;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;

/** A gradient by forward automatic differentiation, with Hipparchus. */
public final class AutomaticGradient {

  private static final double[] TIMES = {0, 0.5, 1, 1.5, 2, 3, 4, 6};
  private static final double[] COUNTS = {2.5, 1.909, 1.493, 1.2, 0.993, 0.745, 0.622, 0.53};

  private AutomaticGradient() {}

  /** An objective written once, for numbers that carry their derivatives along. */
  @FunctionalInterface
  public interface Formula {

    /**
     * Computes the objective.
     *
     * @param x the position
     * @return the value and its derivatives
     */
    Gradient value(Gradient[] x);
  }

  /**
   * Turns a formula into a problem with an analytic gradient.
   *
   * @param formula the objective; thread-safe
   * @param box where it is searched
   * @return the problem
   */
  public static Problem problem(Formula formula, Box box) {
    int dimension = box.dimension();
    return Problem.withGradient(
        x -> formula.value(variables(x, 0)).getValue(),
        (x, gradient) -> {
          Gradient value = formula.value(variables(x, dimension));
          System.arraycopy(value.getGradient(), 0, gradient, 0, dimension);
          return value.getValue();
        },
        box);
  }

  /** Derivatives along all coordinates, or along none where only the value is wanted. */
  private static Gradient[] variables(double[] x, int derivatives) {
    Gradient[] variables = new Gradient[x.length];
    Arrays.setAll(
        variables,
        i ->
            derivatives == 0
                ? Gradient.constant(0, x[i])
                : Gradient.variable(derivatives, i, x[i]));
    return variables;
  }

  /** The squared residuals of {@code a exp(-b t) + c}. */
  static Gradient decay(Gradient[] x) {
    Gradient sum = x[0].getField().getZero();
    for (int i = 0; i < TIMES.length; i++) {
      Gradient model = x[0].multiply(FastMath.exp(x[1].multiply(-TIMES[i]))).add(x[2]);
      Gradient residual = model.subtract(COUNTS[i]);
      sum = sum.add(residual.multiply(residual));
    }
    return sum;
  }

  /**
   * Fits a decay to eight counts.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Problem problem = problem(AutomaticGradient::decay, Box.cube(0, 10, 3));
    System.out.println(problem.checkGradient(new double[] {1, 2, 3}));
    System.out.println(
        Search.of(problem)
            .seed(1)
            .budget(Budget.target(1e-6).or(Budget.evaluations(10_000)))
            .run());
  }
}
