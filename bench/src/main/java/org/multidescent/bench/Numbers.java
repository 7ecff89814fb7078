package org.multidescent.bench;

/** Checks of numbers on the command line. */
final class Numbers {

  private Numbers() {}

  static int positive(String option, int value) {
    return Math.toIntExact(positive(option, (long) value));
  }

  static long positive(String option, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(option + ": " + value + " (expected: 1 or more)");
    }
    return value;
  }

  static double notNegative(String option, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(option + ": " + value + " (expected: 0 or more)");
    }
    return value;
  }
}
