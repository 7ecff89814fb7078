package org.multidescent.bench.problems;

/** The problems of {@link Cec2006} that have inequalities alone and little data. */
final class Cec2006Inequalities {

  private Cec2006Inequalities() {}

  static double g01(double[] x, double[] c) {
    c[0] = 2 * x[0] + 2 * x[1] + x[9] + x[10] - 10;
    c[1] = 2 * x[0] + 2 * x[2] + x[9] + x[11] - 10;
    c[2] = 2 * x[1] + 2 * x[2] + x[10] + x[11] - 10;
    c[3] = -8 * x[0] + x[9];
    c[4] = -8 * x[1] + x[10];
    c[5] = -8 * x[2] + x[11];
    c[6] = -2 * x[3] - x[4] + x[9];
    c[7] = -2 * x[5] - x[6] + x[10];
    c[8] = -2 * x[7] - x[8] + x[11];
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += 5 * x[i] - 5 * x[i] * x[i];
    }
    for (int i = 4; i < 13; i++) {
      sum -= x[i];
    }
    return sum;
  }

  static double g02(double[] x, double[] c) {
    double fourth = 0;
    double cosines = 1;
    double weighted = 0;
    double product = 1;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double square = Math.cos(x[i]) * Math.cos(x[i]);
      fourth += square * square;
      cosines *= square;
      weighted += (i + 1) * x[i] * x[i];
      product *= x[i];
      sum += x[i];
    }
    c[0] = 0.75 - product;
    c[1] = sum - 7.5 * x.length;
    return -Math.abs((fourth - 2 * cosines) / Math.sqrt(weighted));
  }

  static double g04(double[] x, double[] c) {
    double u =
        85.334407 + 0.0056858 * x[1] * x[4] + 0.0006262 * x[0] * x[3] - 0.0022053 * x[2] * x[4];
    double v =
        80.51249 + 0.0071317 * x[1] * x[4] + 0.0029955 * x[0] * x[1] + 0.0021813 * x[2] * x[2];
    double w =
        9.300961 + 0.0047026 * x[2] * x[4] + 0.0012547 * x[0] * x[2] + 0.0019085 * x[2] * x[3];
    c[0] = u - 92;
    c[1] = -u;
    c[2] = v - 110;
    c[3] = 90 - v;
    c[4] = w - 25;
    c[5] = 20 - w;
    return 5.3578547 * x[2] * x[2] + 0.8356891 * x[0] * x[4] + 37.293239 * x[0] - 40792.141;
  }

  static double g06(double[] x, double[] c) {
    c[0] = 100 - square(x[0] - 5) - square(x[1] - 5);
    c[1] = square(x[0] - 6) + square(x[1] - 5) - 82.81;
    return Math.pow(x[0] - 10, 3) + Math.pow(x[1] - 20, 3);
  }

  static double g07(double[] x, double[] c) {
    c[0] = -105 + 4 * x[0] + 5 * x[1] - 3 * x[6] + 9 * x[7];
    c[1] = 10 * x[0] - 8 * x[1] - 17 * x[6] + 2 * x[7];
    c[2] = -8 * x[0] + 2 * x[1] + 5 * x[8] - 2 * x[9] - 12;
    c[3] = 3 * square(x[0] - 2) + 4 * square(x[1] - 3) + 2 * square(x[2]) - 7 * x[3] - 120;
    c[4] = 5 * square(x[0]) + 8 * x[1] + square(x[2] - 6) - 2 * x[3] - 40;
    c[5] = square(x[0]) + 2 * square(x[1] - 2) - 2 * x[0] * x[1] + 14 * x[4] - 6 * x[5];
    c[6] = 0.5 * square(x[0] - 8) + 2 * square(x[1] - 4) + 3 * square(x[4]) - x[5] - 30;
    c[7] = -3 * x[0] + 6 * x[1] + 12 * square(x[8] - 8) - 7 * x[9];
    return square(x[0])
        + square(x[1])
        + x[0] * x[1]
        - 14 * x[0]
        - 16 * x[1]
        + square(x[2] - 10)
        + 4 * square(x[3] - 5)
        + square(x[4] - 3)
        + 2 * square(x[5] - 1)
        + 5 * square(x[6])
        + 7 * square(x[7] - 11)
        + 2 * square(x[8] - 10)
        + square(x[9] - 7)
        + 45;
  }

  static double g08(double[] x, double[] c) {
    c[0] = square(x[0]) - x[1] + 1;
    c[1] = 1 - x[0] + square(x[1] - 4);
    double sine = Math.sin(2 * Math.PI * x[0]);
    return -Math.pow(sine, 3) * Math.sin(2 * Math.PI * x[1]) / (Math.pow(x[0], 3) * (x[0] + x[1]));
  }

  static double g09(double[] x, double[] c) {
    c[0] = -127 + 2 * square(x[0]) + 3 * Math.pow(x[1], 4) + x[2] + 4 * square(x[3]) + 5 * x[4];
    c[1] = -282 + 7 * x[0] + 3 * x[1] + 10 * square(x[2]) + x[3] - x[4];
    c[2] = -196 + 23 * x[0] + square(x[1]) + 6 * square(x[5]) - 8 * x[6];
    c[3] =
        4 * square(x[0]) + square(x[1]) - 3 * x[0] * x[1] + 2 * square(x[2]) + 5 * x[5] - 11 * x[6];
    return square(x[0] - 10)
        + 5 * square(x[1] - 12)
        + Math.pow(x[2], 4)
        + 3 * square(x[3] - 11)
        + 10 * Math.pow(x[4], 6)
        + 7 * square(x[5])
        + Math.pow(x[6], 4)
        - 4 * x[5] * x[6]
        - 10 * x[5]
        - 8 * x[6];
  }

  static double g10(double[] x, double[] c) {
    c[0] = -1 + 0.0025 * (x[3] + x[5]);
    c[1] = -1 + 0.0025 * (x[4] + x[6] - x[3]);
    c[2] = -1 + 0.01 * (x[7] - x[4]);
    c[3] = -x[0] * x[5] + 833.33252 * x[3] + 100 * x[0] - 83333.333;
    c[4] = -x[1] * x[6] + 1250 * x[4] + x[1] * x[3] - 1250 * x[3];
    c[5] = -x[2] * x[7] + 1250000 + x[2] * x[4] - 2500 * x[4];
    return x[0] + x[1] + x[2];
  }

  /** Feasible in 729 balls, one around each position of whole numbers from 1 to 9. */
  static double g12(double[] x, double[] c) {
    double apart = 0;
    double sum = 0;
    for (double coordinate : x) {
      apart += square(coordinate - Math.max(1, Math.min(Math.rint(coordinate), 9)));
      sum += square(coordinate - 5);
    }
    c[0] = apart - 0.0625;
    return -(100 - sum) / 100;
  }

  static double g18(double[] x, double[] c) {
    c[0] = square(x[2]) + square(x[3]) - 1;
    c[1] = square(x[8]) - 1;
    c[2] = square(x[4]) + square(x[5]) - 1;
    c[3] = square(x[0]) + square(x[1] - x[8]) - 1;
    c[4] = square(x[0] - x[4]) + square(x[1] - x[5]) - 1;
    c[5] = square(x[0] - x[6]) + square(x[1] - x[7]) - 1;
    c[6] = square(x[2] - x[4]) + square(x[3] - x[5]) - 1;
    c[7] = square(x[2] - x[6]) + square(x[3] - x[7]) - 1;
    c[8] = square(x[6]) + square(x[7] - x[8]) - 1;
    c[9] = x[1] * x[2] - x[0] * x[3];
    c[10] = -x[2] * x[8];
    c[11] = x[4] * x[8];
    c[12] = x[5] * x[6] - x[4] * x[7];
    return -0.5
        * (x[0] * x[3] - x[1] * x[2] + x[2] * x[8] - x[4] * x[8] + x[4] * x[7] - x[5] * x[6]);
  }

  static double g24(double[] x, double[] c) {
    double a = x[0];
    c[0] = -2 * Math.pow(a, 4) + 8 * Math.pow(a, 3) - 8 * a * a + x[1] - 2;
    c[1] = -4 * Math.pow(a, 4) + 32 * Math.pow(a, 3) - 88 * a * a + 96 * a + x[1] - 36;
    return -x[0] - x[1];
  }

  private static double square(double x) {
    return x * x;
  }
}
