package org.multidescent.testproblem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hartmann's functions: four anisotropic Gaussian wells in three or six dimensions. */
record Hartmann(double[][] rates, double[][] centres) implements Surface {

  private static final double[] DEPTHS = {1, 1.2, 3, 3.2};

  static Hartmann three() {
    return new Hartmann(
        new double[][] {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}},
        new double[][] {
          {0.3689, 0.1170, 0.2673},
          {0.4699, 0.4387, 0.7470},
          {0.1091, 0.8732, 0.5547},
          {0.0381, 0.5743, 0.8828}
        });
  }

  static Hartmann six() {
    return new Hartmann(
        new double[][] {
          {10, 3, 17, 3.5, 1.7, 8},
          {0.05, 10, 17, 0.1, 8, 14},
          {3, 3.5, 1.7, 10, 17, 8},
          {17, 8, 0.05, 10, 0.1, 14}
        },
        new double[][] {
          {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
          {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
          {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
          {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
        });
  }

  @Override
  public double at(double[] x, double @Nullable [] gradient) {
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    double sum = 0;
    for (int k = 0; k < DEPTHS.length; k++) {
      double[] rate = rates[k];
      double[] centre = centres[k];
      double exponent = 0;
      for (int i = 0; i < x.length; i++) {
        double offset = x[i] - centre[i];
        exponent -= rate[i] * offset * offset;
      }
      double well = DEPTHS[k] * Math.exp(exponent);
      sum -= well;
      if (gradient != null) {
        for (int i = 0; i < x.length; i++) {
          gradient[i] += 2 * well * rate[i] * (x[i] - centre[i]);
        }
      }
    }
    return sum;
  }
}
