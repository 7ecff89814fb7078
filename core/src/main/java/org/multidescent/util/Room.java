package org.multidescent.util;

/** How many numbers a rule may ask for. */
public final class Room {

  /** Up to here all whole numbers are exact. */
  public static final double MOST = 0x1p53;

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Room() {}

  /** Returns the numbers as the length of an array; refuses more than one can have. */
  public static int of(String rule, long numbers, String holder, int dimension) {
    if (numbers > LARGEST) {
      throw new IllegalArgumentException(
          "%s: %d numbers a %s in %d dimensions (expected: at most %d)"
              .formatted(rule, numbers, holder, dimension, LARGEST));
    }
    return (int) numbers;
  }

  /** Tells whether a number is a whole one, from 0 to some other. */
  public static boolean isCount(double number, double most) {
    return number >= 0 && number <= most && number == Math.rint(number);
  }

  /** Returns what a rule remembers of a point as the length of an array. */
  public static int ofPoint(String rule, long numbers, int dimension) {
    return of(rule, numbers, "point", dimension);
  }
}
