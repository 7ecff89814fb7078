package org.multidescent.bench.problems;

/**
 * The problem g20 of {@link Cec2006}: the composition of liquid and vapour of a mixture of twelve
 * substances (Himmelblau 1972). No position is feasible.
 */
final class Cec2006Mixture {

  private static final int SUBSTANCES = 12;
  private static final double[] A = {
    0.0693, 0.0577, 0.05, 0.2, 0.26, 0.55, 0.06, 0.1, 0.12, 0.18, 0.1, 0.09
  };
  private static final double[] B = {
    44.094, 58.12, 58.12, 137.4, 120.9, 170.9, 62.501, 84.94, 133.425, 82.507, 46.07, 60.097
  };
  private static final double[] C = {
    123.7, 31.7, 45.7, 14.7, 84.7, 27.7, 49.7, 7.1, 2.1, 17.7, 0.85, 0.64
  };
  private static final double[] D = {
    31.244, 36.12, 34.784, 92.7, 82.7, 91.6, 56.708, 82.7, 80.8, 64.517, 49.4, 49.1
  };
  private static final double[] E = {0.1, 0.3, 0.4, 0.3, 0.6, 0.3};

  private Cec2006Mixture() {}

  static double g20(double[] x, double[] c) {
    double value = 0;
    double total = 0;
    double liquid = 0;
    double vapour = 0;
    double volume = 0;
    for (int i = 0; i < SUBSTANCES; i++) {
      double above = x[SUBSTANCES + i];
      value += A[i] * (x[i] + above);
      total += x[i] + above;
      liquid += x[i] / B[i];
      vapour += above / B[i];
      volume += x[i] / D[i];
    }
    for (int k = 0; k < E.length; k++) {
      int i = k < 3 ? k : k + 3;
      c[k] = (x[i] + x[SUBSTANCES + i]) / (total + E[k]);
    }
    for (int i = 0; i < SUBSTANCES; i++) {
      c[E.length + i] = x[SUBSTANCES + i] / (B[i] * vapour) - C[i] * x[i] / (40 * B[i] * liquid);
    }
    c[18] = total - 1;
    c[19] = volume + 0.7302 * 530 * 14.7 / 40 * vapour - 1.671;
    return value;
  }
}
