package org.multidescent.bench.bbob;

/** The classic functions that several members of the test bed end in. */
final class Shapes {

  private Shapes() {}

  static double sphere(double[] z) {
    return tail(z, 0);
  }

  /** Returns the sum of squares from coordinate {@code first} on. */
  static double tail(double[] z, int first) {
    double sum = 0;
    for (int i = first; i < z.length; i++) {
      sum += z[i] * z[i];
    }
    return sum;
  }

  /** Returns the sum of {@code weights_i z_i^2}. */
  static double ellipsoid(double[] weights, double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += weights[i] * z[i] * z[i];
    }
    return sum;
  }

  static double rastrigin(double[] z) {
    return ripples(z) + sphere(z);
  }

  /** Returns {@code 10 (D - sum cos 2 pi z_i)}. */
  static double ripples(double[] z) {
    double sum = 0;
    for (double zi : z) {
      sum += Math.cos(2 * Math.PI * zi);
    }
    return 10 * (z.length - sum);
  }

  static double rosenbrock(double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length - 1; i++) {
      sum += rosenbrockTerm(z[i], z[i + 1]);
    }
    return sum;
  }

  static double rosenbrockTerm(double z, double next) {
    double valley = z * z - next;
    return 100 * valley * valley + (z - 1) * (z - 1);
  }
}
