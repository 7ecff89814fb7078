package org.multidescent.descent;

import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/** Objectives for tests of single descents. */
final class Functions {

  private Functions() {}

  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  /** Condition 1e6, minimum 0 at 0.5 in every coordinate. */
  static double ellipsoid(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double weight = Math.pow(1e6, x.length == 1 ? 0 : i / (x.length - 1.0));
      sum += weight * (x[i] - 0.5) * (x[i] - 0.5);
    }
    return sum;
  }

  static Problem cube(Objective objective, int dimension) {
    return Problem.of(objective, Box.cube(-5, 5, dimension));
  }
}
