package org.multidescent.bench.bbob;

/** The transformations the test bed composes its functions of; each writes into its argument. */
final class Transform {

  private Transform() {}

  /** Returns {@code base^(i / (D - 1))} for each coordinate {@code i}. */
  static double[] powers(double base, int dimension) {
    double[] powers = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      powers[i] = Math.pow(base, linear(i, dimension));
    }
    return powers;
  }

  /** Returns the diagonal of {@code L^c}, whose square has the condition number {@code c}. */
  static double[] conditioning(double condition, int dimension) {
    return powers(Math.sqrt(condition), dimension);
  }

  /** Returns {@code i / (D - 1)}. */
  static double linear(int i, int dimension) {
    return i / (dimension - 1.0);
  }

  static double[] difference(double[] x, double[] origin) {
    double[] d = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      d[i] = x[i] - origin[i];
    }
    return d;
  }

  /** T_osz: small smooth irregularities at every scale. */
  static double oscillate(double x) {
    if (x == 0) {
      return 0;
    }
    double h = 10 * Math.log(Math.abs(x));
    return x > 0
        ? Math.exp(0.1 * (h + 0.49 * (Math.sin(h) + Math.sin(0.79 * h))))
        : -Math.exp(0.1 * (h + 0.49 * (Math.sin(0.55 * h) + Math.sin(0.31 * h))));
  }

  static double[] oscillate(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = oscillate(x[i]);
    }
    return x;
  }

  /** T_asy: breaks the symmetry between the positive and the negative side. */
  static double[] skew(double beta, double[] x) {
    for (int i = 1; i < x.length; i++) {
      if (x[i] > 0) {
        x[i] = Math.pow(x[i], 1 + beta * linear(i, x.length) * Math.sqrt(x[i]));
      }
    }
    return x;
  }

  static double[] scale(double[] factors, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factors[i];
    }
    return x;
  }

  /** Returns the squared distance to [-5,5]^D. */
  static double penalty(double[] x) {
    double sum = 0;
    for (double xi : x) {
      double outside = Math.max(0, Math.abs(xi) - 5);
      sum += outside * outside;
    }
    return sum;
  }
}
