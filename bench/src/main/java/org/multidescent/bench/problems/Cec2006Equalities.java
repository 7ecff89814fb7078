package org.multidescent.bench.problems;

/** The problems of {@link Cec2006} that have equalities, but for the one with much data. */
final class Cec2006Equalities {

  private static final double[] G14 = {
    -6.089, -17.164, -34.054, -5.914, -24.721, -14.986, -24.1, -10.708, -26.662, -22.179
  };

  private Cec2006Equalities() {}

  static double g03(double[] x, double[] c) {
    double product = 1;
    double squares = 0;
    for (double coordinate : x) {
      product *= Math.sqrt(x.length) * coordinate;
      squares += coordinate * coordinate;
    }
    c[0] = squares - 1;
    return -product;
  }

  static double g05(double[] x, double[] c) {
    c[0] = -x[3] + x[2] - 0.55;
    c[1] = -x[2] + x[3] - 0.55;
    c[2] = 1000 * Math.sin(-x[2] - 0.25) + 1000 * Math.sin(-x[3] - 0.25) + 894.8 - x[0];
    c[3] = 1000 * Math.sin(x[2] - 0.25) + 1000 * Math.sin(x[2] - x[3] - 0.25) + 894.8 - x[1];
    c[4] = 1000 * Math.sin(x[3] - 0.25) + 1000 * Math.sin(x[3] - x[2] - 0.25) + 1294.8;
    return 3 * x[0] + 0.000001 * Math.pow(x[0], 3) + 2 * x[1] + 0.000002 / 3 * Math.pow(x[1], 3);
  }

  static double g11(double[] x, double[] c) {
    c[0] = x[1] - x[0] * x[0];
    return x[0] * x[0] + (x[1] - 1) * (x[1] - 1);
  }

  static double g13(double[] x, double[] c) {
    double squares = 0;
    double product = 1;
    for (double coordinate : x) {
      squares += coordinate * coordinate;
      product *= coordinate;
    }
    c[0] = squares - 10;
    c[1] = x[1] * x[2] - 5 * x[3] * x[4];
    c[2] = Math.pow(x[0], 3) + Math.pow(x[1], 3) + 1;
    return Math.exp(product);
  }

  static double g14(double[] x, double[] c) {
    c[0] = x[0] + 2 * x[1] + 2 * x[2] + x[5] + x[9] - 2;
    c[1] = x[3] + 2 * x[4] + x[5] + x[6] - 1;
    c[2] = x[2] + x[6] + x[7] + 2 * x[8] + x[9] - 1;
    double total = 0;
    for (double amount : x) {
      total += amount;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] > 0 ? x[i] * (G14[i] + Math.log(x[i] / total)) : 0;
    }
    return sum;
  }

  static double g15(double[] x, double[] c) {
    c[0] = x[0] * x[0] + x[1] * x[1] + x[2] * x[2] - 25;
    c[1] = 8 * x[0] + 14 * x[1] + 7 * x[2] - 56;
    return 1000 - x[0] * x[0] - 2 * x[1] * x[1] - x[2] * x[2] - x[0] * x[1] - x[0] * x[2];
  }

  static double g17(double[] x, double[] c) {
    double product = x[2] * x[3] / 131.078;
    double third = 0.90798 * x[2] * x[2] / 131.078;
    double fourth = 0.90798 * x[3] * x[3] / 131.078;
    c[0] = -x[0] + 300 - product * Math.cos(1.48477 - x[5]) + third * Math.cos(1.47588);
    c[1] = -x[1] - product * Math.cos(1.48477 + x[5]) + fourth * Math.cos(1.47588);
    c[2] = -x[4] - product * Math.sin(1.48477 + x[5]) + fourth * Math.sin(1.47588);
    c[3] = 200 - product * Math.sin(1.48477 - x[5]) + third * Math.sin(1.47588);
    double second = x[1] < 100 ? 28 : x[1] < 200 ? 29 : 30;
    return (x[0] < 300 ? 30 : 31) * x[0] + second * x[1];
  }

  static double g21(double[] x, double[] c) {
    c[0] = -x[0] + 35 * Math.pow(x[1], 0.6) + 35 * Math.pow(x[2], 0.6);
    c[1] =
        -300 * x[2] + 7500 * x[4] - 7500 * x[5] - 25 * x[3] * x[4] + 25 * x[3] * x[5] + x[2] * x[3];
    c[2] = 100 * x[1] + 155.365 * x[3] + 2500 * x[6] - x[1] * x[3] - 25 * x[3] * x[6] - 15536.5;
    c[3] = -x[4] + Math.log(900 - x[3]);
    c[4] = -x[5] + Math.log(x[3] + 300);
    c[5] = -x[6] + Math.log(700 - 2 * x[3]);
    return x[0];
  }

  static double g22(double[] x, double[] c) {
    c[0] = -x[0] + Math.pow(x[1], 0.6) + Math.pow(x[2], 0.6) + Math.pow(x[3], 0.6);
    c[1] = x[4] - 1e5 * x[7] + 1e7;
    c[2] = x[5] + 1e5 * x[7] - 1e5 * x[8];
    c[3] = x[6] + 1e5 * x[8] - 5e7;
    c[4] = x[4] + 1e5 * x[9] - 3.3e7;
    c[5] = x[5] + 1e5 * x[10] - 4.4e7;
    c[6] = x[6] + 1e5 * x[11] - 6.6e7;
    c[7] = x[4] - 120 * x[1] * x[12];
    c[8] = x[5] - 80 * x[2] * x[13];
    c[9] = x[6] - 40 * x[3] * x[14];
    c[10] = x[7] - x[10] + x[15];
    c[11] = x[8] - x[11] + x[16];
    c[12] = -x[17] + Math.log(x[9] - 100);
    c[13] = -x[18] + Math.log(300 - x[7]);
    c[14] = -x[19] + Math.log(x[15]);
    c[15] = -x[20] + Math.log(400 - x[8]);
    c[16] = -x[21] + Math.log(x[16]);
    c[17] = -x[7] - x[9] + x[12] * x[17] - x[12] * x[18] + 400;
    c[18] = x[7] - x[8] - x[10] + x[13] * x[19] - x[13] * x[20] + 400;
    c[19] = x[8] - x[11] - 4.60517 * x[14] + x[14] * x[21] + 100;
    return x[0];
  }

  static double g23(double[] x, double[] c) {
    c[0] = x[8] * x[2] + 0.02 * x[5] - 0.025 * x[4];
    c[1] = x[8] * x[3] + 0.02 * x[6] - 0.015 * x[7];
    c[2] = x[0] + x[1] - x[2] - x[3];
    c[3] = 0.03 * x[0] + 0.01 * x[1] - x[8] * (x[2] + x[3]);
    c[4] = x[2] + x[5] - x[4];
    c[5] = x[3] + x[6] - x[7];
    return -9 * x[4] - 15 * x[7] + 6 * x[0] + 16 * x[1] + 10 * (x[5] + x[6]);
  }
}
