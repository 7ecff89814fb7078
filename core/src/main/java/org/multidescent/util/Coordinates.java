package org.multidescent.util;

/**
 * Copies positions. Entry by entry, because {@link System#arraycopy} reads several entries at once
 * and so has to wait for those that were just written one by one; and the first two outside the
 * loop, because in few dimensions to set up a loop costs more than what it does.
 */
public final class Coordinates {

  private Coordinates() {}

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
}
