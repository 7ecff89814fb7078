package org.multidescent.bench.bbob;

import static org.multidescent.bench.bbob.Transform.conditioning;
import static org.multidescent.bench.bbob.Transform.difference;
import static org.multidescent.bench.bbob.Transform.oscillate;
import static org.multidescent.bench.bbob.Transform.penalty;
import static org.multidescent.bench.bbob.Transform.skew;

/** Functions 15 to 19: many optima with an adequate global structure. */
final class MultiModal {

  private MultiModal() {}

  static Excess of(int function, Instance instance) {
    return switch (function) {
      case 15 -> rastrigin(instance);
      case 16 -> weierstrass(instance);
      case 17 -> schaffer(instance, 10);
      case 18 -> schaffer(instance, 1000);
      case 19 -> griewankRosenbrock(instance);
      default -> throw new AssertionError(function);
    };
  }

  private static Excess rastrigin(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    Matrix matrix = instance.rlq(10);
    return new Excess(
        xOpt,
        x -> Shapes.rastrigin(matrix.times(skew(0.2, oscillate(r.times(difference(x, xOpt)))))));
  }

  private static Excess weierstrass(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    Matrix matrix = instance.rlq(0.01);
    double least = roughness(0);
    return new Excess(
        xOpt,
        x -> {
          double[] z = matrix.times(oscillate(r.times(difference(x, xOpt))));
          double sum = 0;
          for (double zi : z) {
            sum += roughness(zi);
          }
          double mean = sum / z.length - least;
          return 10 * mean * mean * mean + 10.0 / z.length * penalty(x);
        });
  }

  /** Returns Weierstrass' sum of twelve cosines, least where {@code z} is an integer. */
  private static double roughness(double z) {
    double sum = 0;
    double amplitude = 1;
    double frequency = 2 * Math.PI;
    for (int k = 0; k < 12; k++) {
      sum += amplitude * Math.cos(frequency * (z + 0.5));
      amplitude /= 2;
      frequency *= 3;
    }
    return sum;
  }

  private static Excess schaffer(Instance instance, double condition) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    Matrix matrix = instance.q().scaled(conditioning(condition, instance.dimension()));
    return new Excess(
        xOpt,
        x -> {
          double[] z = matrix.times(skew(0.5, r.times(difference(x, xOpt))));
          double sum = 0;
          for (int i = 0; i < z.length - 1; i++) {
            double s = Math.sqrt(z[i] * z[i] + z[i + 1] * z[i + 1]);
            double wave = Math.sin(50 * Math.pow(s, 0.2));
            sum += Math.sqrt(s) * (1 + wave * wave);
          }
          double mean = sum / (z.length - 1);
          return mean * mean + 10 * penalty(x);
        });
  }

  private static Excess griewankRosenbrock(Instance instance) {
    RotatedValley valley = new RotatedValley(instance);
    return new Excess(
        valley.xOpt(),
        x -> {
          double[] z = valley.coordinates(x);
          double sum = 0;
          for (int i = 0; i < z.length - 1; i++) {
            double term = Shapes.rosenbrockTerm(z[i], z[i + 1]);
            sum += term / 4000 - Math.cos(term);
          }
          return 10 + 10 * sum / (z.length - 1);
        });
  }
}
