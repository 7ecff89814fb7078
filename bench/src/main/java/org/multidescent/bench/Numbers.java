package org.multidescent.bench;

import picocli.CommandLine.TypeConversionException;

/** Checks of numbers on the command line. */
final class Numbers {

  private Numbers() {}

  static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException wrong) {
      throw refused(text, "a whole number of at most " + Integer.MAX_VALUE);
    }
  }

  static long wide(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw refused(text, "a whole number of at most " + Long.MAX_VALUE);
    }
  }

  static double real(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException wrong) {
      throw refused(text, "a number such as 0.01 or 1e-6");
    }
  }

  private static TypeConversionException refused(String text, String expected) {
    return new TypeConversionException("'" + text + "' (expected: " + expected + ")");
  }

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
