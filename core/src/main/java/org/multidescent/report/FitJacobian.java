package org.multidescent.report;

import java.util.Arrays;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Parameters;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Scale;

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

  /** Whether a coordinate is fixed, a whole number, or stands at a bound. */
  final boolean[] held;

  int evaluations;

  FitJacobian(Problem problem, Evaluator evaluator, double[] x, int count) {
    this.problem = problem;
    this.evaluator = evaluator;
    this.x = x;
    this.count = count;
    this.columns = new double[x.length][count];
    this.held = new boolean[x.length];
    for (int j = 0; j < x.length; j++) {
      held[j] = problem.startBox().scale(j) == Scale.INTEGER || room(j) <= NEAR * size(j);
    }
    if (problem.isDifferentiable()) {
      analytic();
    } else {
      differences();
    }
  }

  /** What a coordinate is changed in proportion to: with a logarithm, what it is taken of. */
  private double size(int j) {
    Box box = problem.startBox();
    Parameters parameters = box.parameters();
    return parameters != null && box.scale(j) == Scale.LOGARITHMIC
        ? Math.abs(x[j] + parameters.list().get(j).offset())
        : Math.max(Math.abs(x[j]), SMALL_PART * box.width(j));
  }

  /** How far a coordinate is from its nearer bound; a periodic one has none. */
  private double room(int j) {
    Box bounds = problem.bounds();
    return isPeriodic(j)
        ? Double.POSITIVE_INFINITY
        : Math.min(x[j] - bounds.lower(j), bounds.upper(j) - x[j]);
  }

  private boolean isPeriodic(int j) {
    return problem.startBox().scale(j) == Scale.PERIODIC;
  }

  private void analytic() {
    double[] rows = new double[count * x.length];
    evaluator.jacobian(x.clone(), rows);
    evaluations++;
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < count && !held[j]; i++) {
        columns[j][i] = rows[i * x.length + j];
        if (!Double.isFinite(columns[j][i])) {
          throw new IllegalArgumentException(
              "jacobian: %s for residual %d by %s at %s (expected: finite)"
                  .formatted(columns[j][i], i, name(j), problem.startBox().describe(x)));
        }
      }
    }
  }

  /** What a coordinate is called. */
  String name(int j) {
    Parameters parameters = problem.startBox().parameters();
    return parameters == null ? "x[" + j + "]" : parameters.list().get(j).name();
  }

  private void differences() {
    for (int j = 0; j < x.length; j++) {
      if (!held[j]) {
        extrapolate(j, Math.min(FIRST_WIDTH * size(j), room(j)));
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
    double up = x[j] + width;
    double down = x[j] - width;
    double step = up - down;
    evaluator.residuals(moved(j, up), ahead);
    evaluator.residuals(moved(j, down), behind);
    evaluations += 2;
    for (int i = 0; i < count; i++) {
      ahead[i] = (ahead[i] - behind[i]) / step;
    }
    return ahead;
  }

  private double[] moved(int j, double value) {
    double[] there = x.clone();
    Box box = problem.startBox();
    boolean beyond = isPeriodic(j) && !(value >= box.lower(j) && value < box.upper(j));
    there[j] = beyond ? box.at(j, box.fraction(j, value)) : value;
    return there;
  }
}
