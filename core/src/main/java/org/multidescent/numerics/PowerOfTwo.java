package org.multidescent.numerics;

/**
 * Units that are powers of two. Numbers are multiplied by one before they are squared, so that the
 * squares neither over- nor underflow, whatever the unit of the objective; no bit is lost by that.
 */
public final class PowerOfTwo {

  private static final double LARGE = 0x1p400;
  private static final double SMALL = 0x1p-400;

  private PowerOfTwo() {}

  /** Returns the factor that brings a number to about 1; the nearest there is. */
  public static double toOne(double number) {
    int exponent = -Math.getExponent(number);
    return Math.scalb(1.0, Math.max(Double.MIN_EXPONENT, Math.min(exponent, Double.MAX_EXPONENT)));
  }

  /** Tells whether squares of numbers around this one need another unit; not for 0. */
  public static boolean isFarFromOne(double number) {
    return number > LARGE || (number < SMALL && number > 0);
  }

  /**
   * Returns the largest absolute value of some numbers, NaN if one is. Without its sign a number is
   * as large as its bits are, and whole numbers are compared in a cycle, numbers in ten.
   */
  public static double largest(double[] numbers, int from, int count) {
    long largest = 0;
    for (int i = from; i < from + count; i++) {
      largest = Math.max(largest, Double.doubleToRawLongBits(numbers[i]) & Long.MAX_VALUE);
    }
    return Double.longBitsToDouble(largest);
  }
}
