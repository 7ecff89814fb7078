package org.multidescent.bench.bbob;

/** The classic functions that members of the test beds end in. */
public final class Shapes {

  private static final int WEIERSTRASS_TERMS = 12;
  private static final double WEIERSTRASS_LEAST = roughness(0);

  private Shapes() {}

  /**
   * Returns the sum of squares.
   *
   * @param z any vector
   * @return the square of its length
   */
  public static double sphere(double[] z) {
    return tail(z, 0);
  }

  /**
   * Returns the sum of squares of the first coordinates.
   *
   * @param z any vector
   * @param count how many coordinates
   * @return the sum over coordinates 0 to {@code count - 1}
   */
  public static double head(double[] z, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += z[i] * z[i];
    }
    return sum;
  }

  /**
   * Returns the sum of squares of the last coordinates.
   *
   * @param z any vector
   * @param first the first coordinate that counts
   * @return the sum over coordinates from {@code first} on
   */
  public static double tail(double[] z, int first) {
    double sum = 0;
    for (int i = first; i < z.length; i++) {
      sum += z[i] * z[i];
    }
    return sum;
  }

  /**
   * Returns the weighted sum of squares.
   *
   * @param weights one a coordinate
   * @param z any vector
   * @return the sum of {@code weights_i z_i^2}
   */
  public static double ellipsoid(double[] weights, double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += weights[i] * z[i] * z[i];
    }
    return sum;
  }

  /**
   * Returns the sum of powers whose exponents rise from 2 to 6.
   *
   * @param z any vector, of 2 or more coordinates
   * @return the root of the sum of {@code |z_i|^(2 + 4 i / (D - 1))}
   */
  public static double differentPowers(double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += Math.pow(Math.abs(z[i]), 2 + 4 * Transform.linear(i, z.length));
    }
    return Math.sqrt(sum);
  }

  /**
   * Returns Rastrigin's function.
   *
   * @param z any vector
   * @return {@code ripples(z) + sphere(z)}
   */
  public static double rastrigin(double[] z) {
    return ripples(z) + sphere(z);
  }

  /**
   * Returns Rastrigin's ripples.
   *
   * @param z any vector
   * @return {@code 10 (D - sum cos 2 pi z_i)}
   */
  public static double ripples(double[] z) {
    double sum = 0;
    for (double zi : z) {
      sum += Math.cos(2 * Math.PI * zi);
    }
    return 10 * (z.length - sum);
  }

  /**
   * Returns Rosenbrock's function.
   *
   * @param z any vector
   * @return the sum of {@code 100 (z_i^2 - z_(i+1))^2 + (z_i - 1)^2}
   */
  public static double rosenbrock(double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length - 1; i++) {
      sum += rosenbrockTerm(z[i], z[i + 1]);
    }
    return sum;
  }

  private static double rosenbrockTerm(double z, double next) {
    double valley = z * z - next;
    return 100 * valley * valley + (z - 1) * (z - 1);
  }

  /**
   * Returns Griewank's function of the terms of Rosenbrock's.
   *
   * @param z any vector, of 2 or more coordinates
   * @return {@code 10 + 10 / (D - 1) sum (t_i / 4000 - cos t_i)}
   */
  public static double griewankRosenbrock(double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length - 1; i++) {
      double term = rosenbrockTerm(z[i], z[i + 1]);
      sum += term / 4000 - Math.cos(term);
    }
    return 10 + 10 * sum / (z.length - 1);
  }

  /**
   * Returns Weierstrass' function, cubed.
   *
   * @param z any vector
   * @return ten times the cube of the mean of its coordinates' roughness above the least
   */
  public static double weierstrass(double[] z) {
    double sum = 0;
    for (double zi : z) {
      sum += roughness(zi);
    }
    double mean = sum / z.length - WEIERSTRASS_LEAST;
    return 10 * mean * mean * mean;
  }

  /** Returns Weierstrass' sum of twelve cosines, least where {@code z} is an integer. */
  private static double roughness(double z) {
    double sum = 0;
    double amplitude = 1;
    double frequency = 2 * Math.PI;
    for (int k = 0; k < WEIERSTRASS_TERMS; k++) {
      sum += amplitude * Math.cos(frequency * (z + 0.5));
      amplitude /= 2;
      frequency *= 3;
    }
    return sum;
  }

  /**
   * Returns Schaffer's function F7.
   *
   * @param z any vector, of 2 or more coordinates
   * @return the squared mean of {@code sqrt(s_i) (1 + sin^2(50 s_i^0.2))}, where {@code s_i} is the
   *     length of coordinates i and i + 1
   */
  public static double schaffer(double[] z) {
    double sum = 0;
    for (int i = 0; i < z.length - 1; i++) {
      double s = Math.sqrt(z[i] * z[i] + z[i + 1] * z[i + 1]);
      double wave = Math.sin(50 * Math.pow(s, 0.2));
      sum += Math.sqrt(s) * (1 + wave * wave);
    }
    double mean = sum / (z.length - 1);
    return mean * mean;
  }

  /**
   * Returns Katsuura's function.
   *
   * @param z any vector
   * @return {@code 10 / D^2 (prod (1 + (i + 1) rough(z_i))^(10 / D^1.2) - 1)}
   */
  public static double katsuura(double[] z) {
    double exponent = 10 / Math.pow(z.length, 1.2);
    double factor = 10.0 / z.length / z.length;
    double product = 1;
    for (int i = 0; i < z.length; i++) {
      product *= 1 + (i + 1) * ruggedness(z[i]);
    }
    return factor * (Math.pow(product, exponent) - 1);
  }

  /** Returns the distances to the next multiples of 1/2, 1/4, .. 2^-32, summed. */
  private static double ruggedness(double z) {
    double sum = 0;
    double scale = 1;
    for (int k = 1; k <= 32; k++) {
      scale *= 2;
      double scaled = scale * z;
      sum += Math.abs(scaled - Math.rint(scaled)) / scale;
    }
    return sum;
  }
}
