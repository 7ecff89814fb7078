package org.multidescent.bench.bbob;

/** The transformations the test bed composes its functions of; each writes into its argument. */
public final class Transform {

  private Transform() {}

  /**
   * Returns powers that rise from 1 to a base.
   *
   * @param base the last power
   * @param dimension the number of coordinates, 2 or more
   * @return {@code base^(i / (D - 1))} for each coordinate {@code i}
   */
  public static double[] powers(double base, int dimension) {
    double[] powers = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      powers[i] = Math.pow(base, linear(i, dimension));
    }
    return powers;
  }

  /**
   * Returns the diagonal of {@code L^c}.
   *
   * @param condition c, the condition number of the matrix squared
   * @param dimension the number of coordinates, 2 or more
   * @return {@code sqrt(c)^(i / (D - 1))} for each coordinate {@code i}
   */
  public static double[] conditioning(double condition, int dimension) {
    return powers(Math.sqrt(condition), dimension);
  }

  /**
   * Returns where a coordinate lies between the first and the last.
   *
   * @param i the coordinate, from 0
   * @param dimension the number of coordinates, 2 or more
   * @return {@code i / (D - 1)}
   */
  public static double linear(int i, int dimension) {
    return i / (dimension - 1.0);
  }

  /**
   * Returns the vector from one position to another.
   *
   * @param x the end
   * @param origin the beginning
   * @return {@code x - origin}, a new array
   */
  public static double[] difference(double[] x, double[] origin) {
    double[] d = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      d[i] = x[i] - origin[i];
    }
    return d;
  }

  /**
   * Returns T_osz of a number: small smooth irregularities at every scale.
   *
   * @param x any number
   * @return a number of the same sign
   */
  public static double oscillate(double x) {
    if (x == 0) {
      return 0;
    }
    double h = 10 * Math.log(Math.abs(x));
    return x > 0
        ? Math.exp(0.1 * (h + 0.49 * (Math.sin(h) + Math.sin(0.79 * h))))
        : -Math.exp(0.1 * (h + 0.49 * (Math.sin(0.55 * h) + Math.sin(0.31 * h))));
  }

  /**
   * Applies T_osz to each coordinate.
   *
   * @param x any vector, changed
   * @return {@code x}
   */
  public static double[] oscillate(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = oscillate(x[i]);
    }
    return x;
  }

  /**
   * Applies T_asy, which breaks the symmetry between the positive and the negative side.
   *
   * @param beta how much
   * @param x any vector, changed
   * @return {@code x}
   */
  public static double[] skew(double beta, double[] x) {
    for (int i = 1; i < x.length; i++) {
      if (x[i] > 0) {
        x[i] = Math.pow(x[i], 1 + beta * linear(i, x.length) * Math.sqrt(x[i]));
      }
    }
    return x;
  }

  /**
   * Multiplies coordinate by coordinate.
   *
   * @param factors one a coordinate
   * @param x any vector, changed
   * @return {@code x}
   */
  public static double[] scale(double[] factors, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= factors[i];
    }
    return x;
  }

  /**
   * Rounds to whole numbers, within 0.5 of zero to tenths.
   *
   * @param x any vector, changed
   * @return {@code x}
   */
  public static double[] round(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.abs(x[i]) > 0.5 ? Math.floor(x[i] + 0.5) : Math.floor(10 * x[i] + 0.5) / 10;
    }
    return x;
  }

  /**
   * Makes coordinates on the optimum's side of the origin a hundred times as large.
   *
   * @param x any vector, changed
   * @param xOpt the optimum
   * @return {@code x}
   */
  public static double[] steepen(double[] x, double[] xOpt) {
    for (int i = 0; i < x.length; i++) {
      if (x[i] * xOpt[i] > 0) {
        x[i] *= 100;
      }
    }
    return x;
  }

  /**
   * Returns the squared distance to the box.
   *
   * @param x any position
   * @return the squared distance to [-5,5]^D
   */
  public static double penalty(double[] x) {
    double sum = 0;
    for (double xi : x) {
      double outside = Math.max(0, Math.abs(xi) - 5);
      sum += outside * outside;
    }
    return sum;
  }
}
