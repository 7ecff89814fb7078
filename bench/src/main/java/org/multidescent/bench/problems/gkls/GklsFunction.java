package org.multidescent.bench.problems.gkls;

import org.jspecify.annotations.Nullable;
import org.multidescent.function.Objective;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/**
 * One function of type D: a paraboloid, in balls about further minima replaced by cubic polynomials
 * that join it with continuous gradients. Immutable, thread-safe.
 */
public final class GklsFunction implements Objective, ValueAndGradient {

  private static final int VERTEX = 0;
  private static final int GLOBAL = 1;

  private final GklsClass family;
  private final int number;
  private final double[][] minimisers;
  private final double[] radii;
  private final double[] minima;

  /** The vertex comes first, the global minimiser second. */
  GklsFunction(
      GklsClass family, int number, double[][] minimisers, double[] radii, double[] minima) {
    this.family = family;
    this.number = number;
    this.minimisers = minimisers;
    this.radii = radii;
    this.minima = minima;
  }

  @Override
  public double value(double[] x) {
    return at(x, null);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    return at(x, gradient);
  }

  private double at(double[] x, double @Nullable [] gradient) {
    for (int k = GLOBAL; k < minimisers.length; k++) {
      double distance = GklsGenerator.distance(minimisers[k], x);
      if (distance <= radii[k]) {
        return cubic(k, distance, x, gradient);
      }
    }
    double[] vertex = minimisers[VERTEX];
    double distance = GklsGenerator.distance(vertex, x);
    if (gradient != null) {
      for (int i = 0; i < x.length; i++) {
        gradient[i] = 2 * (x[i] - vertex[i]);
      }
    }
    return distance * distance + minima[VERTEX];
  }

  /** Along each ray from the minimiser the polynomial meets the paraboloid at the ball's edge. */
  private double cubic(int k, double h, double[] x, double @Nullable [] gradient) {
    double[] centre = minimisers[k];
    double[] vertex = minimisers[VERTEX];
    double rho = radii[k];
    double apart = GklsGenerator.distance(vertex, centre);
    double height = apart * apart + minima[VERTEX] - minima[k];
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += (x[i] - centre[i]) * (vertex[i] - centre[i]);
    }
    double alongVertex = 2 * h * h / (rho * rho) - 4 * h / rho;
    double square = 1 + 3 * height / (rho * rho);
    double third = -2 * height / (rho * rho * rho);
    if (gradient != null) {
      double slope = h == 0 ? 0 : product * (4 / (rho * rho) - 4 / (rho * h));
      double outward = slope + 2 * square + 3 * third * h;
      for (int i = 0; i < x.length; i++) {
        gradient[i] = alongVertex * (vertex[i] - centre[i]) + outward * (x[i] - centre[i]);
      }
    }
    return minima[k] + product * alongVertex + h * h * (square + third * h);
  }

  /**
   * Returns the global minimiser.
   *
   * @return a copy of its position
   */
  public double[] minimiser() {
    return minimisers[GLOBAL].clone();
  }

  /**
   * Tells whether a position counts as a solution in publications.
   *
   * @param x any position
   * @return whether each coordinate is as near to the minimiser's as {@link GklsClass#accuracy}
   *     asks
   */
  public boolean isSolution(double[] x) {
    double most = 2 * family.accuracy();
    for (int i = 0; i < x.length; i++) {
      if (!(Math.abs(x[i] - minimisers[GLOBAL][i]) <= most)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the function as a problem with a known minimum.
   *
   * @return the problem on [-1, 1]^D, with an analytic gradient, named such as {@code gkls3-17}
   */
  public TestProblem testProblem() {
    Problem problem = Problem.withGradient(this, this, Box.cube(-1, 1, family.dimension()));
    return new TestProblem(
        "gkls%d-%d".formatted(family.number(), number), problem, minima[GLOBAL], true, minimiser());
  }

  int minima() {
    return minima.length;
  }

  double minimum(int k) {
    return minima[k];
  }

  double radius(int k) {
    return radii[k];
  }

  double[] minimiser(int k) {
    return minimisers[k].clone();
  }
}
