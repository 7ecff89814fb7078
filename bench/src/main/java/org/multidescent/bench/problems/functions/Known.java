package org.multidescent.bench.problems.functions;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/** Makes problems with known minima, and what they are made of. */
final class Known {

  private Known() {}

  /** Returns a problem of which nothing is known outside its box. */
  static TestProblem of(
      String name, Objective objective, Box box, double minimum, double... minimiser) {
    return new TestProblem(name, Problem.of(objective, box), minimum, false, minimiser);
  }

  /** Returns a problem with minimum 0, moved off the box's centre by a seed of its own. */
  static TestProblem shifted(String name, Objective objective, Box box) {
    return global(name, objective, box, new double[box.dimension()]).shifted(name.hashCode());
  }

  /** Returns a problem with minimum 0, moved off the box's centre and turned. */
  static TestProblem rotated(String name, Objective objective, Box box) {
    return shifted(name, objective, box).rotated(name.hashCode() + 1L);
  }

  private static TestProblem global(String name, Objective objective, Box box, double[] minimiser) {
    return new TestProblem(name, Problem.of(objective, box), 0, true, minimiser);
  }

  /** Returns a position in the unit cube, each coordinate between 0.15 and 0.85, not near 0.5. */
  static double[] offCentre(int dimension, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      double offset = 0.1 + 0.25 * random.nextDouble();
      x[i] = 0.5 + (random.nextBoolean() ? offset : -offset);
    }
    return x;
  }

  static double squaredDistance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return sum;
  }

  static double squares(double[] x) {
    return Arrays.stream(x).map(xi -> xi * xi).sum();
  }
}
