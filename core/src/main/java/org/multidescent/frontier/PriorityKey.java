package org.multidescent.frontier;

/** Values as signed integers of the same order, and the one key above them all. */
final class PriorityKey {

  /** The top of an empty heap: above the key of every number, positive infinity included. */
  static final long NONE = Long.MAX_VALUE;

  private PriorityKey() {}

  /**
   * Returns the key of a value. Negative zero has the key of zero.
   *
   * @throws IllegalArgumentException if the value is NaN
   */
  static long of(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("value: NaN (expected: a number or an infinity)");
    }
    return flip(Double.doubleToRawLongBits(value + 0.0));
  }

  /** Returns the value of a key; positive infinity for {@link #NONE}. */
  static double value(long key) {
    return key == NONE ? Double.POSITIVE_INFINITY : Double.longBitsToDouble(flip(key));
  }

  private static long flip(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
