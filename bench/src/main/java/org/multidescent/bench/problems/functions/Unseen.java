package org.multidescent.bench.problems.functions;

import java.util.Arrays;
import java.util.List;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.testproblem.TestProblem;

/**
 * The second set that nothing is tuned on: twelve functions of different kinds, in no other suite,
 * none with its minimum at the centre of its box. Chebyshev's polynomial is the fitting problem of
 * R. Storn and K. Price, "Differential evolution", Journal of Global Optimization 11 (1997); the
 * others are those of M. Jamil and X.-S. Yang (2013). Minima are recomputed to full precision.
 * Boxes are the usual ones but for Qing's, whose minima would lie near the centre.
 */
public final class Unseen {

  private static final double[][] LANGERMANN = {{3, 5}, {5, 2}, {2, 1}, {1, 4}, {7, 9}};
  private static final double[] LANGERMANN_WEIGHTS = {1, 2, 5, 2, 3};
  private static final int DEGREE = 8;

  private Unseen() {}

  /**
   * Returns the problems.
   *
   * @return valleys and wells: bird, hosaki, langermann, alpine5; far-away scales: qing10; at a
   *     wall: keane; traps: deceptive5; a plateau of pockets: corana4; kinks, turned: schwefel222;
   *     ripples, turned: stretched5, cosine4; ill-conditioned: chebyshev9
   */
  public static List<TestProblem> all() {
    return List.of(
        Known.of(
            "bird",
            Unseen::bird,
            Box.cube(-2 * Math.PI, 2 * Math.PI, 2),
            -106.76453674926474,
            -1.5821421780930858,
            -3.130246804267006),
        Known.of(
            "hosaki",
            Unseen::hosaki,
            Box.of(new double[2], new double[] {5, 6}),
            -52 / (3 * Math.exp(2)),
            4,
            2),
        Known.of(
            "keane", Unseen::keane, Box.cube(0, 10, 2), -0.6736675211468548, 0, 1.3932490753257145),
        Known.of(
            "langermann",
            Unseen::langermann,
            Box.cube(0, 10, 2),
            -5.162126159963983,
            2.0029921156394717,
            1.0060959418746647),
        alpine(),
        qing(),
        deceptive(),
        Known.shifted("corana4", Unseen::corana, Box.cube(-500, 500, 4)),
        Known.rotated("schwefel222", Unseen::schwefel222, Box.cube(-10, 10, 5)),
        Known.rotated("stretched5", Unseen::stretchedV, Box.cube(-10, 10, 5)),
        Known.rotated("cosine4", Unseen::cosineMixture, Box.cube(-1, 1, 4)),
        chebyshev());
  }

  private static double bird(double[] x) {
    double a = 1 - Math.cos(x[1]);
    double b = 1 - Math.sin(x[0]);
    double difference = x[0] - x[1];
    return Math.sin(x[0]) * Math.exp(a * a)
        + Math.cos(x[1]) * Math.exp(b * b)
        + difference * difference;
  }

  private static double hosaki(double[] x) {
    double polynomial = 1 + x[0] * (-8 + x[0] * (7 + x[0] * (-7.0 / 3 + x[0] / 4)));
    return polynomial * x[1] * x[1] * Math.exp(-x[1]);
  }

  private static double keane(double[] x) {
    double length = Math.hypot(x[0], x[1]);
    double bump = Math.sin(x[0] - x[1]) * Math.sin(x[0] + x[1]);
    return length == 0 ? 0 : -bump * bump / length;
  }

  private static double langermann(double[] x) {
    double sum = 0;
    for (int k = 0; k < LANGERMANN.length; k++) {
      double square = Known.squaredDistance(x, LANGERMANN[k]);
      sum -= LANGERMANN_WEIGHTS[k] * Math.exp(-square / Math.PI) * Math.cos(Math.PI * square);
    }
    return sum;
  }

