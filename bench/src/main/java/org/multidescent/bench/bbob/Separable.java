package org.multidescent.bench.bbob;

import static org.multidescent.bench.bbob.Transform.conditioning;
import static org.multidescent.bench.bbob.Transform.difference;
import static org.multidescent.bench.bbob.Transform.oscillate;
import static org.multidescent.bench.bbob.Transform.powers;
import static org.multidescent.bench.bbob.Transform.scale;
import static org.multidescent.bench.bbob.Transform.skew;

/** Functions 1 to 5. */
final class Separable {

  private Separable() {}

  static Excess of(int function, Instance instance) {
    return switch (function) {
      case 1 -> sphere(instance);
      case 2 -> ellipsoid(instance);
      case 3 -> rastrigin(instance);
      case 4 -> buecheRastrigin(instance);
      case 5 -> linearSlope(instance);
      default -> throw new AssertionError(function);
    };
  }

  private static Excess sphere(Instance instance) {
    double[] xOpt = instance.xOpt();
    return new Excess(xOpt, x -> Shapes.sphere(difference(x, xOpt)));
  }

  private static Excess ellipsoid(Instance instance) {
    double[] xOpt = instance.xOpt();
    double[] weights = powers(1e6, instance.dimension());
    return new Excess(xOpt, x -> Shapes.ellipsoid(weights, oscillate(difference(x, xOpt))));
  }

  private static Excess rastrigin(Instance instance) {
    double[] xOpt = instance.xOpt();
    double[] lambda = conditioning(10, instance.dimension());
    return new Excess(
        xOpt, x -> Shapes.rastrigin(scale(lambda, skew(0.2, oscillate(difference(x, xOpt))))));
  }

  private static Excess buecheRastrigin(Instance instance) {
    double[] xOpt = instance.xOpt();
    for (int i = 0; i < xOpt.length; i += 2) {
      xOpt[i] = Math.abs(xOpt[i]);
    }
    double[] lambda = conditioning(10, instance.dimension());
    return new Excess(
        xOpt,
        x -> {
          double[] z = oscillate(difference(x, xOpt));
          for (int i = 0; i < z.length; i += 2) {
            if (z[i] > 0) {
              z[i] *= 10;
            }
          }
          return Shapes.rastrigin(scale(lambda, z));
        },
        100);
  }

  private static Excess linearSlope(Instance instance) {
    double[] xOpt = instance.xOpt();
    double[] slope = powers(10, instance.dimension());
    for (int i = 0; i < xOpt.length; i++) {
      double sign = Math.signum(xOpt[i]);
      xOpt[i] = 5 * sign;
      slope[i] *= sign;
    }
    return new Excess(
        xOpt,
        x -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double z = x[i] * xOpt[i] < 25 ? x[i] : xOpt[i];
            sum += 5 * Math.abs(slope[i]) - slope[i] * z;
          }
          return sum;
        });
  }
}
