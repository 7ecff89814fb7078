package org.multidescent.bench.examples;

import org.multidescent.Search;
import org.multidescent.problem.Parameters;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * Plans rows of solar panels on a flat roof: how many rows, which way they look and how steep they
 * stand, and which kind of panel. One parameter is a whole number, one an angle, one a category.
 */
public final class SolarRoof {

  static final Parameters PARAMETERS =
      Parameters.none()
          .integer("rows", 1, 12)
          .periodic("azimuth", 0, 360)
          .linear("tilt", 0, 90)
          .categorical("panel", "thin film", "polycrystalline", "monocrystalline");

  private static final double[] EFFICIENCIES = {0.12, 0.17, 0.22};
  private static final double[] PRICES = {0.4, 0.6, 0.95};
  private static final double ROOF = 20;

  private SolarRoof() {}

  /**
   * Finds the plan that earns most, and prints it by the parameters' names.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Result result = plan(1);
    System.out.println(PARAMETERS.describe(result.best().x()));
    System.out.println("earns " + -result.best().value());
  }

  static Result plan(long seed) {
    Problem problem = Problem.of(x -> -earnings(x), PARAMETERS.box());
    return Search.of(problem).seed(seed).budget(Budget.evaluations(2_000)).run();
  }

  /**
   * What a plan earns: light on the panels, less what one row takes from the next, less the price.
   */
  static double earnings(double[] x) {
    double rows = PARAMETERS.value(x, "rows");
    double azimuth = Math.toRadians(PARAMETERS.value(x, "azimuth"));
    double tilt = Math.toRadians(PARAMETERS.value(x, "tilt"));
    int panel = (int) PARAMETERS.value(x, "panel");
    double sun = Math.toRadians(35);
    double light =
        Math.cos(tilt) * Math.sin(sun) - Math.sin(tilt) * Math.cos(sun) * Math.cos(azimuth);
    double shadow = Math.sin(tilt) / Math.tan(sun) + Math.cos(tilt);
    double lit = Math.min(1, ROOF / (rows * shadow * 2));
    return 100 * EFFICIENCIES[panel] * rows * lit * Math.max(0, light) - 10 * PRICES[panel] * rows;
  }
}
