package org.multidescent.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.BatchException;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Feasibility;

/** Objective and constraints at many positions in one call. Belongs to an oracle. */
final class ConstrainedBatches {

  private final CountedOracle oracle;
  private final EvaluationCounter counter;
  private final BatchCalls calls;
  private final Constraints constraints;
  private final int dimension;
  private final int width;
  private double[] heldAt = new double[0];
  private boolean[] held = new boolean[0];

  ConstrainedBatches(CountedOracle oracle, EvaluationCounter counter, Constraints constraints) {
    this.oracle = oracle;
    this.counter = counter;
    this.calls = new BatchCalls(oracle, counter);
    this.constraints = constraints;
    this.dimension = oracle.dimension();
    this.width = constraints.count();
  }

  /** Computes the numbers of positions in the order of {@link Feasibility}. */
  void orders(double[] us, int count, double[] values) {
    double[] seen = new double[count * width];
    if (!constraints.areApart()) {
      together(us, count, values, seen);
      for (int k = 0; k < count; k++) {
        values[k] = Feasibility.order(values[k], violation(seen, k));
      }
      return;
    }
    constraints(us, count, seen);
    int[] feasible = new int[count];
    int found = 0;
    double[] positions = new double[count * dimension];
    for (int k = 0; k < count; k++) {
      double violation = violation(seen, k);
      values[k] = Feasibility.order(Double.NaN, violation);
      if (violation == 0) {
        System.arraycopy(us, k * dimension, positions, found * dimension, dimension);
        feasible[found++] = k;
      }
    }
    double[] those = new double[found];
    values(
        positions, found, those, (order, k) -> counter.after(order, us, feasible[k] * dimension));
    for (int k = 0; k < found; k++) {
      values[feasible[k]] = those[k];
    }
  }

  /** Evaluates objective and constraints where they come together. */
  void together(double[] us, int count, double[] values, double[] seen) {
    for (int done = 0; done < count; ) {
      int granted = counter.beforeValues(Math.min(block(), count - done));
      double[] positions = toProblem(us, done, granted);
      double[] those = numbers(granted);
      double[] rows = numbers(granted * width);
      BatchException failures =
          calls.attempt(
              () -> oracle.current().valuesAndConstraints(positions, granted, those, rows),
              granted,
              false);
      System.arraycopy(those, 0, values, done, granted);
      System.arraycopy(rows, 0, seen, done * width, rows.length);
      for (int k = 0; k < granted; k++) {
        if (!hasFailed(failures, k)) {
          double order = Feasibility.order(those[k], violation(rows, k));
          counter.after(order, us, (done + k) * dimension);
        }
      }
      fail(failures, us, done, granted, seen, false);
      done += granted;
    }
  }

  /** Evaluates constraints that come apart; where they hold is remembered for the values. */
  void constraints(double[] us, int count, double[] seen) {
    remember(us, count);
    for (int done = 0; done < count; ) {
      int granted = counter.beforeValues(Math.min(block(), count - done));
      double[] positions = toProblem(us, done, granted);
      double[] rows = numbers(granted * width);
      BatchException failures =
          calls.attempt(
              () -> oracle.current().constraints(positions, granted, rows), granted, false);
      System.arraycopy(rows, 0, seen, done * width, rows.length);
      for (int k = 0; k < granted; k++) {
        double violation = violation(rows, k);
        held[done + k] = violation == 0 && !hasFailed(failures, k);
        if (!hasFailed(failures, k) && violation != 0) {
          counter.after(Feasibility.order(Double.NaN, violation), us, (done + k) * dimension);
        }
      }
      fail(failures, us, done, granted, seen, false);
      done += granted;
    }
  }

  private void remember(double[] us, int count) {
    heldAt = Arrays.copyOf(us, count * dimension);
    held = new boolean[count];
  }

  private boolean hold(double[] us, int k) {
    int from = k * dimension;
    return k < held.length
        && held[k]
        && Arrays.equals(us, from, from + dimension, heldAt, from, from + dimension);
  }

  /**
   * Evaluates an objective whose constraints come apart, wherever that is feasible or not; the
   * counter sees values of positions whose constraints were just evaluated in the same order.
   */
  void values(double[] us, int count, double[] values) {
    values(
        us,
        count,
        values,
        (value, k) -> {
          if (hold(us, k)) {
            counter.after(value, us, k * dimension);
          }
        });
  }

  /** What is done with the value of a position. */
  private interface Told {
    void value(double value, int k);
  }

  private void values(double[] us, int count, double[] values, Told told) {
    boolean gradients = oracle.isFused();
    for (int done = 0; done < count; ) {
      int wanted = Math.min(block(), count - done);
      int granted = gradients ? counter.beforeGradients(wanted) : counter.beforeValues(wanted);
      double[] positions = toProblem(us, done, granted);
      double[] those = numbers(granted);
      BatchException failures =
          calls.attempt(
              () -> oracle.current().values(positions, granted, those), granted, gradients);
      System.arraycopy(those, 0, values, done, granted);
      for (int k = 0; k < granted; k++) {
        if (!hasFailed(failures, k)) {
          told.value(those[k], done + k);
        }
      }
      if (failures != null) {
        calls.fail(failures, us, done, granted, values, gradients);
      }
      done += granted;
    }
  }

  private int block() {
    return BatchEvaluation.block(Math.max(dimension, width));
  }

  private double[] toProblem(double[] us, int first, int count) {
    double[] positions = new double[count * dimension];
    for (int k = 0; k < count; k++) {
      oracle.coordinates().toProblem(us, (first + k) * dimension, positions, k * dimension);
    }
    return positions;
  }

  private static double[] numbers(int count) {
    double[] result = new double[count];
    Arrays.fill(result, Double.NaN);
    return result;
  }

  private double violation(double[] seen, int k) {
    return constraints.violation(Arrays.copyOfRange(seen, k * width, (k + 1) * width));
  }

  private static boolean hasFailed(@Nullable BatchException failures, int k) {
    return failures != null && failures.failure(k) != null;
  }

  /** Makes no constraint of a failed position a number, and counts the failure. */
  private void fail(
      @Nullable BatchException failures,
      double[] us,
      int first,
      int count,
      double[] seen,
      boolean gradients) {
    if (failures == null) {
      return;
    }
    for (int k = 0; k < count; k++) {
      if (hasFailed(failures, k)) {
        Arrays.fill(seen, (first + k) * width, (first + k + 1) * width, Double.NaN);
      }
    }
    calls.fail(failures, us, first, count, new double[first + count], gradients);
  }
}
