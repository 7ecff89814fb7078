package org.multidescent.problem;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.multidescent.problem.GradientCheck.Component;

/**
 * Partial derivatives by central differences of shrinking width, extrapolated (Ridders 1982); one
 * inward difference where a bound is near.
 */
final class Derivatives {

  private static final double WIDEST = 1e-2;
  private static final double SHRINK = 4;
  private static final int WIDTHS = 8;
  private static final double NEGLIGIBLE = 1e-8;

  private Derivatives() {}

  static GradientCheck check(Problem problem, double[] x) {
    BoxRequirements.inside(problem.bounds(), x);
    Evaluator evaluator = problem.evaluator();
    double[] analytic = new double[x.length];
    double value = evaluator.valueAndGradient(x.clone(), analytic);
    return check(problem, evaluator::value, x, value, analytic);
  }

  /** Compares the derivatives of all constraints. */
  static List<GradientCheck> checkConstraints(Problem problem, double[] x) {
    Evaluator evaluator = problem.evaluator();
    boolean apart = problem.constraints().areApart();
    if (!(apart ? problem.constraints().isDifferentiable() : problem.isDifferentiable())) {
      throw new IllegalStateException(
          "problem: no derivatives of constraints (expected: known ones)");
    }
    BoxRequirements.inside(problem.bounds(), x);
    int count = problem.constraints().count();
    double[] rows = new double[count * x.length];
    Arrays.fill(rows, Double.NaN);
    if (apart) {
      evaluator.constraintJacobian(x.clone(), rows);
    } else {
      double[] unused = new double[x.length];
      evaluator.valueAndDerivatives(x.clone(), unused, new double[count], rows);
    }
    List<GradientCheck> checks = new ArrayList<>();
    Map<DoubleBuffer, double[]> seen = new HashMap<>();
    for (int j = 0; j < count; j++) {
      int constraint = j;
      ToDoubleFunction<double[]> function =
          there ->
              seen.computeIfAbsent(
                      DoubleBuffer.wrap(there), unseen -> constraints(problem, evaluator, there))[
                  constraint];
      double[] row = Arrays.copyOfRange(rows, j * x.length, (j + 1) * x.length);
      checks.add(check(problem, function, x, function.applyAsDouble(x.clone()), row));
    }
    return List.copyOf(checks);
  }

  private static double[] constraints(Problem problem, Evaluator evaluator, double[] x) {
    double[] values = new double[problem.constraints().count()];
    Arrays.fill(values, Double.NaN);
    if (problem.constraints().areApart()) {
      evaluator.constraints(x.clone(), values);
    } else {
      evaluator.valueAndConstraints(x.clone(), values);
    }
    return values;
  }

  private static GradientCheck check(
      Problem problem,
      ToDoubleFunction<double[]> function,
      double[] x,
      double value,
      double[] analytic) {
    double longest = 0;
    for (double component : analytic) {
      longest = Double.isFinite(component) ? Math.max(longest, Math.abs(component)) : longest;
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      if (problem.bounds().width(i) > 0 && problem.startBox().scale(i) != Scale.INTEGER) {
        double difference = partial(problem, function, x, i, value);
        double magnitude = Math.max(Math.abs(analytic[i]), Math.abs(difference));
        magnitude = Math.max(magnitude, NEGLIGIBLE * longest);
        double distance = Math.abs(analytic[i] - difference);
        double error = distance == 0 ? 0 : distance / magnitude;
        components.add(new Component(i, name(problem, i), analytic[i], difference, error));
      }
    }
    return new GradientCheck(components);
  }

  private static String name(Problem problem, int i) {
    Parameters parameters = problem.startBox().parameters();
    return parameters == null ? "[" + i + "]" : parameters.list().get(i).name();
  }

  /** Returns the extrapolation that changed least, down the column and along the row. */
  private static double partial(
      Problem problem, ToDoubleFunction<double[]> function, double[] x, int i, double value) {
    double lower = problem.bounds().lower(i);
    double upper = problem.bounds().upper(i);
    double typical = problem.startBox().width(i) > 0 ? problem.startBox().slope(i, x[i]) : 1;
    boolean central = x[i] - WIDEST * typical >= lower && x[i] + WIDEST * typical <= upper;
    double room = upper - x[i] >= x[i] - lower ? upper - x[i] : lower - x[i];
    double width =
        central
            ? WIDEST * typical
            : Math.copySign(Math.min(Math.abs(room), WIDEST * typical), room);
    double order = central ? SHRINK * SHRINK : SHRINK;
    double[] row = new double[WIDTHS];
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < WIDTHS; k++, width /= SHRINK) {
      double ahead = at(function, x, i, x[i] + width);
      double slope =
          central
              ? (ahead - at(function, x, i, x[i] - width)) / (x[i] + width - (x[i] - width))
              : (ahead - value) / (x[i] + width - x[i]);
      double power = 1;
      for (int j = 0; j <= k; j++) {
        double coarser = row[j];
        row[j] = slope;
        if (j == k) {
          break;
        }
        power *= order;
        double next = slope + (slope - coarser) / (power - 1);
        double change = Math.max(Math.abs(next - slope), Math.abs(next - coarser));
        if (change <= least) {
          least = change;
          best = next;
        }
        slope = next;
      }
    }
    return best;
  }

  private static double at(ToDoubleFunction<double[]> function, double[] x, int i, double there) {
    double[] near = x.clone();
    near[i] = there;
    return function.applyAsDouble(near);
  }
}
