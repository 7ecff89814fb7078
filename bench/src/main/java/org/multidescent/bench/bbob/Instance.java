package org.multidescent.bench.bbob;

/** What the instance number decides: the seeds of the optimum and of the two rotations. */
public final class Instance {

  /** What is added to a function's seed for its rotation {@code R}. */
  public static final int ROTATION_OFFSET = 1_000_000;

  private final int dimension;
  private final long seed;

  /**
   * Creates an instance of a noiseless function.
   *
   * @param function the function's number, 1 or more
   * @param dimension the number of coordinates, 2 or more
   * @param instance the instance's number, 1 or more
   */
  public Instance(int function, int dimension, int instance) {
    this.dimension = dimension;
    this.seed = seedOf(function) + 10_000L * instance;
  }

  /**
   * Returns the number of coordinates.
   *
   * @return 2 or more
   */
  public int dimension() {
    return dimension;
  }

  /**
   * Returns the function's seed.
   *
   * @return the seed of the optimum and of the rotation {@code Q}
   */
  public long seed() {
    return seed;
  }

  /**
   * Returns the least value: Cauchy distributed, rounded to hundredths.
   *
   * @return a number in [-1000, 1000]
   */
  public double fOpt() {
    double ratio = BbobRandom.gaussian(1, seed)[0] / BbobRandom.gaussian(1, seed + 1)[0];
    double rounded = Math.floor(1e4 * ratio + 0.5) / 100;
    return Math.min(1000, Math.max(-1000, rounded));
  }

  /**
   * Returns the usual optimum.
   *
   * @return the optimum of {@link #seed()}, a new array
   */
  public double[] xOpt() {
    return xOpt(dimension, seed);
  }

  /**
   * Returns the optimum of functions that draw it from the rotation's seed.
   *
   * @return the optimum, a new array
   */
  public double[] xOptOfRotation() {
    return xOpt(dimension, seed + ROTATION_OFFSET);
  }

  /** Returns the rotation {@code R}. */
  Matrix r() {
    return Matrix.rotation(dimension, seed + ROTATION_OFFSET);
  }

  /** Returns the rotation {@code Q}. */
  Matrix q() {
    return Matrix.rotation(dimension, seed);
  }

  /** Returns {@code R L^condition Q}. */
  Matrix rlq(double condition) {
    return r().timesDiagonal(Transform.conditioning(condition, dimension)).times(q());
  }

  /**
   * Returns the optimum that belongs to a seed: uniform on [-4, 4]^D, rounded, no coordinate 0.
   *
   * @param dimension the number of coordinates
   * @param seed of the uniform numbers
   * @return the optimum, a new array
   */
  public static double[] xOpt(int dimension, long seed) {
    double[] x = BbobRandom.uniform(dimension, seed);
    for (int i = 0; i < dimension; i++) {
      double xi = 8 * Math.floor(1e4 * x[i]) / 1e4 - 4;
      x[i] = xi == 0 ? -1e-5 : xi;
    }
    return x;
  }

  /** The two Rastrigin functions share a seed, as do the two Schaffer functions. */
  private static int seedOf(int function) {
    return switch (function) {
      case 4 -> 3;
      case 18 -> 17;
      default -> function;
    };
  }
}
