package org.multidescent.util;

import java.time.Duration;

/** Checks of arguments: one form of message for all. */
public final class Require {

  private Require() {}

  /** Checks that a number is not too small, and returns it. */
  public static int atLeast(String name, int value, int least) {
    return (int) atLeast(name, (long) value, least);
  }

  /** Checks that a number is not too small, and returns it. */
  public static long atLeast(String name, long value, long least) {
    if (value < least) {
      that(false, name, value, least + " or more");
    }
    return value;
  }

  /** Checks that a number is what is kept of something in a step. */
  public static void fraction(String name, double value) {
    that(value >= 0 && value < 1, name, value, "0 or more and below 1");
  }

  /** Checks that a duration is longer than zero, and returns it. */
  public static Duration positive(String name, Duration value) {
    that(!value.isNegative() && !value.isZero(), name, value, "longer than zero");
    return value;
  }

  /**
   * Checks an argument.
   *
   * @param holds whether it is as expected
   * @param name its name
   * @param value its value
   * @param expected what is expected, such as "1 or more"
   * @throws IllegalArgumentException if it does not hold
   */
  public static void that(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
