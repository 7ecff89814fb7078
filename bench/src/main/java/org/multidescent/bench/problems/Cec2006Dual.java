package org.multidescent.bench.problems;

/** The problem g19 of {@link Cec2006}: Colville's dual of a nonlinear program (Himmelblau 1972). */
final class Cec2006Dual {

  private static final double[][] A = {
    {-16, 2, 0, 1, 0},
    {0, -2, 0, 0.4, 2},
    {-3.5, 0, 2, 0, 0},
    {0, -2, 0, -4, -1},
    {0, -9, -2, 1, -2.8},
    {2, 0, -4, 0, 0},
    {-1, -1, -1, -1, -1},
    {-1, -2, -3, -2, -1},
    {1, 2, 3, 4, 5},
    {1, 1, 1, 1, 1}
  };
  private static final double[] B = {-40, -2, -0.25, -4, -4, -1, -40, -60, 5, 1};
  private static final double[][] C = {
    {30, -20, -10, 32, -10},
    {-20, 39, -6, -31, 32},
    {-10, -6, 10, -6, -10},
    {32, -31, -6, 39, -20},
    {-10, 32, -10, -20, 30}
  };
  private static final double[] D = {4, 8, 10, 6, 2};
  private static final double[] E = {-15, -27, -36, -18, -12};

  private Cec2006Dual() {}

  static double g19(double[] x, double[] c) {
    double sum = 0;
    for (int j = 0; j < E.length; j++) {
      double y = x[10 + j];
      double bent = 0;
      for (int i = 0; i < E.length; i++) {
        bent += C[i][j] * x[10 + i];
      }
      double linear = 0;
      for (int i = 0; i < B.length; i++) {
        linear += A[i][j] * x[i];
      }
      c[j] = -2 * bent - 3 * D[j] * y * y - E[j] + linear;
      sum += bent * y + 2 * D[j] * y * y * y;
    }
    for (int i = 0; i < B.length; i++) {
      sum -= B[i] * x[i];
    }
    return sum;
  }
}
