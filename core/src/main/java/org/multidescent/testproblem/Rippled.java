package org.multidescent.testproblem;

import org.jspecify.annotations.Nullable;

/**
 * Functions of two coordinates covered with ripples. Where an absolute value has a kink, the
 * gradient is that of one of its sides.
 */
final class Rippled {

  private Rippled() {}

  static double eggholder(double[] x, double @Nullable [] gradient) {
    double lift = x[1] + 47;
    double sum = lift + x[0] / 2;
    double difference = x[0] - lift;
    double first = Math.sqrt(Math.abs(sum));
    double second = Math.sqrt(Math.abs(difference));
    if (gradient != null) {
      double alongSum = lift * slopeOfSineOfRoot(sum, first);
      double alongDifference = x[0] * slopeOfSineOfRoot(difference, second);
      gradient[0] = -alongSum / 2 - Math.sin(second) - alongDifference;
      gradient[1] = -Math.sin(first) - alongSum + alongDifference;
    }
    return -lift * Math.sin(first) - x[0] * Math.sin(second);
  }

  /** The derivative of sin sqrt |u| by u; 0 where it has none. */
  private static double slopeOfSineOfRoot(double u, double root) {
    return root == 0 ? 0 : Math.signum(u) * Math.cos(root) / (2 * root);
  }

  static double holderTable(double[] x, double @Nullable [] gradient) {
    double radius = Math.hypot(x[0], x[1]);
    double height = Math.exp(Math.abs(1 - radius / Math.PI));
    double wave = Math.sin(x[0]) * Math.cos(x[1]);
    if (gradient != null) {
      double side = -Math.signum(wave) * height;
      double outwards = wave * outwards(1, radius);
      gradient[0] = side * (Math.cos(x[0]) * Math.cos(x[1]) + outwards * x[0]);
      gradient[1] = side * (-Math.sin(x[0]) * Math.sin(x[1]) + outwards * x[1]);
    }
    return -Math.abs(wave) * height;
  }

  static double crossInTray(double[] x, double @Nullable [] gradient) {
    double radius = Math.hypot(x[0], x[1]);
    double height = Math.exp(Math.abs(100 - radius / Math.PI));
    double wave = Math.sin(x[0]) * Math.sin(x[1]);
    double base = Math.abs(wave) * height + 1;
    double value = -1e-4 * Math.pow(base, 0.1);
    if (gradient != null) {
      double side = 0.1 * value / base * Math.signum(wave) * height;
      double outwards = wave * outwards(100, radius);
      gradient[0] = side * (Math.cos(x[0]) * Math.sin(x[1]) + outwards * x[0]);
      gradient[1] = side * (Math.sin(x[0]) * Math.cos(x[1]) + outwards * x[1]);
    }
    return value;
  }

  /** What the gradient of |level - radius / pi| is of the position; 0 at the origin. */
  private static double outwards(double level, double radius) {
    return radius == 0 ? 0 : Math.signum(radius / Math.PI - level) / (Math.PI * radius);
  }

  static double dropWave(double[] x, double @Nullable [] gradient) {
    double square = x[0] * x[0] + x[1] * x[1];
    double radius = Math.sqrt(square);
    double crest = 1 + Math.cos(12 * radius);
    double depth = 0.5 * square + 2;
    if (gradient != null) {
      double ripple = radius == 0 ? 144 : 12 * Math.sin(12 * radius) / radius;
      double outwards = ripple / depth + crest / (depth * depth);
      gradient[0] = outwards * x[0];
      gradient[1] = outwards * x[1];
    }
    return -crest / depth;
  }

  static double trefethen(double[] x, double @Nullable [] gradient) {
    double a = x[0];
    double b = x[1];
    double spike = Math.exp(Math.sin(50 * a));
    double stretched = 60 * Math.exp(b);
    double bent = 70 * Math.sin(a);
    double nested = Math.sin(80 * b);
    if (gradient != null) {
      double shared = -10 * Math.cos(10 * (a + b));
      gradient[0] =
          50 * Math.cos(50 * a) * spike + 70 * Math.cos(a) * Math.cos(bent) + shared + a / 2;
      gradient[1] =
          stretched * Math.cos(stretched)
              + 80 * Math.cos(80 * b) * Math.cos(nested)
              + shared
              + b / 2;
    }
    return spike
        + Math.sin(stretched)
        + Math.sin(bent)
        + Math.sin(nested)
        - Math.sin(10 * (a + b))
        + (a * a + b * b) / 4;
  }
}
