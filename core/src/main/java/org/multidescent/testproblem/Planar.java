package org.multidescent.testproblem;

import org.jspecify.annotations.Nullable;

/** Functions of two coordinates. */
final class Planar {

  private Planar() {}

  /** Two Gaussian wells on a plateau: the deep one near (4, 4), the other near (2, 2). */
  static double article(double[] x, double @Nullable [] gradient) {
    double a = x[0] - 4;
    double b = x[1] - 4;
    double c = x[0] - 2;
    double d = x[1] - 2;
    double deep = 4 * Math.exp(-a * a - b * b);
    double other = 2 * Math.exp(-c * c - d * d);
    if (gradient != null) {
      gradient[0] = 2 * (a * deep + c * other);
      gradient[1] = 2 * (b * deep + d * other);
    }
    return 4 - (deep + other);
  }

  static double sixHumpCamel(double[] x, double @Nullable [] gradient) {
    double a = x[0];
    double b = x[1];
    double aa = a * a;
    double bb = b * b;
    if (gradient != null) {
      gradient[0] = a * (8 + aa * (-8.4 + 2 * aa)) + b;
      gradient[1] = a + b * (-8 + 16 * bb);
    }
    return aa * (4 + aa * (-2.1 + aa / 3)) + a * b + bb * (-4 + 4 * bb);
  }

  static double branin(double[] x, double @Nullable [] gradient) {
    double curve = 5.1 / (4 * Math.PI * Math.PI);
    double tilt = 5 / Math.PI;
    double swing = 10 * (1 - 1 / (8 * Math.PI));
    double valley = x[1] - curve * x[0] * x[0] + tilt * x[0] - 6;
    if (gradient != null) {
      gradient[0] = 2 * valley * (tilt - 2 * curve * x[0]) - swing * Math.sin(x[0]);
      gradient[1] = 2 * valley;
    }
    return valley * valley + swing * Math.cos(x[0]) + 10;
  }

  /**
   * The Goldstein-Price function, whose two quartic factors are written as polynomials of w = x + y
   * and z = 2x - 3y.
   */
  static double goldsteinPrice(double[] x, double @Nullable [] gradient) {
    double w = x[0] + x[1];
    double z = 2 * x[0] - 3 * x[1];
    double left = 1 + (w + 1) * (w + 1) * (19 + w * (3 * w - 14));
    double right = 30 + z * z * (18 + z * (3 * z - 16));
    if (gradient != null) {
      double alongW = 2 * (w + 1) * (19 + w * (3 * w - 14)) + (w + 1) * (w + 1) * (6 * w - 14);
      double alongZ = 12 * z * (z - 1) * (z - 3);
      gradient[0] = alongW * right + 2 * left * alongZ;
      gradient[1] = alongW * right - 3 * left * alongZ;
    }
    return left * right;
  }

  static double shubert(double[] x, double @Nullable [] gradient) {
    double first = 0;
    double second = 0;
    double firstSlope = 0;
    double secondSlope = 0;
    for (int j = 1; j <= 5; j++) {
      double a = (j + 1) * x[0] + j;
      double b = (j + 1) * x[1] + j;
      first += j * Math.cos(a);
      second += j * Math.cos(b);
      if (gradient != null) {
        firstSlope -= j * (j + 1) * Math.sin(a);
        secondSlope -= j * (j + 1) * Math.sin(b);
      }
    }
    if (gradient != null) {
      gradient[0] = firstSlope * second;
      gradient[1] = first * secondSlope;
    }
    return first * second;
  }
}
