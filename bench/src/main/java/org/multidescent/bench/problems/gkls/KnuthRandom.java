package org.multidescent.bench.problems.gkls;

/**
 * Knuth's lagged Fibonacci generator of fractions, {@code ranf_array} of The Art of Computer
 * Programming, volume 2, third edition, section 3.6, as it was before its initialisation was
 * changed in 2002. Fractions have 52 bits and are kept as whole numbers of them.
 *
 * <p>A seed is turned into a power of z modulo z^100 + z^37 + 1 by repeated squaring; coefficients
 * are fractions of which the last bit says whether they are odd.
 */
final class KnuthRandom {

  /** How many numbers are made at a time. */
  static final int BATCH = 1009;

  private static final int LONG_LAG = 100;
  private static final int SHORT_LAG = 37;
  private static final int GAP = LONG_LAG - SHORT_LAG;
  private static final int SEPARATION = 70;
  private static final long MASK = (1L << 52) - 1;

  private final long[] state = new long[LONG_LAG];

  KnuthRandom(int seed) {
    long[] u = new long[2 * LONG_LAG - 1];
    long shifted = 2L * (seed + 2L);
    for (int j = 0; j < LONG_LAG; j++) {
      u[j] = shifted;
      shifted = 2 * shifted;
      if (shifted > MASK) {
        shifted -= MASK - 1;
      }
    }
    u[1]++;
    int bits = seed;
    int rounds = SEPARATION - 1;
    while (rounds > 0) {
      square(u);
      if ((bits & 1) != 0) {
        multiply(u);
      }
      if (bits != 0) {
        bits >>= 1;
      } else {
        rounds--;
      }
    }
    for (int j = 0; j < LONG_LAG; j++) {
      state[(j + GAP) % LONG_LAG] = u[j];
    }
  }

  /** Squares the polynomial: its coefficients spread out, and those beyond the lag fold back. */
  private static void square(long[] u) {
    for (int j = LONG_LAG - 1; j > 0; j--) {
      u[2 * j] = u[j];
    }
    for (int j = 2 * LONG_LAG - 2; j > GAP; j -= 2) {
      u[2 * LONG_LAG - 1 - j] = u[j] & ~1L;
    }
    for (int j = 2 * LONG_LAG - 2; j >= LONG_LAG; j--) {
      if ((u[j] & 1) != 0) {
        u[j - GAP] = (u[j - GAP] + u[j]) & MASK;
        u[j - LONG_LAG] = (u[j - LONG_LAG] + u[j]) & MASK;
      }
    }
  }

  /** Multiplies the polynomial by z: its coefficients move up by one. */
  private static void multiply(long[] u) {
    System.arraycopy(u, 0, u, 1, LONG_LAG);
    u[0] = u[LONG_LAG];
    if ((u[LONG_LAG] & 1) != 0) {
      u[SHORT_LAG] = (u[SHORT_LAG] + u[LONG_LAG]) & MASK;
    }
  }

  /** Returns the next {@link #BATCH} numbers, in [0, 1). */
  double[] next() {
    long[] numbers = new long[BATCH + LONG_LAG];
    System.arraycopy(state, 0, numbers, 0, LONG_LAG);
    for (int j = LONG_LAG; j < numbers.length; j++) {
      numbers[j] = (numbers[j - LONG_LAG] + numbers[j - SHORT_LAG]) & MASK;
    }
    System.arraycopy(numbers, BATCH, state, 0, LONG_LAG);
    double[] fractions = new double[BATCH];
    for (int j = 0; j < BATCH; j++) {
      fractions[j] = numbers[j] * 0x1p-52;
    }
    return fractions;
  }
}
