package org.multidescent.bench.problems;

import java.util.List;
import org.multidescent.problem.Box;

/**
 * Classic problems of engineering design with continuous variables, as collected by Coello Coello
 * (2000), Mezura-Montes and Coello Coello (2005) and Gandomi, Yang and Alavi (2013).
 */
public final class EngineeringDesigns {

  private EngineeringDesigns() {}

  /**
   * Returns the problems.
   *
   * @return tension spring, pressure vessel, welded beam, speed reducer, three-bar truss,
   *     cantilever beam
   */
  public static List<ConstrainedProblem> all() {
    return List.of(
        tensionSpring(), pressureVessel(), weldedBeam(), speedReducer(), threeBarTruss(), beam());
  }

  /**
   * Returns the spring of least weight under tension (Arora 1989): wire diameter, coil diameter,
   * number of coils.
   *
   * @return the problem {@code tension-spring}
   */
  public static ConstrainedProblem tensionSpring() {
    return new ConstrainedProblem(
        "tension-spring",
        Box.of(new double[] {0.05, 0.25, 2}, new double[] {2, 1.3, 15}),
        4,
        0,
        EngineeringDesigns::spring,
        0.012665232788319,
        new double[] {0.0516890614, 0.3567177365, 11.2889656});
  }

  private static double spring(double[] x, double[] c) {
    double d = x[0];
    double coil = x[1];
    double fourth = d * d * d * d;
    c[0] = 1 - coil * coil * coil * x[2] / (71785 * fourth);
    c[1] =
        (4 * coil * coil - d * coil) / (12566 * (coil * d * d * d - fourth))
            + 1 / (5108 * d * d)
            - 1;
    c[2] = 1 - 140.45 * d / (coil * coil * x[2]);
    c[3] = (d + coil) / 1.5 - 1;
    return (x[2] + 2) * coil * d * d;
  }

  /**
   * Returns the cheapest cylindrical vessel with round heads (Sandgren 1990), its thicknesses
   * continuous: thickness of shell and heads, inner radius, length.
   *
   * @return the problem {@code pressure-vessel}
   */
  public static ConstrainedProblem pressureVessel() {
    return new ConstrainedProblem(
        "pressure-vessel",
        Box.of(new double[] {0.0625, 0.0625, 10, 10}, new double[] {6.1875, 6.1875, 200, 200}),
        4,
        0,
        EngineeringDesigns::vessel,
        5885.332773616461,
        new double[] {0.7781686413751, 0.3846491626279, 40.319618724099, 200});
  }

  private static double vessel(double[] x, double[] c) {
    double r = x[2];
    double length = x[3];
    c[0] = -x[0] + 0.0193 * r;
    c[1] = -x[1] + 0.00954 * r;
    c[2] = -Math.PI * r * r * length - 4 / 3.0 * Math.PI * r * r * r + 1296000;
    c[3] = length - 240;
    return 0.6224 * x[0] * r * length
        + 1.7781 * x[1] * r * r
        + 3.1661 * x[0] * x[0] * length
        + 19.84 * x[0] * x[0] * r;
  }

  /**
   * Returns the cheapest welded beam (Ragsdell and Phillips 1976): thickness and length of the
   * weld, height and width of the beam.
   *
   * @return the problem {@code welded-beam}
   */
  public static ConstrainedProblem weldedBeam() {
    return new ConstrainedProblem(
        "welded-beam",
        Box.of(new double[] {0.1, 0.1, 0.1, 0.1}, new double[] {2, 10, 10, 2}),
        7,
        0,
        EngineeringDesigns::welded,
        1.724852308597,
        new double[] {0.205729639786, 3.470488665628, 9.036623910357, 0.205729639786});
  }

  private static double welded(double[] x, double[] c) {
    double load = 6000;
    double span = 14;
    double elasticity = 30e6;
    double shearModulus = 12e6;
    double half = (x[0] + x[2]) / 2;
    double radius = Math.sqrt(x[1] * x[1] / 4 + half * half);
    double polar = 2 * Math.sqrt(2) * x[0] * x[1] * (x[1] * x[1] / 12 + half * half);
    double primary = load / (Math.sqrt(2) * x[0] * x[1]);
    double secondary = load * (span + x[1] / 2) * radius / polar;
    double shear =
        Math.sqrt(primary * primary + primary * secondary * x[1] / radius + secondary * secondary);
    double cube = x[3] * x[3] * x[3];
    double buckling =
        4.013
            * elasticity
            * Math.sqrt(x[2] * x[2] * cube * cube / 36)
            / (span * span)
            * (1 - x[2] / (2 * span) * Math.sqrt(elasticity / (4 * shearModulus)));
    c[0] = shear - 13600;
    c[1] = 6 * load * span / (x[3] * x[2] * x[2]) - 30000;
    c[2] = x[0] - x[3];
    c[3] = 0.10471 * x[0] * x[0] + 0.04811 * x[2] * x[3] * (14 + x[1]) - 5;
    c[4] = 0.125 - x[0];
    c[5] = 4 * load * span * span * span / (elasticity * x[2] * x[2] * x[2] * x[3]) - 0.25;
    c[6] = load - buckling;
    return 1.10471 * x[0] * x[0] * x[1] + 0.04811 * x[2] * x[3] * (14 + x[1]);
  }

