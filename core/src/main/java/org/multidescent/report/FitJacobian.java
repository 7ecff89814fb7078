package org.multidescent.report;

import java.util.Arrays;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * The Jacobian of weighted residuals at a position: analytic, or by central differences whose width
 * is halved and whose results are extrapolated until their errors grow (Ridders 1982), for each
 * derivative on its own.
 */
final class FitJacobian {

  private static final int WIDTHS = 7;
  private static final double FIRST_WIDTH = 0.02;
  private static final double SMALL_PART = 1e-3;
  private static final double NEAR = 1e-7;

  private final Problem problem;
  private final Evaluator evaluator;
  private final double[] x;
  private final int count;

  /** Column by column; that of a coordinate that is held is 0. */
  final double[][] columns;

  /** Whether a coordinate is fixed, or stands at a bound. */
  final boolean[] held;

  int evaluations;

  FitJacobian(Problem problem, Evaluator evaluator, double[] x, int count) {
    this.problem = problem;
    this.evaluator = evaluator;
    this.x = x;
    this.count = count;
    this.columns = new double[x.length][count];
    this.held = new boolean[x.length];
    Box bounds = problem.bounds();
    for (int j = 0; j < x.length; j++) {
      held[j] = Math.min(x[j] - bounds.lower(j), bounds.upper(j) - x[j]) <= NEAR * size(j);
    }
    if (problem.isDifferentiable()) {
      analytic();
    } else {
      differences();
    }
  }

  private double size(int j) {
    return Math.max(Math.abs(x[j]), SMALL_PART * problem.startBox().width(j));
  }

  private void analytic() {
    double[] rows = new double[count * x.length];
    evaluator.jacobian(x.clone(), rows);
    evaluations++;
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < count && !held[j]; i++) {
        columns[j][i] = rows[i * x.length + j];
      }
    }
  }

  private void differences() {
    Box bounds = problem.bounds();
    for (int j = 0; j < x.length; j++) {
      if (!held[j]) {
        double room = Math.min(x[j] - bounds.lower(j), bounds.upper(j) - x[j]);
        extrapolate(j, Math.min(FIRST_WIDTH * size(j), room));
      }
    }
  }

  private void extrapolate(int j, double first) {
    double[][] last = new double[WIDTHS][];
    double[] errors = new double[count];
    Arrays.fill(errors, Double.POSITIVE_INFINITY);
    double width = first;
    for (int k = 0; k < WIDTHS; k++, width /= 2) {
      double[][] now = new double[WIDTHS][];
      now[0] = central(j, width);
      double factor = 1;
      for (int order = 1; order <= k; order++) {
        factor *= 4;
        now[order] = new double[count];
        for (int i = 0; i < count; i++) {
          double finer = now[order - 1][i];
          double coarser = last[order - 1][i];
          double value = finer + (finer - coarser) / (factor - 1);
          now[order][i] = value;
          double error = Math.max(Math.abs(value - finer), Math.abs(value - coarser));
          if (error <= errors[i]) {
            errors[i] = error;
            columns[j][i] = value;
          }
        }
      }
      last = now;
    }
  }

  private double[] central(int j, double width) {
    double[] ahead = new double[count];
    double[] behind = new double[count];
    double[] there = x.clone();
    there[j] = x[j] + width;
    double step = there[j];
    evaluator.residuals(there, ahead);
    there = x.clone();
    there[j] = x[j] - width;
    step -= there[j];
    evaluator.residuals(there, behind);
    evaluations += 2;
    for (int i = 0; i < count; i++) {
      ahead[i] = (ahead[i] - behind[i]) / step;
    }
    return ahead;
  }
}
