package org.multidescent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.multidescent.function.BatchException;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Feasibility;
import org.multidescent.problem.Problem;

/**
 * Tells a {@link Witness} of every call, and of every position whose place in the order is known.
 */
final class WitnessedEvaluator implements Evaluator {

  private final Evaluator evaluator;
  private final Witness witness;
  private final Constraints constraints;
  private final boolean fused;
  private final int dimension;

  /** The positions at which constraints that come apart were last found to hold. */
  private final Set<List<Double>> feasible = new HashSet<>();

  WitnessedEvaluator(Evaluator evaluator, Problem problem, Witness witness) {
    this.evaluator = evaluator;
    this.witness = witness;
    this.constraints = problem.constraints();
    this.fused = problem.isFused();
    this.dimension = problem.dimension();
  }

  private void seen(double value, double[] x) {
    if (!constraints.areApart() || constraints.count() == 0 || feasible.contains(key(x))) {
      witness.seen(value);
    }
  }

  private static List<Double> key(double[] x) {
    return Arrays.stream(x).boxed().toList();
  }

  private double[] position(double[] positions, int k) {
    return Arrays.copyOfRange(positions, k * dimension, (k + 1) * dimension);
  }

  @Override
  public double value(double[] x) {
    double[] position = x.clone();
    witness.called(1, false);
    double value = evaluator.value(x);
    seen(value, position);
    return value;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    double[] position = x.clone();
    witness.called(1, true);
    double value = evaluator.valueAndGradient(x, gradient);
    if (fused) {
      seen(value, position);
    }
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] results) {
    double[] copies = Arrays.copyOf(positions, count * dimension);
    witness.called(count, fused);
    BatchException failures = failures(() -> evaluator.values(positions, count, results));
    for (int k = 0; k < count; k++) {
      if (failures.failure(k) == null) {
        seen(results[k], position(copies, k));
      }
    }
    rethrow(failures, count);
  }

  @Override
  public void constraints(double[] x, double[] c) {
    feasible.clear();
    double[] position = x.clone();
    witness.called(1, false);
    evaluator.constraints(x, c);
    held(position, c);
  }

  @Override
  public void constraints(double[] positions, int count, double[] c) {
    feasible.clear();
    double[] copies = Arrays.copyOf(positions, count * dimension);
    witness.called(count, false);
    evaluator.constraints(positions, count, c);
    int width = constraints.count();
    for (int k = 0; k < count; k++) {
      held(position(copies, k), Arrays.copyOfRange(c, k * width, (k + 1) * width));
    }
  }

  private void held(double[] position, double[] c) {
    double violation = constraints.violation(c);
    if (violation == 0) {
      feasible.add(key(position));
    } else {
      witness.seen(Feasibility.order(Double.NaN, violation));
    }
  }

  @Override
  public double valueAndConstraints(double[] x, double[] c) {
    witness.called(1, false);
    double value = evaluator.valueAndConstraints(x, c);
    witness.seen(Feasibility.order(value, constraints.violation(c)));
    return value;
  }

  @Override
  public void valuesAndConstraints(double[] positions, int count, double[] values, double[] c) {
    witness.called(count, false);
    evaluator.valuesAndConstraints(positions, count, values, c);
    int width = constraints.count();
    for (int k = 0; k < count; k++) {
      double[] one = Arrays.copyOfRange(c, k * width, (k + 1) * width);
      witness.seen(Feasibility.order(values[k], constraints.violation(one)));
    }
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    witness.called(1, true);
    evaluator.constraintJacobian(x, rows);
  }

  @Override
  public double valueAndDerivatives(double[] x, double[] gradient, double[] c, double[] rows) {
    witness.called(1, true);
    double value = evaluator.valueAndDerivatives(x, gradient, c, rows);
    if (fused) {
      witness.seen(Feasibility.order(value, constraints.violation(c)));
    }
    return value;
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    witness.called(1, false);
    double value = evaluator.residuals(x, residuals);
    witness.seen(value);
    return value;
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    witness.called(count, false);
    BatchException failures =
        failures(() -> evaluator.residuals(positions, count, residuals, values));
    for (int k = 0; k < count; k++) {
      if (failures.failure(k) == null) {
        witness.seen(values[k]);
      }
    }
    rethrow(failures, count);
  }

  /** Makes a call; returns what failed in it, and where. */
  private static BatchException failures(Runnable call) {
    try {
      call.run();
      return new BatchException(new Throwable[0]);
    } catch (BatchException some) {
      return some;
    }
  }

  private static void rethrow(BatchException failures, int count) {
    for (int k = 0; k < count; k++) {
      if (failures.failure(k) != null) {
        throw failures;
      }
    }
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    witness.called(1, true);
    evaluator.jacobian(x, derivatives);
  }
}