  private static TestProblem alpine() {
    Objective objective =
        x -> -Arrays.stream(x).map(xi -> Math.sqrt(xi) * Math.sin(xi)).reduce(1, (a, b) -> a * b);
    double[] minimiser = new double[5];
    Arrays.fill(minimiser, 7.917052698245946);
    return Known.of(
        "alpine5", objective, Box.cube(0, 10, 5), -Math.pow(2.808131180007005, 5), minimiser);
  }

  private static TestProblem qing() {
    Objective objective =
        x -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double miss = x[i] * x[i] - (i + 1);
            sum += miss * miss;
          }
          return sum;
        };
    double[] minimiser = new double[10];
    Arrays.setAll(minimiser, i -> Math.sqrt(i + 1));
    return Known.of("qing10", objective, Box.cube(-10, 30, 10), 0, minimiser);
  }

  /** Each coordinate falls towards an end of [0, 1], but for a narrow well at a sixth of i. */
  private static TestProblem deceptive() {
    double[] minimiser = new double[5];
    Arrays.setAll(minimiser, i -> (i + 1) / 6.0);
    Objective objective =
        x -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            sum += trap(x[i], minimiser[i]);
          }
          double mean = sum / x.length;
          return -mean * mean;
        };
    return Known.of("deceptive5", objective, Box.cube(0, 1, 5), -1, minimiser);
  }

  private static double trap(double x, double well) {
    if (x <= 0.8 * well) {
      return 0.8 - x / well;
    }
    if (x <= well) {
      return 5 * x / well - 4;
    }
    return x <= (1 + 4 * well) / 5 ? 5 * (x - well) / (well - 1) + 1 : (x - 1) / (1 - well) + 0.8;
  }

  /** A paraboloid with flat rectangular pockets, the one at 0 the lowest. */
  private static double corana(double[] x) {
    double[] weights = {1, 1000, 10, 100};
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double pocket = 0.2 * Math.floor(Math.abs(x[i] / 0.2) + 0.49999) * Math.signum(x[i]);
      double shape =
          Math.abs(x[i] - pocket) < 0.05
              ? 0.15 * Math.pow(pocket - 0.05 * Math.signum(pocket), 2)
              : x[i] * x[i];
      sum += weights[i] * shape;
    }
    return sum;
  }

  private static double schwefel222(double[] x) {
    double sum = 0;
    double product = 1;
    for (double xi : x) {
      sum += Math.abs(xi);
      product *= Math.abs(xi);
    }
    return sum + product;
  }

  private static double stretchedV(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double square = x[i] * x[i] + x[i + 1] * x[i + 1];
      double wave = Math.sin(50 * Math.pow(square, 0.1));
      sum += Math.pow(square, 0.25) * (wave * wave + 0.1);
    }
    return sum;
  }

  private static double cosineMixture(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += 0.1 * (1 - Math.cos(5 * Math.PI * xi)) + xi * xi;
    }
    return sum;
  }

  /** A polynomial of degree 8 within [-1, 1] between -1 and 1, and at 1.2 as large as can be. */
  private static TestProblem chebyshev() {
    double least = Math.cosh(DEGREE * Math.log(1.2 + Math.sqrt(1.2 * 1.2 - 1))) - 1e-9;
    Objective objective =
        x -> {
          double sum = square(Math.min(0, polynomial(x, 1.2) - least));
          sum += square(Math.min(0, polynomial(x, -1.2) - least));
          int points = 32 * x.length;
          for (int k = 0; k <= points; k++) {
            double w = polynomial(x, 2.0 * k / points - 1);
            sum += square(Math.max(0, Math.abs(w) - 1 - 1e-9));
          }
          return sum;
        };
    return Known.of(
        "chebyshev9", objective, Box.cube(-512, 512, 9), 0, 128, 0, -256, 0, 160, 0, -32, 0, 1);
  }

  private static double polynomial(double[] coefficients, double z) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * z + coefficient;
    }
    return sum;
  }

  private static double square(double v) {
    return v * v;
  }
}
