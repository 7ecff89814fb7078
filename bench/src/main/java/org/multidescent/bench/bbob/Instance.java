package org.multidescent.bench.bbob;

/** What the instance number decides: the seeds of the optimum and of the two rotations. */
final class Instance {

  private static final int ROTATION_OFFSET = 1_000_000;

  private final int dimension;
  private final long seed;

  Instance(int function, int dimension, int instance) {
    this.dimension = dimension;
    this.seed = seedOf(function) + 10_000L * instance;
  }

  int dimension() {
    return dimension;
  }

  long seed() {
    return seed;
  }

  /** Returns the least value: Cauchy distributed, rounded to hundredths, within [-1000, 1000]. */
  double fOpt() {
    double ratio = BbobRandom.gaussian(1, seed)[0] / BbobRandom.gaussian(1, seed + 1)[0];
    double rounded = Math.floor(1e4 * ratio + 0.5) / 100;
    return Math.min(1000, Math.max(-1000, rounded));
  }

  /** Returns the usual optimum: uniform on [-4, 4]^D, rounded, never 0. */
  double[] xOpt() {
    return xOpt(seed);
  }

  /** Returns the optimum of the function that draws it from the rotation's seed. */
  double[] xOptOfRotation() {
    return xOpt(seed + ROTATION_OFFSET);
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

  private double[] xOpt(long from) {
    double[] x = BbobRandom.uniform(dimension, from);
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
