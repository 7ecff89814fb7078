package org.multidescent.bench.problems.functions;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.testproblem.TestProblem;

/**
 * Ten functions with kinks or cusps at their minimum. Bukin's sixth is that of M. Jamil and X.-S.
 * Yang (2013); the chained ones and Nesterov's are those of N. Haarala, K. Miettinen, M. M. Makela,
 * "New limited memory bundle method for large-scale nonsmooth optimization", Optimization Methods
 * and Software 19 (2004), and of M. Gurbuzbalaban and M. L. Overton, "On Nesterov's nonsmooth
 * Chebyshev-Rosenbrock functions", Nonlinear Analysis 75 (2012); Wolfe's that of P. Wolfe, "A
 * method of conjugate subgradients for minimizing nondifferentiable functions" (1975). The others
 * are this library's own.
 */
public final class Cusps {

  private Cusps() {}

  /**
   * Returns the problems.
   *
   * @return Bukin's sixth function, rings of cusps in 2 and 3 dimensions, the largest and the sum
   *     of turned and stretched distances in 5, a sum of roots in 4, the chained LQ and CB3 in 5,
   *     Nesterov's function in 3, and Wolfe's
   */
  public static List<TestProblem> all() {
    return List.of(
        bukin6(),
        rings(2),
        rings(3),
        Known.rotated("largest5", Cusps::largest, Box.cube(-5, 5, 5)),
        Known.rotated("absolute5", Cusps::absolute, Box.cube(-5, 5, 5)),
        Known.shifted("roots4", Cusps::roots, Box.cube(-5, 5, 4)),
        chainedLq(),
        chainedCb3(),
        nesterov(),
        wolfe());
  }

  /** A valley along a parabola with a cusp at its floor, nearly level. */
  private static TestProblem bukin6() {
    Objective objective =
        x -> 100 * Math.sqrt(Math.abs(x[1] - 0.01 * x[0] * x[0])) + 0.01 * Math.abs(x[0] + 10);
    Box box = Box.of(new double[] {-15, -3}, new double[] {-5, 3});
    return Known.of("bukin6", objective, box, 0, -10, 1);
  }

  private static TestProblem rings(int dimension) {
    Objective objective =
        x -> {
          double radius = Math.sqrt(Known.squares(x));
          return Math.sqrt(Math.abs(Math.sin(3 * radius))) + 0.3 * radius;
        };
    return Known.shifted("rings" + dimension, objective, Box.cube(-5, 5, dimension));
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, stretch(i, x.length) * Math.abs(x[i]));
    }
    return largest;
  }

  private static double absolute(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += stretch(i, x.length) * Math.abs(x[i]);
    }
    return sum;
  }

  private static double stretch(int i, int dimension) {
    return Math.pow(10, i / (dimension - 1.0));
  }

  private static double roots(double[] x) {
    DoubleUnaryOperator root = xi -> Math.sqrt(Math.abs(xi));
    return Arrays.stream(x).map(root).sum();
  }

  private static TestProblem chainedLq() {
    Objective objective =
        x -> {
          double sum = 0;
          for (int i = 0; i + 1 < x.length; i++) {
            double outside = x[i] * x[i] + x[i + 1] * x[i + 1] - 1;
            sum += Math.max(0, outside) - x[i] - x[i + 1];
          }
          return sum;
        };
    double[] minimiser = new double[5];
    Arrays.fill(minimiser, Math.sqrt(0.5));
    return Known.of("chainedlq5", objective, Box.cube(-2, 3, 5), -4 * Math.sqrt(2), minimiser);
  }

  private static TestProblem chainedCb3() {
    Objective objective =
        x -> {
          double sum = 0;
          for (int i = 0; i + 1 < x.length; i++) {
            double a = Math.pow(x[i], 4) + x[i + 1] * x[i + 1];
            double b = (2 - x[i]) * (2 - x[i]) + (2 - x[i + 1]) * (2 - x[i + 1]);
            double c = 2 * Math.exp(x[i + 1] - x[i]);
            sum += Math.max(a, Math.max(b, c));
          }
          return sum;
        };
    double[] minimiser = new double[5];
    Arrays.fill(minimiser, 1);
    return Known.of("chainedcb5", objective, Box.cube(-4, 4, 5), 8, minimiser);
  }

  private static TestProblem nesterov() {
    Objective objective =
        x -> {
          double sum = Math.abs(x[0] - 1) / 4;
          for (int i = 0; i + 1 < x.length; i++) {
            sum += Math.abs(x[i + 1] - 2 * x[i] * x[i] + 1);
          }
          return sum;
        };
    return Known.of("nesterov3", objective, Box.cube(-2, 2, 3), 0, 1, 1, 1);
  }

  /** Steepest descent converges to (0, 0), where the function is not least. */
  private static TestProblem wolfe() {
    Objective objective =
        x -> {
          double y = Math.abs(x[1]);
          if (x[0] >= y) {
            return 5 * Math.sqrt(9 * x[0] * x[0] + 16 * y * y);
          }
          return 9 * x[0] + 16 * y - (x[0] > 0 ? 0 : Math.pow(x[0], 9));
        };
    Box box = Box.of(new double[] {-1.5, -2}, new double[] {4, 3});
    return Known.of("wolfe", objective, box, -8, -1, 0);
  }
}
