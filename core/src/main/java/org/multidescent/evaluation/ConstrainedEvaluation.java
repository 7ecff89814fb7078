package org.multidescent.evaluation;

import java.util.Arrays;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Feasibility;
import org.multidescent.sqp.ConstrainedFunction;

/**
 * The objective and its constraints in working coordinates: each call of either is granted and
 * counted; where both come together, one call is one evaluation. The counter sees positions by
 * their number in the order of {@link Feasibility}, as soon as it is known. Belongs to an oracle.
 */
final class ConstrainedEvaluation implements ConstrainedFunction {

  private final CountedOracle oracle;
  private final EvaluationCounter counter;
  private final Constraints constraints;
  private final WorkingCoordinates coordinates;
  private final double[] x;
  private final double[] seen;
  private final double[] seenAt;
  private final ConstrainedBatches batches;
  private final ConstrainedDerivatives derivatives;
  private double violation = Double.NaN;

  ConstrainedEvaluation(CountedOracle oracle, EvaluationCounter counter, Constraints constraints) {
    this.oracle = oracle;
    this.counter = counter;
    this.constraints = constraints;
    this.coordinates = oracle.coordinates();
    this.x = new double[oracle.dimension()];
    this.seen = new double[constraints.count()];
    this.seenAt = new double[x.length];
    Arrays.fill(seenAt, Double.NaN);
    this.batches = new ConstrainedBatches(oracle, counter, constraints);
    this.derivatives = new ConstrainedDerivatives(oracle, counter, constraints);
  }

  /**
   * Evaluates a position as far as its number needs: where constraints come apart and are violated,
   * not the objective.
   */
  double order(double[] u) {
    if (!isApart()) {
      double value = evaluate(u, seen);
      return Feasibility.order(value, violation);
    }
    constraints(u, seen);
    return Feasibility.order(violation == 0 ? value(u) : Double.NaN, violation);
  }

  /** Evaluates many positions as far as their numbers need, in as few calls as possible. */
  void orders(double[] us, int count, double[] values) {
    batches.orders(us, count, values);
  }

  @Override
  public double evaluate(double[] u, double[] result) {
    if (isApart()) {
      constraints(u, result);
      return value(u);
    }
    begin(u, isFused());
    double value;
    try {
      Arrays.fill(result, Double.NaN);
      Evaluator evaluator = oracle.current();
      if (isFused()) {
        value = derivatives.withValue(x, u, result);
      } else if (constraints.count() == 0) {
        value = evaluator.value(x);
      } else {
        value = evaluator.valueAndConstraints(x, result);
      }
    } catch (EvaluationUnavailableException cause) {
      throw unavailable(cause, isFused());
    } catch (Throwable cause) {
      value = fail(cause, u, result);
      violation = 0;
      return value;
    }
    violation = constraints.violation(result);
    counter.after(Feasibility.order(value, violation), u, 0);
    return value;
  }

  @Override
  public void constraints(double[] u, double[] result) {
    begin(u, false);
    try {
      Arrays.fill(result, Double.NaN);
      oracle.current().constraints(x, result);
    } catch (EvaluationUnavailableException cause) {
      throw unavailable(cause, false);
    } catch (Throwable cause) {
      violation = fail(cause, u, result);
      return;
    }
    violation = constraints.violation(result);
    System.arraycopy(u, 0, seenAt, 0, seenAt.length);
    if (violation != 0) {
      counter.after(Feasibility.order(Double.NaN, violation), u, 0);
    }
  }

  @Override
  public double value(double[] u) {
    begin(u, isFused());
    double value;
    try {
      value = isFused() ? derivatives.withValue(x, u) : oracle.current().value(x);
    } catch (EvaluationUnavailableException cause) {
      throw unavailable(cause, isFused());
    } catch (Throwable cause) {
      return counter.failed(cause, u, 0);
    }
    if (violation == 0 && Arrays.equals(u, seenAt)) {
      counter.after(value, u, 0);
    }
    return value;
  }

  /** Asks for one evaluation at a position. */
  private void begin(double[] u, boolean withGradient) {
    if (withGradient) {
      counter.beforeGradient();
    } else {
      counter.beforeValue();
    }
    coordinates.toProblem(u, 0, x, 0);
  }

  private RuntimeException unavailable(EvaluationUnavailableException cause, boolean withGradient) {
    return counter.unavailable(cause, withGradient ? 0 : 1, withGradient ? 1 : 0);
  }

  /** Returns the value to go on with, and makes no constraint a number. */
  private double fail(Throwable cause, double[] u, double[] result) {
    double value = counter.failed(cause, u, 0);
    Arrays.fill(result, Double.NaN);
    return value;
  }

  @Override
  public boolean isBatch() {
    return oracle.isBatch();
  }

  @Override
  public void evaluate(double[] us, int count, double[] values, double[] result) {
    batches.together(us, count, values, result);
  }

  @Override
  public void values(double[] us, int count, double[] values) {
    batches.values(us, count, values);
  }

  @Override
  public void constraints(double[] us, int count, double[] result) {
    batches.constraints(us, count, result);
  }

  @Override
  public boolean hasGradient() {
    return oracle.isDifferentiable();
  }

  @Override
  public boolean hasJacobian() {
    return isApart() ? constraints.isDifferentiable() : oracle.isDifferentiable();
  }

  @Override
  public boolean isFused() {
    return oracle.isFused();
  }

  @Override
  public boolean gradient(double[] u, double[] result, int at) {
    return derivatives.gradient(u, result, at);
  }

  @Override
  public boolean jacobian(double[] u, double[] result, int at) {
    return derivatives.jacobian(u, result, at);
  }

  @Override
  public boolean derivatives(double[] u, double[] result, int gradientAt, int jacobianAt) {
    return derivatives.together(u, result, gradientAt, jacobianAt);
  }

  @Override
  public boolean isApart() {
    return constraints.areApart();
  }

  @Override
  public int dimension() {
    return x.length;
  }

  @Override
  public int inequalities() {
    return constraints.inequalities();
  }

  @Override
  public int equalities() {
    return constraints.equalities();
  }

  @Override
  public double lower(int i) {
    return coordinates.lower(i);
  }

  @Override
  public double upper(int i) {
    return coordinates.upper(i);
  }
}
