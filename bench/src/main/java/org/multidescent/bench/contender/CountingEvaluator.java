package org.multidescent.bench.contender;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Feasibility;
import org.multidescent.problem.Problem;

/** One thread's counted hold on the objective; others may read its counters at any time. */
final class CountingEvaluator implements Evaluator {

  private static final VarHandle VALUES = handle("valueEvaluations", long.class);
  private static final VarHandle GRADIENTS = handle("gradientEvaluations", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  private final Evaluator evaluator;
  private final Constraints under;
  private final boolean fused;
  private final LongSupplier total;
  private final double[] seenAt;
  private double violation;
  private final List<Improvement> improvements = new ArrayList<>();
  private long valueEvaluations;
  private long gradientEvaluations;
  private double best = Double.POSITIVE_INFINITY;

  CountingEvaluator(Evaluator evaluator, Problem problem, LongSupplier calls) {
    this.evaluator = evaluator;
    this.under = problem.constraints();
    this.fused = problem.isFused() && under.count() == 0;
    this.seenAt = new double[problem.dimension()];
    this.total = calls;
  }

  @Override
  public void sample(long name) {
    evaluator.sample(name);
  }

  @Override
  public double value(double[] x) {
    VALUES.setOpaque(this, valueEvaluations + 1);
    double value = evaluator.value(x);
    if (under.count() == 0 || (violation == 0 && Arrays.equals(x, seenAt))) {
      record(value, 0);
    }
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    GRADIENTS.setOpaque(this, gradientEvaluations + 1);
    double value = evaluator.valueAndGradient(x, gradient);
    if (fused) {
      record(value, 0);
    }
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    VALUES.setOpaque(this, valueEvaluations + count);
    evaluator.values(positions, count, values);
    for (int k = 0; k < count; k++) {
      record(values[k], count - 1 - k);
    }
  }

  /** A value counts at the position where the constraints were computed last, if they hold. */
  @Override
  public void constraints(double[] x, double[] constraints) {
    VALUES.setOpaque(this, valueEvaluations + 1);
    evaluator.constraints(x, constraints);
    violation = under.violation(constraints);
    System.arraycopy(x, 0, seenAt, 0, seenAt.length);
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    VALUES.setOpaque(this, valueEvaluations + 1);
    double value = evaluator.valueAndConstraints(x, constraints);
    record(Feasibility.order(value, under.violation(constraints)), 0);
    return value;
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    VALUES.setOpaque(this, valueEvaluations + count);
    evaluator.constraints(positions, count, constraints);
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    VALUES.setOpaque(this, valueEvaluations + count);
    evaluator.valuesAndConstraints(positions, count, values, constraints);
    int width = under.count();
    for (int k = 0; k < count; k++) {
      double[] seen = Arrays.copyOfRange(constraints, k * width, (k + 1) * width);
      record(Feasibility.order(values[k], under.violation(seen)), count - 1 - k);
    }
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    GRADIENTS.setOpaque(this, gradientEvaluations + 1);
    evaluator.constraintJacobian(x, rows);
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    GRADIENTS.setOpaque(this, gradientEvaluations + 1);
    double value = evaluator.valueAndDerivatives(x, gradient, constraints, jacobian);
    record(Feasibility.order(value, under.violation(constraints)), 0);
    return value;
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    VALUES.setOpaque(this, valueEvaluations + 1);
    double value = evaluator.residuals(x, residuals);
    record(value, 0);
    return value;
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    GRADIENTS.setOpaque(this, gradientEvaluations + 1);
    evaluator.jacobian(x, derivatives);
  }

  long valueEvaluations() {
    return (long) VALUES.getOpaque(this);
  }

  long gradientEvaluations() {
    return (long) GRADIENTS.getOpaque(this);
  }

  double best() {
    return (double) BEST.getOpaque(this);
  }

  /** Returns where this thread's best value fell; after the run. */
  List<Improvement> improvements() {
    return improvements;
  }

  private void record(double value, int later) {
    if (value < best) {
      BEST.setOpaque(this, value);
      improvements.add(new Improvement(total.getAsLong() - later, value));
    }
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(CountingEvaluator.class, field, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
