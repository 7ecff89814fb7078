package org.multidescent.bench.bbob;

import static org.multidescent.bench.bbob.Transform.conditioning;
import static org.multidescent.bench.bbob.Transform.difference;
import static org.multidescent.bench.bbob.Transform.oscillate;
import static org.multidescent.bench.bbob.Transform.round;
import static org.multidescent.bench.bbob.Transform.steepen;

/** Functions 6 to 9: low or moderate conditioning. */
final class Moderate {

  private Moderate() {}

  static Excess of(int function, Instance instance) {
    return switch (function) {
      case 6 -> attractiveSector(instance);
      case 7 -> stepEllipsoid(instance);
      case 8 -> rosenbrock(instance);
      case 9 -> rotatedRosenbrock(instance);
      default -> throw new AssertionError(function);
    };
  }

  private static Excess attractiveSector(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix matrix = instance.rlq(10);
    return new Excess(
        xOpt,
        x -> {
          double[] z = matrix.times(difference(x, xOpt));
          return Math.pow(oscillate(Shapes.sphere(steepen(z, xOpt))), 0.9);
        });
  }

  private static Excess stepEllipsoid(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix before = instance.q().scaled(conditioning(10, instance.dimension()));
    Matrix after = instance.r();
    double[] weights = Transform.powers(100, instance.dimension());
    return new Excess(
        xOpt,
        x -> {
          double[] steps = before.times(difference(x, xOpt));
          double first = Math.abs(steps[0]) / 1e4;
          return 0.1 * Math.max(first, Shapes.ellipsoid(weights, after.times(round(steps))));
        },
        1);
  }

  private static Excess rosenbrock(Instance instance) {
    double[] xOpt = instance.xOpt();
    for (int i = 0; i < xOpt.length; i++) {
      xOpt[i] *= 0.75;
    }
    double factor = RotatedValley.factor(instance.dimension());
    return new Excess(
        xOpt,
        x -> {
          double[] z = difference(x, xOpt);
          for (int i = 0; i < z.length; i++) {
            z[i] = factor * z[i] + 1;
          }
          return Shapes.rosenbrock(z);
        });
  }

  private static Excess rotatedRosenbrock(Instance instance) {
    RotatedValley valley = new RotatedValley(instance);
    return new Excess(valley.xOpt(), x -> Shapes.rosenbrock(valley.coordinates(x)));
  }
}
