package org.multidescent.frontier;

/** Checks of arguments. */
final class Require {

  private Require() {}

  static int atLeast(String name, int value, int least) {
    return (int) atLeast(name, (long) value, least);
  }

  static long atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + " or more)");
    }
    return value;
  }
}
