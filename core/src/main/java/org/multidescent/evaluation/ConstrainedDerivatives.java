package org.multidescent.evaluation;

import java.util.Arrays;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Constraints;

/**
 * Derivatives of objective and constraints in working coordinates. Those that came with the last
 * value are kept, and cost no call at its position. Belongs to an oracle.
 */
final class ConstrainedDerivatives {

  private final CountedOracle oracle;
  private final EvaluationCounter counter;
  private final WorkingCoordinates coordinates;
  private final double[] x;
  private final double[] gradient;
  private final double[] seen;
  private double[] rows = new double[0];
  private final double[] knownAt;

  ConstrainedDerivatives(CountedOracle oracle, EvaluationCounter counter, Constraints constraints) {
    this.oracle = oracle;
    this.counter = counter;
    this.coordinates = oracle.coordinates();
    this.x = new double[oracle.dimension()];
    this.gradient = new double[x.length];
    this.seen = new double[constraints.count()];
    this.knownAt = new double[x.length];
    Arrays.fill(knownAt, Double.NaN);
  }

  /** Evaluates an objective and constraints that come with their derivatives. */
  double withValue(double[] position, double[] u, double[] constraints) {
    clear();
    double value =
        constraints.length == 0
            ? oracle.current().valueAndGradient(position, gradient)
            : oracle.current().valueAndDerivatives(position, gradient, constraints, rows);
    System.arraycopy(u, 0, knownAt, 0, knownAt.length);
    return value;
  }

  /** Evaluates an objective that comes with its gradient. */
  double withValue(double[] position, double[] u) {
    clear();
    double value = oracle.current().valueAndGradient(position, gradient);
    System.arraycopy(u, 0, knownAt, 0, knownAt.length);
    return value;
  }

  private void clear() {
    if (rows.length != seen.length * x.length) {
      rows = new double[seen.length * x.length];
    }
    Arrays.fill(knownAt, Double.NaN);
    Arrays.fill(gradient, Double.NaN);
    Arrays.fill(rows, Double.NaN);
  }

  /** Computes the objective's gradient; returns whether it is finite. */
  boolean gradient(double[] u, double[] result, int at) {
    boolean known = Arrays.equals(u, knownAt);
    return (known || call(u, () -> oracle.current().valueAndGradient(x, gradient)))
        && convert(gradient, u, result, at);
  }

  /** Computes the derivatives of constraints that come apart; returns whether they are finite. */
  boolean jacobian(double[] u, double[] result, int at) {
    return call(u, () -> oracle.current().constraintJacobian(x, rows))
        && convert(rows, u, result, at);
  }

  /** Computes all derivatives where they come together; returns whether they are finite. */
  boolean together(double[] u, double[] result, int gradientAt, int jacobianAt) {
    boolean known = Arrays.equals(u, knownAt);
    if (seen.length == 0) {
      return gradient(u, result, gradientAt);
    }
    return (known || call(u, () -> oracle.current().valueAndDerivatives(x, gradient, seen, rows)))
        && convert(gradient, u, result, gradientAt)
        && convert(rows, u, result, jacobianAt);
  }

  /** Makes a call that is granted and counted; returns whether it did not fail. */
  private boolean call(double[] u, Runnable derivatives) {
    counter.beforeGradient();
    coordinates.toProblem(u, 0, x, 0);
    clear();
    try {
      derivatives.run();
      return true;
    } catch (EvaluationUnavailableException cause) {
      throw counter.unavailable(cause, 0, 1);
    } catch (Throwable cause) {
      counter.failed(cause, u, 0);
      return false;
    }
  }

  /** Brings rows of derivatives into working coordinates. */
  private boolean convert(double[] derivatives, double[] u, double[] result, int at) {
    for (int k = 0; k < derivatives.length; k++) {
      if (!Double.isFinite(derivatives[k])) {
        counter.brokenGradient(derivatives[k], u, 0);
        return false;
      }
      int i = k % u.length;
      result[at + k] = derivatives[k] * coordinates.slope(i, u[i]);
    }
    return true;
  }
}
