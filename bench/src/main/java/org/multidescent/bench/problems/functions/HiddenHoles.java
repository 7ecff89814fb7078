package org.multidescent.bench.problems.functions;

import java.util.List;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.testproblem.TestProblem;

/** Functions that have no value, NaN, in part of the box, and no constraint that says where. */
public final class HiddenHoles {

  private static final double GIVEN_RADIUS = 0.03;
  private static final int GIVEN_DIMENSION = 10;

  private HiddenHoles() {}

  /**
   * Returns the problems.
   *
   * @return bowls with values in a ball of 1e-4 of [0, 1]^3 and [0, 1]^10, in a thin slab of [0,
   *     1]^5 and in a thin shell of [0, 1]^2, Rastrigin's function with holes about half of its
   *     optima, and Rosenbrock's valley with values on one side of a curved wall
   */
  public static List<TestProblem> all() {
    return List.of(
        ball("hidden3", 3, 0.028794),
        ball("hidden10", 10, 0.362414),
        slab(),
        shell(),
        holes(),
        wall());
  }

  /**
   * Returns a bowl with values in a ball of radius .03 of [0, 1]^10, which no random start finds:
   * see {@link #givenStart}.
   *
   * @return the problem {@code hidden-given10}
   */
  public static TestProblem given() {
    return ball("hidden-given10", GIVEN_DIMENSION, GIVEN_RADIUS);
  }

  /**
   * Returns a position where {@link #given} has a value.
   *
   * @return a new array
   */
  public static double[] givenStart() {
    double[] start = centre(GIVEN_DIMENSION);
    start[0] += GIVEN_RADIUS / 2;
    return start;
  }

  private static double[] centre(int dimension) {
    return Known.offCentre(dimension, 500L + dimension);
  }

  /** The least value lies a third of the radius from the ball's centre. */
  private static TestProblem ball(String name, int dimension, double radius) {
    double[] middle = centre(dimension);
    double[] lowest = middle.clone();
    lowest[dimension - 1] += radius / 3;
    Objective objective =
        x ->
            Known.squaredDistance(x, middle) <= radius * radius
                ? Known.squaredDistance(x, lowest) / (radius * radius)
                : Double.NaN;
    return Known.of(name, objective, Box.cube(0, 1, dimension), 0, lowest);
  }

  private static TestProblem slab() {
    double[] lowest = centre(5);
    Objective objective =
        x -> {
          double across = 0;
          double along = 0;
          for (int i = 0; i < x.length; i++) {
            across += x[i] - lowest[i];
            along += (i + 1) * (x[i] - lowest[i]) * (x[i] - lowest[i]);
          }
          return Math.abs(across) < 0.02 ? along : Double.NaN;
        };
    return Known.of("hidden-slab5", objective, Box.cube(0, 1, 5), 0, lowest);
  }

  /** The bowl's own centre lies outside the shell, so the least value is at the shell's edge. */
  private static TestProblem shell() {
    Objective objective =
        x -> {
          double radius = Math.hypot(x[0] - 0.45, x[1] - 0.55);
          boolean inside = Math.abs(radius - 0.3) <= 0.01;
          double dx = x[0] - 0.65;
          return inside ? dx * dx + (x[1] - 0.55) * (x[1] - 0.55) : Double.NaN;
        };
    double least = 0.29 - 0.2;
    double there = 0.45 + 0.29;
    return Known.of(
        "hidden-shell2", objective, Box.cube(0, 1, 2), least * least, Math.nextUp(there), 0.55);
  }

  private static TestProblem holes() {
    Objective objective =
        x -> {
          double sum = 0;
          double nearest = 0;
          long cell = 0;
          for (double xi : x) {
            double offset = xi - Math.rint(xi);
            sum += xi * xi + 10 * (1 - Math.cos(2 * Math.PI * xi));
            nearest += offset * offset;
            cell += (long) Math.rint(xi);
          }
          return cell % 2 != 0 && nearest < 0.16 ? Double.NaN : sum;
        };
    return Known.of("hidden-rastrigin2", objective, Box.cube(-3, 6, 2), 0, 0, 0);
  }

  private static TestProblem wall() {
    Objective objective =
        x -> {
          double sum = 0;
          for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
          }
          return x[1] <= 0.2 + x[0] * x[0] + 0.1 * Math.sin(20 * x[0]) ? sum : Double.NaN;
        };
    return Known.of("hidden-rosenbrock4", objective, Box.cube(-5, 10, 4), 0, 1, 1, 1, 1);
  }
}
