package org.multidescent.bench.bbob.noisy;

import java.util.random.RandomGenerator;

/** What disturbs a value: a function of the value and of random numbers. Thread-safe. */
@FunctionalInterface
interface Noise {

  /** Below this height nothing is disturbed. */
  double CALM = 1e-8;

  /** What is added to a disturbed height, so that it never falls within the last target by luck. */
  double OFFSET = 1.01 * CALM;

  /**
   * Returns the disturbed height.
   *
   * @param height {@code f - f_opt} without what is added outside the box, 0 or more
   * @param random the evaluation's own random numbers
   * @return the height with noise
   */
  double disturbed(double height, RandomGenerator random);

  /** Returns the height as it is where it is tiny, else disturbed and raised by {@link #OFFSET}. */
  default double applied(double height, RandomGenerator random) {
    return height < CALM ? height : disturbed(height, random) + OFFSET;
  }

  /** Multiplies by a log-normal number of spread {@code beta}. */
  static Noise gaussian(double beta) {
    return (height, random) -> height * Math.exp(beta * random.nextGaussian());
  }

  /** Multiplies by powers of uniform numbers, the more variable the nearer the optimum. */
  static Noise uniform(double alpha, double beta, int dimension) {
    double exponent = alpha * (0.49 + 1.0 / dimension);
    return (height, random) -> {
      double shrunk = Math.pow(unit(random), beta);
      double grown = Math.pow(1e9 / (height + 1e-99), exponent * unit(random));
      return height * shrunk * Math.max(1, grown);
    };
  }

  /** Adds a constant, and with probability {@code p} a Cauchy number, in units of {@code alpha}. */
  static Noise cauchy(double alpha, double p) {
    return (height, random) -> {
      double outlier =
          unit(random) < p ? random.nextGaussian() / (Math.abs(random.nextGaussian()) + 1e-199) : 0;
      return height + alpha * Math.max(0, 1000 + outlier);
    };
  }

  /** Returns a number in (0, 1]. */
  private static double unit(RandomGenerator random) {
    return 1 - random.nextDouble();
  }
}
