package org.multidescent.bench.problems.functions;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.testproblem.TestProblem;

/**
 * Ten functions whose minimum lies in a narrow well, beside wide ones or on a plateau. Damavandi's,
 * Easom's and De Jong's fifth function are those of M. Jamil and X.-S. Yang, "A literature survey
 * of benchmark functions for global optimisation problems" (2013), or the same in more dimensions;
 * the others are this library's own.
 */
public final class Wells {

  private static final int PITS = 20;

  private Wells() {}

  /**
   * Returns the problems.
   *
   * @return Damavandi's function on [0, 14]^2 and its like in 3 dimensions, Easom's in 2 and 3, De
   *     Jong's foxholes, two bowls of which the deeper is narrow in 2 and 5 dimensions, and plains
   *     with 20 pits of which the deepest is narrow in 2, 3 and 5
   */
  public static List<TestProblem> all() {
    return List.of(
        damavandi("damavandi", 2),
        damavandi("damavandi3", 3),
        easom("easom", 2, 100),
        easom("easom3", 3, 20),
        foxholes(),
        twoBowls(2, 0.08),
        twoBowls(5, 0.2),
        pits(2, 0.02),
        pits(3, 0.04),
        pits(5, 0.1));
  }

  /** A well of width 2 at (2, .., 2); the wide bowl's optimum at 7 is 2 above it. */
  private static TestProblem damavandi(String name, int dimension) {
    Objective objective =
        x -> {
          double product = 1;
          double bowl = 2;
          for (int i = 0; i < x.length; i++) {
            double angle = Math.PI * (x[i] - 2);
            product *= angle == 0 ? 1 : Math.sin(angle) / angle;
            bowl += (i + 1) * (x[i] - 7) * (x[i] - 7);
          }
          return (1 - Math.pow(Math.abs(product), 5)) * bowl;
        };
    double[] minimiser = new double[dimension];
    Arrays.fill(minimiser, 2);
    return Known.of(name, objective, Box.cube(0, 14, dimension), 0, minimiser);
  }

  private static TestProblem easom(String name, int dimension, double halfWidth) {
    Objective objective =
        x -> {
          double product = 1;
          double square = 0;
          for (double xi : x) {
            product *= -Math.cos(xi);
            square += (xi - Math.PI) * (xi - Math.PI);
          }
          return -product * Math.exp(-square);
        };
    double[] minimiser = new double[dimension];
    Arrays.fill(minimiser, Math.PI);
    return Known.of(name, objective, Box.cube(-halfWidth, halfWidth, dimension), -1, minimiser);
  }

  private static TestProblem foxholes() {
    Objective objective =
        x -> {
          double sum = 0.002;
          for (int j = 0; j < 25; j++) {
            double a = Math.pow(x[0] - 16 * (j % 5 - 2), 6);
            double b = Math.pow(x[1] - 16 * (j / 5 - 2), 6);
            sum += 1 / (j + 1 + a + b);
          }
          return 1 / sum;
        };
    double there = -31.9783337;
    return Known.of(
        "foxholes", objective, Box.cube(-65.536, 65.536, 2), 0.9980038377944496, there, there);
  }

  /** The wide bowl covers all but about the width of the narrow one. */
  private static TestProblem twoBowls(int dimension, double width) {
    double[] wide = Known.offCentre(dimension, 100L + dimension);
    double[] narrow = Known.offCentre(dimension, 200L + dimension);
    Objective objective =
        x ->
            Math.min(
                Known.squaredDistance(x, wide),
                Known.squaredDistance(x, narrow) / (width * width) - 1);
    return Known.of("twobowls" + dimension, objective, Box.cube(0, 1, dimension), -1, narrow);
  }

  /** The narrow pit is 1 deep, the wide ones at most 0.9. */
  private static TestProblem pits(int dimension, double width) {
    double[] deepest = Known.offCentre(dimension, 300L + dimension);
    SplittableRandom random = new SplittableRandom(dimension);
    double[][] centres = new double[PITS][];
    double[] depths = new double[PITS];
    for (int k = 0; k < PITS; k++) {
      centres[k] = random.doubles(dimension).toArray();
      depths[k] = random.nextDouble(0.4, 0.9);
    }
    Objective objective =
        x -> {
          double depth = Math.exp(-Known.squaredDistance(x, deepest) / (2 * width * width));
          for (int k = 0; k < PITS; k++) {
            double square = Known.squaredDistance(x, centres[k]);
            depth = Math.max(depth, depths[k] * Math.exp(-square / 0.03));
          }
          return -depth;
        };
    return Known.of("pits" + dimension, objective, Box.cube(0, 1, dimension), -1, deepest);
  }
}
