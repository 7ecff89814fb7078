package org.multidescent.util;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Loops over the coordinates of positions. */
public final class Coordinates {

  private Coordinates() {}

  /**
   * Copies positions. Entry by entry, because {@link System#arraycopy} reads several entries at
   * once and so has to wait for those that were just written one by one; and the first two outside
   * the loop, because in few dimensions to set up a loop costs more than what it does.
   */
  public static void copy(double[] from, int first, double[] to, int target, int count) {
    int i = 0;
    if (count >= 2) {
      to[target] = from[first];
      to[target + 1] = from[first + 1];
      i = 2;
    }
    for (; i < count; i++) {
      to[target + i] = from[first + i];
    }
  }

  /** Returns a property of each coordinate. */
  public static double[] each(int dimension, IntToDoubleFunction property) {
    return IntStream.range(0, dimension).mapToDouble(property).toArray();
  }
}
