package org.multidescent.bench.bbob;

import static org.multidescent.bench.bbob.Transform.conditioning;
import static org.multidescent.bench.bbob.Transform.difference;

import java.util.Arrays;

/** Functions 20 to 24: many optima with a weak global structure. */
public final class WeaklyStructured {

  private WeaklyStructured() {}

  static Excess of(int function, Instance instance) {
    return switch (function) {
      case 20 -> schwefel(instance);
      case 21 -> Peaks.hundredAndOne(instance, instance.q());
      case 22 -> Peaks.twentyOne(instance, instance.q());
      case 23 -> katsuura(instance);
      case 24 -> lunacekBiRastrigin(instance, instance.rlq(100));
      default -> throw new AssertionError(function);
    };
  }

  private static Excess schwefel(Instance instance) {
    double twiceOptimum = 4.2096874637;
    double[] sign = BbobRandom.uniform(instance.dimension(), instance.seed());
    double[] xOpt = new double[sign.length];
    for (int i = 0; i < sign.length; i++) {
      sign[i] = Math.signum(sign[i] - 0.5);
      xOpt[i] = 0.5 * twiceOptimum * sign[i];
    }
    double[] lambda = conditioning(10, instance.dimension());
    return new Excess(
        xOpt,
        x -> {
          double sum = 0;
          double outside = 0;
          double before = twiceOptimum;
          for (int i = 0; i < x.length; i++) {
            double h = 2 * sign[i] * x[i];
            double coupled = h + 0.25 * (before - twiceOptimum);
            double z = 100 * (lambda[i] * (coupled - twiceOptimum) + twiceOptimum);
            sum += z * Math.sin(Math.sqrt(Math.abs(z)));
            double beyond = Math.max(0, Math.abs(z) - 500);
            outside += beyond * beyond;
            before = h;
          }
          return 0.01 * (418.9828872724339 - sum / x.length) + 0.01 * outside;
        });
  }

  private static Excess katsuura(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix matrix = instance.rlq(100);
    return new Excess(xOpt, x -> Shapes.katsuura(matrix.times(difference(x, xOpt))), 1);
  }

  /**
   * Returns function 24: two bowls under ripples.
   *
   * @param instance the seeds
   * @param matrix what the vector from the better bowl's centre is mapped by before it ripples
   * @return the function
   */
  public static Excess lunacekBiRastrigin(Instance instance, LinearMap matrix) {
    int dimension = instance.dimension();
    double near = 2.5;
    double slope = 1 - 1 / (2 * Math.sqrt(dimension + 20) - 8.2);
    double far = -Math.sqrt((near * near - 1) / slope);
    double[] sign = BbobRandom.gaussian(dimension, instance.seed());
    Arrays.setAll(sign, i -> Math.signum(sign[i]));
    double[] xOpt = new double[dimension];
    Arrays.setAll(xOpt, i -> near / 2 * sign[i]);
    return new Excess(
        xOpt,
        x -> {
          double[] d = new double[dimension];
          double toNear = 0;
          double toFar = 0;
          for (int i = 0; i < dimension; i++) {
            double h = 2 * sign[i] * x[i];
            d[i] = h - near;
            toNear += (h - near) * (h - near);
            toFar += (h - far) * (h - far);
          }
          return Math.min(toNear, dimension + slope * toFar) + Shapes.ripples(matrix.times(d));
        },
        1e4);
  }
}