  /**
   * Returns the lightest speed reducer (Golinski 1970), its number of teeth continuous: face width,
   * module, teeth, lengths of both shafts, their diameters.
   *
   * @return the problem {@code speed-reducer}
   */
  public static ConstrainedProblem speedReducer() {
    return new ConstrainedProblem(
        "speed-reducer",
        Box.of(
            new double[] {2.6, 0.7, 17, 7.3, 7.3, 2.9, 5},
            new double[] {3.6, 0.8, 28, 8.3, 8.3, 3.9, 5.5}),
        11,
        0,
        EngineeringDesigns::reducer,
        2994.471066146,
        new double[] {3.5, 0.7, 17, 7.3, 7.715319911478, 3.350214666096, 5.28665446498});
  }

  private static double reducer(double[] x, double[] c) {
    double module = x[1] * x[1];
    double teeth = x[2];
    double first = x[5] * x[5];
    double second = x[6] * x[6];
    c[0] = 27 / (x[0] * module * teeth) - 1;
    c[1] = 397.5 / (x[0] * module * teeth * teeth) - 1;
    c[2] = 1.93 * x[3] * x[3] * x[3] / (x[1] * teeth * first * first) - 1;
    c[3] = 1.93 * x[4] * x[4] * x[4] / (x[1] * teeth * second * second) - 1;
    double moment = 745 / (x[1] * teeth);
    c[4] = Math.sqrt(moment * moment * x[3] * x[3] + 16.9e6) / (110 * first * x[5]) - 1;
    c[5] = Math.sqrt(moment * moment * x[4] * x[4] + 157.5e6) / (85 * second * x[6]) - 1;
    c[6] = x[1] * teeth / 40 - 1;
    c[7] = 5 * x[1] / x[0] - 1;
    c[8] = x[0] / (12 * x[1]) - 1;
    c[9] = (1.5 * x[5] + 1.9) / x[3] - 1;
    c[10] = (1.1 * x[6] + 1.9) / x[4] - 1;
    return 0.7854 * x[0] * module * (3.3333 * teeth * teeth + 14.9334 * teeth - 43.0934)
        - 1.508 * x[0] * (first + second)
        + 7.4777 * (first * x[5] + second * x[6])
        + 0.7854 * (x[3] * first + x[4] * second);
  }

  /**
   * Returns the lightest truss of three bars (Nowacki 1973): two cross sections.
   *
   * @return the problem {@code three-bar-truss}
   */
  public static ConstrainedProblem threeBarTruss() {
    return new ConstrainedProblem(
        "three-bar-truss",
        Box.cube(0, 1, 2),
        3,
        0,
        EngineeringDesigns::truss,
        263.895843376468,
        new double[] {0.788675134773, 0.408248290037});
  }

  private static double truss(double[] x, double[] c) {
    double root = Math.sqrt(2);
    double section = root * x[0] * x[0] + 2 * x[0] * x[1];
    c[0] = (root * x[0] + x[1]) / section * 2 - 2;
    c[1] = x[1] / section * 2 - 2;
    c[2] = 1 / (x[0] + root * x[1]) * 2 - 2;
    return 100 * (2 * root * x[0] + x[1]);
  }

  /**
   * Returns the lightest stepped cantilever beam (Fleury and Braibant 1986): heights of five
   * sections.
   *
   * @return the problem {@code cantilever-beam}
   */
  public static ConstrainedProblem beam() {
    return new ConstrainedProblem(
        "cantilever-beam",
        Box.cube(0.01, 100, 5),
        1,
        0,
        EngineeringDesigns::cantilever,
        1.3399563605991,
        new double[] {
          6.016015894151, 5.309173857413, 4.494329573323, 3.501474970425, 2.152665329673
        });
  }

  private static double cantilever(double[] x, double[] c) {
    double sum = -1;
    double[] loads = {61, 37, 19, 7, 1};
    double length = 0;
    for (int i = 0; i < loads.length; i++) {
      sum += loads[i] / (x[i] * x[i] * x[i]);
      length += x[i];
    }
    c[0] = sum;
    return 0.0624 * length;
  }
}
