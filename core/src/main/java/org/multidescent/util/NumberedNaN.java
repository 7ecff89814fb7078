package org.multidescent.util;

/**
 * NaN that carries which part of a computation was not a number: in the bits of a NaN that
 * arithmetic does not use, so that it passes wherever a value passes.
 */
public final class NumberedNaN {

  private static final long TAG = 0x7ffa_5a5aL;
  private static final long NO_SIGN = 0x7fff_ffffL;

  private NumberedNaN() {}

  /**
   * Returns a NaN with a number.
   *
   * @param number 0 or more
   * @return NaN
   */
  public static double of(int number) {
    return Double.longBitsToDouble(TAG << Integer.SIZE | number);
  }

  /**
   * Returns the number of a NaN.
   *
   * @param value any value
   * @return its number; -1 if it has none
   */
  public static int number(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return (bits >>> Integer.SIZE & NO_SIGN) == TAG ? (int) bits : -1;
  }
}
