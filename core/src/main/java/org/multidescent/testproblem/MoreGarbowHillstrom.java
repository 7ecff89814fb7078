package org.multidescent.testproblem;

import java.util.Locale;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

/**
 * Test problems for descents, each with its standard start, from More, Garbow and Hillstrom,
 * <cite>Testing unconstrained optimization software</cite>, ACM Transactions on Mathematical
 * Software 7 (1981). All have the minimum 0. The boxes are this library's own: they contain the
 * standard start and the minimiser.
 */
public enum MoreGarbowHillstrom {
  /** Rosenbrock's banana-shaped valley in two dimensions. */
  ROSENBROCK(Coupled::rosenbrock, Box.cube(-5, 10, 2), start(-1.2, 1), 1, 1),
  /** Beale's function: a narrow curved valley with steep corners. */
  BEALE(SumsOfSquares::beale, Box.cube(-4.5, 4.5, 2), start(1, 1), 3, 0.5),
  /** Powell's function in four dimensions; its Hessian is singular at the minimiser. */
  POWELL_SINGULAR(
      SumsOfSquares::powellSingular, Box.cube(-4, 5, 4), start(3, -1, 0, 1), 0, 0, 0, 0),
  /** Wood's function: two coupled Rosenbrock valleys and a saddle near the way down. */
  WOOD(SumsOfSquares::wood, Box.cube(-10, 10, 4), start(-3, -1, -3, -1), 1, 1, 1, 1),
  /** Brown's function; the coordinates of its minimiser differ by twelve orders of magnitude. */
  BROWN_BADLY_SCALED(
      SumsOfSquares::brownBadlyScaled,
      Box.of(new double[] {-10, -10}, new double[] {2e6, 10}),
      start(1, 1),
      1e6,
      2e-6),
  /** A valley along a helix; discontinuous across the half-plane x = 0, y &lt; 0. */
  HELICAL_VALLEY(SumsOfSquares::helicalValley, Box.cube(-10, 10, 3), start(-1, 0, 0), 1, 0, 0);

  private final TestProblem landscape;
  private final double[] start;

  MoreGarbowHillstrom(Surface surface, Box box, double[] start, double... minimiser) {
    String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.landscape =
        new TestProblem(name, Problem.withGradient(surface, surface, box), 0, true, minimiser);
    this.start = start;
  }

  /**
   * Returns the problem, its minimum and minimiser.
   *
   * @return the landscape
   */
  public TestProblem landscape() {
    return landscape;
  }

  /**
   * Returns the standard start.
   *
   * @return a copy of the position
   */
  public double[] start() {
    return start.clone();
  }

  private static double[] start(double... start) {
    return start;
  }
}
