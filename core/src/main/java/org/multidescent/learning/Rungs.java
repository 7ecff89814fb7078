package org.multidescent.learning;

/**
 * Where descents along sampled gradients are compared: after 8 gradients, and each time they have
 * become three times as many (successive halving: Jamieson and Talwalkar 2016; Li et al. 2020).
 */
final class Rungs {

  private static final long FIRST = 8;
  private static final int FACTOR = 3;
  private static final long LAST = 1L << 60;

  private Rungs() {}

  /** Returns how many rungs are completed after so many gradients. */
  static int completed(long gradients) {
    int rung = 0;
    for (long end = FIRST; end <= gradients && end < LAST; end *= FACTOR) {
      rung++;
    }
    return rung;
  }

  /** Returns after how many gradients the rung ends that is under way after so many. */
  static long end(long gradients) {
    long end = FIRST;
    while (end <= gradients && end < LAST) {
      end *= FACTOR;
    }
    return end;
  }
}
