package org.multidescent.bench.bbob;

import static org.multidescent.bench.bbob.Transform.difference;
import static org.multidescent.bench.bbob.Transform.oscillate;
import static org.multidescent.bench.bbob.Transform.skew;

/** Functions 10 to 14: one optimum, high conditioning. */
public final class IllConditioned {

  private IllConditioned() {}

  static Excess of(int function, Instance instance) {
    return switch (function) {
      case 10 -> ellipsoid(instance, 1e6);
      case 11 -> discus(instance);
      case 12 -> bentCigar(instance);
      case 13 -> sharpRidge(instance);
      case 14 -> differentPowers(instance);
      default -> throw new AssertionError(function);
    };
  }

  /**
   * Returns function 10, or one like it of another condition number.
   *
   * @param instance the seeds
   * @param condition the condition number, 1e6 for function 10
   * @return the function
   */
  public static Excess ellipsoid(Instance instance, double condition) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    double[] weights = Transform.powers(condition, instance.dimension());
    return new Excess(
        xOpt, x -> Shapes.ellipsoid(weights, oscillate(r.times(difference(x, xOpt)))));
  }

  private static Excess discus(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    return new Excess(
        xOpt,
        x -> {
          double[] z = oscillate(r.times(difference(x, xOpt)));
          return 1e6 * z[0] * z[0] + Shapes.tail(z, 1);
        });
  }

  private static Excess bentCigar(Instance instance) {
    double[] xOpt = instance.xOptOfRotation();
    Matrix r = instance.r();
    return new Excess(
        xOpt,
        x -> {
          double[] z = r.times(skew(0.5, r.times(difference(x, xOpt))));
          return z[0] * z[0] + 1e6 * Shapes.tail(z, 1);
        });
  }

  private static Excess sharpRidge(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix matrix = instance.rlq(10);
    return new Excess(
        xOpt,
        x -> {
          double[] z = matrix.times(difference(x, xOpt));
          return z[0] * z[0] + 100 * Math.sqrt(Shapes.tail(z, 1));
        });
  }

  private static Excess differentPowers(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    return new Excess(xOpt, x -> Shapes.differentPowers(r.times(difference(x, xOpt))));
  }
}
