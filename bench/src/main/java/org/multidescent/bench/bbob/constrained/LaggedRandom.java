package org.multidescent.bench.bbob.constrained;

/** The constraints' own random numbers: an additive lagged generator of uniform numbers. */
final class LaggedRandom {

  private static final int LONG_LAG = 607;
  private static final int SHORT_LAG = 334;
  private static final int SKIPPED = 12;
  private static final double LARGEST = 4_294_967_295.0;

  private final double[] table = new double[LONG_LAG];
  private int next = SKIPPED;

  LaggedRandom(long seed) {
    long state = seed;
    for (int i = 0; i < LONG_LAG; i++) {
      table[i] = state / LARGEST;
      state = (1_812_433_253L * (state ^ (state >>> 30)) + i + 1) & 0xffff_ffffL;
    }
  }

  /** Returns a number in [0, 1]. */
  double uniform() {
    if (next == LONG_LAG) {
      for (int i = 0; i < LONG_LAG; i++) {
        table[i] = (table[i] + table[(i + SHORT_LAG) % LONG_LAG]) % 1;
      }
      next = 0;
    }
    return table[next++];
  }

  /** Returns a normal number, of two uniform ones. */
  double gaussian() {
    double radius = Math.sqrt(-2 * Math.log(uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  }
}
