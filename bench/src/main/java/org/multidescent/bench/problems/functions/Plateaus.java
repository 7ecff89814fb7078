package org.multidescent.bench.problems.functions;

import java.util.List;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.testproblem.TestProblem;

/**
 * Functions that are constant in most places: steps down to the minimum, or one plateau with a bowl
 * in it.
 */
public final class Plateaus {

  private static final double TERRACE = 0.25;

  private Plateaus() {}

  /**
   * Returns the problems.
   *
   * @return De Jong's steps in 5 and 10 dimensions, a turned ellipsoid and Rastrigin's function
   *     rounded down to terraces in 5 and 2, and a bowl of radius .1 and .4 in a plateau of [0,
   *     1]^2 and [0, 1]^5
   */
  public static List<TestProblem> all() {
    return List.of(
        Known.shifted("steps5", Plateaus::steps, Box.cube(-5, 5, 5)),
        Known.shifted("steps10", Plateaus::steps, Box.cube(-5, 5, 10)),
        Known.rotated("terraces5", x -> terraced(ellipsoid(x)), Box.cube(-5, 5, 5)),
        Known.shifted("terraces2", x -> terraced(rastrigin(x)), Box.cube(-5.12, 5.12, 2)),
        bowl(2, 0.1),
        bowl(5, 0.4));
  }

  private static double steps(double[] x) {
    double sum = 0;
    for (double xi : x) {
      double step = Math.floor(xi + 0.5);
      sum += step * step;
    }
    return sum;
  }

  private static double ellipsoid(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.pow(100, i / (x.length - 1.0)) * x[i] * x[i];
    }
    return sum;
  }

  private static double rastrigin(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi + 10 * (1 - Math.cos(2 * Math.PI * xi));
    }
    return sum;
  }

  private static double terraced(double value) {
    return TERRACE * Math.floor(value / TERRACE);
  }

  private static TestProblem bowl(int dimension, double radius) {
    double[] centre = Known.offCentre(dimension, 400L + dimension);
    Objective objective = x -> Math.min(1, Known.squaredDistance(x, centre) / (radius * radius));
    return Known.of("flat" + dimension, objective, Box.cube(0, 1, dimension), 0, centre);
  }
}
