package org.multidescent.start;

import org.multidescent.random.Mix;

/**
 * Random permutations of 0 .. size - 1 that are computed where they are needed, not stored: rounds
 * of invertible steps on the next power of two, repeated until the result is in range (cycle
 * walking).
 */
final class Permutation {

  private static final int ROUNDS = 4;

  private Permutation() {}

  /** Returns where the permutation with this key takes {@code k}, both from 0 to below size. */
  static int apply(int k, int size, long key) {
    int mask = (Integer.highestOneBit(Math.max(1, size - 1)) << 1) - 1;
    int shift = Math.max(1, Integer.bitCount(mask) / 2);
    int x = k;
    do {
      for (int round = 0; round < ROUNDS; round++) {
        long bits = Mix.at(key, round);
        x = (x * ((int) bits | 1) + (int) (bits >>> 32)) & mask;
        x ^= x >>> shift;
      }
    } while (x >= size);
    return x;
  }
}
