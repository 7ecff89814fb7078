package org.multidescent.testproblem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sums of functions of one coordinate each. */
final class Separable {

  /** The largest value of x sin sqrt x on [0, 500]. */
  private static final double SCHWEFEL_CREST = 418.98288727243374;

  static final double SCHWEFEL_MINIMISER = 420.96874635998205;

  private static final double[] MICHALEWICZ_MINIMISER = {
    2.2029055201726093,
    1.5707963267948966,
    1.2849915705529245,
    1.9230584698663629,
    1.7204697725658413,
    1.5707963267948966,
    1.454413971362379,
    1.7560865209450263,
    1.6557174168210291,
    1.5707963267948966
  };

  private Separable() {}

  /** The minimiser of Michalewicz's function: that of each coordinate's own term. */
  static double[] michalewiczMinimiser(int dimension) {
    TestProblems.requireRange("dimension", dimension, 1, MICHALEWICZ_MINIMISER.length);
    return Arrays.copyOf(MICHALEWICZ_MINIMISER, dimension);
  }

  static double rastrigin(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double angle = 2 * Math.PI * x[i];
      sum += x[i] * x[i] + 10 * (1 - Math.cos(angle));
      if (gradient != null) {
        gradient[i] = 2 * x[i] + 20 * Math.PI * Math.sin(angle);
      }
    }
    return sum;
  }

  static double schwefel(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double root = Math.sqrt(Math.abs(x[i]));
      double sine = Math.sin(root);
      sum += SCHWEFEL_CREST - x[i] * sine;
      if (gradient != null) {
        gradient[i] = -sine - 0.5 * root * Math.cos(root);
      }
    }
    return sum;
  }

  static double styblinskiTang(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double square = x[i] * x[i];
      sum += 0.5 * (square * (square - 16) + 5 * x[i]);
      if (gradient != null) {
        gradient[i] = x[i] * (2 * square - 16) + 2.5;
      }
    }
    return sum;
  }

  static double michalewicz(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double rate = (i + 1) / Math.PI;
      double sine = Math.sin(x[i]);
      double ripple = Math.sin(rate * x[i] * x[i]);
      double power2 = ripple * ripple;
      double power4 = power2 * power2;
      double power16 = power4 * power4 * power4 * power4;
      sum -= sine * power16 * power4;
      if (gradient != null) {
        double slope = 2 * rate * x[i] * Math.cos(rate * x[i] * x[i]);
        gradient[i] =
            -Math.cos(x[i]) * power16 * power4 - sine * 20 * power16 * power2 * ripple * slope;
      }
    }
    return sum;
  }

  /** The sum of c^(i / (n-1)) x_i^2 with c = 10^6: an ellipsoid of that condition number. */
  static double ellipsoid(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double weight = x.length == 1 ? 1 : Math.pow(1e6, i / (x.length - 1.0));
      sum += weight * x[i] * x[i];
      if (gradient != null) {
        gradient[i] = 2 * weight * x[i];
      }
    }
    return sum;
  }
}
