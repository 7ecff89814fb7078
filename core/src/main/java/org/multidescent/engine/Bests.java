package org.multidescent.engine;

import java.util.Arrays;

/**
 * The best value and position at each moment of a stretch of virtual time: every improvement with
 * its moment, so that what came after the search's end can be left out.
 */
final class Bests {

  private static final int FEW = 64;

  private final int dimension;
  private long[] clocks = new long[FEW];
  private double[] values = new double[FEW];
  private double[] positions;
  private int size;

  Bests(int dimension) {
    this.dimension = dimension;
    this.positions = new double[FEW * dimension];
  }

  /** Takes an improvement, no earlier than the last one. */
  void add(long clock, double value, double[] u, int offset) {
    if (size == clocks.length) {
      clocks = Arrays.copyOf(clocks, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      positions = Arrays.copyOf(positions, 2 * size * dimension);
    }
    clocks[size] = clock;
    values[size] = value;
    System.arraycopy(u, offset, positions, size * dimension, dimension);
    size++;
  }

  /** Forgets what can no longer be asked for: all before the best of a moment, if that pays. */
  void settle(long clock) {
    int keep = size < FEW ? -1 : last(clock);
    if (keep > 0) {
      int left = size - keep;
      System.arraycopy(clocks, keep, clocks, 0, left);
      System.arraycopy(values, keep, values, 0, left);
      System.arraycopy(positions, keep * dimension, positions, 0, left * dimension);
      size = left;
    }
  }

  /**
   * Returns the best at a moment.
   *
   * @param u receives the position, if there is one
   * @return its value; positive infinity if there is none
   */
  double until(long clock, double[] u) {
    int last = last(clock);
    if (last < 0) {
      return Double.POSITIVE_INFINITY;
    }
    System.arraycopy(positions, last * dimension, u, 0, dimension);
    return values[last];
  }

  private int last(long clock) {
    int last = size - 1;
    while (last >= 0 && clocks[last] > clock) {
      last--;
    }
    return last;
  }
}
