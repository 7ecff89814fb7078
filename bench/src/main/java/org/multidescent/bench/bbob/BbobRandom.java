package org.multidescent.bench.bbob;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The test beds' own random numbers: Park and Miller's generator behind a shuffle table. */
public final class BbobRandom {

  private static final double TINY = 1e-99;
  private static final int TABLE = 32;
  private static final int WARM_UP = 40;

  private BbobRandom() {}

  /**
   * Returns uniform numbers.
   *
   * @param count how many
   * @param seed of the numbers
   * @return numbers in (0, 1]
   */
  public static double[] uniform(int count, long seed) {
    long[] table = new long[TABLE];
    long state = Math.max(1, Math.abs(seed));
    for (int i = WARM_UP - 1; i >= 0; i--) {
      state = advance(state);
      if (i < TABLE) {
        table[i] = state;
      }
    }
    long current = table[0];
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      state = advance(state);
      int slot = (int) (current / 67_108_865L);
      current = table[slot];
      table[slot] = state;
      numbers[i] = current == 0 ? TINY : current / 2.147483647e9;
    }
    return numbers;
  }

  /**
   * Returns normal numbers, by the method of Box and Muller.
   *
   * @param count how many
   * @param seed of the numbers
   * @return numbers with mean 0 and variance 1, none of them 0
   */
  public static double[] gaussian(int count, long seed) {
    double[] u = uniform(2 * count, seed);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      double g = Math.sqrt(-2 * Math.log(u[i])) * Math.cos(2 * Math.PI * u[count + i]);
      numbers[i] = g == 0 ? TINY : g;
    }
    return numbers;
  }

  /**
   * Returns a permutation: the indices of uniform numbers in rising order.
   *
   * @param count how many
   * @param seed of the numbers
   * @return 0 to {@code count - 1}, permuted
   */
  public static int[] permutation(int count, long seed) {
    double[] u = uniform(count, seed);
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> u[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** One step of s = 16807 s mod (2^31 - 1), by Schrage's method. */
  private static long advance(long state) {
    long quotient = state / 127_773L;
    long next = 16_807L * (state - quotient * 127_773L) - 2_836L * quotient;
    return next < 0 ? next + 2_147_483_647L : next;
  }
}
