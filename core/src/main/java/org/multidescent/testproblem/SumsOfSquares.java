package org.multidescent.testproblem;

import org.jspecify.annotations.Nullable;

/** Small least-squares problems of More, Garbow and Hillstrom, each written as its sum. */
final class SumsOfSquares {

  private static final double[] BEALE = {1.5, 2.25, 2.625};

  private SumsOfSquares() {}

  static double beale(double[] x, double @Nullable [] gradient) {
    if (gradient != null) {
      gradient[0] = 0;
      gradient[1] = 0;
    }
    double sum = 0;
    double power = 1;
    for (int i = 0; i < BEALE.length; i++) {
      double slope = (i + 1) * power;
      power *= x[1];
      double residual = BEALE[i] - x[0] * (1 - power);
      sum += residual * residual;
      if (gradient != null) {
        gradient[0] -= 2 * residual * (1 - power);
        gradient[1] += 2 * residual * x[0] * slope;
      }
    }
    return sum;
  }

  static double powellSingular(double[] x, double @Nullable [] gradient) {
    double a = x[0] + 10 * x[1];
    double b = x[2] - x[3];
    double c = x[1] - 2 * x[2];
    double d = x[0] - x[3];
    if (gradient != null) {
      double c3 = 4 * c * c * c;
      double d3 = 40 * d * d * d;
      gradient[0] = 2 * a + d3;
      gradient[1] = 20 * a + c3;
      gradient[2] = 10 * b - 2 * c3;
      gradient[3] = -10 * b - d3;
    }
    return a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d;
  }

  static double wood(double[] x, double @Nullable [] gradient) {
    double a = x[1] - x[0] * x[0];
    double b = 1 - x[0];
    double c = x[3] - x[2] * x[2];
    double d = 1 - x[2];
    double e = x[1] + x[3] - 2;
    double f = x[1] - x[3];
    if (gradient != null) {
      gradient[0] = -400 * x[0] * a - 2 * b;
      gradient[1] = 200 * a + 20 * e + 0.2 * f;
      gradient[2] = -360 * x[2] * c - 2 * d;
      gradient[3] = 180 * c + 20 * e - 0.2 * f;
    }
    return 100 * a * a + b * b + 90 * c * c + d * d + 10 * e * e + 0.1 * f * f;
  }

  static double brownBadlyScaled(double[] x, double @Nullable [] gradient) {
    double a = x[0] - 1e6;
    double b = x[1] - 2e-6;
    double c = x[0] * x[1] - 2;
    if (gradient != null) {
      gradient[0] = 2 * a + 2 * c * x[1];
      gradient[1] = 2 * b + 2 * c * x[0];
    }
    return a * a + b * b + c * c;
  }

  static double helicalValley(double[] x, double @Nullable [] gradient) {
    double square = x[0] * x[0] + x[1] * x[1];
    double radius = Math.sqrt(square);
    double rise = 10 * (x[2] - 10 * turns(x[0], x[1]));
    double out = 10 * (radius - 1);
    if (gradient != null) {
      double twist = square == 0 ? 0 : 100 * rise / (Math.PI * square);
      double pull = radius == 0 ? 0 : 20 * out / radius;
      gradient[0] = twist * x[1] + pull * x[0];
      gradient[1] = -twist * x[0] + pull * x[1];
      gradient[2] = 20 * rise + 2 * x[2];
    }
    return rise * rise + out * out + x[2] * x[2];
  }

  /** The angle of (a, b) in turns, from -1/4 up to 3/4. */
  private static double turns(double a, double b) {
    double turns = Math.atan2(b, a) / (2 * Math.PI);
    return turns < -0.25 ? turns + 1 : turns;
  }
}
