package org.multidescent.descent;

/** How many numbers a rule may ask for. */
final class Room {

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Room() {}

  /** Returns the numbers as the length of an array; refuses more than one can have. */
  static int of(String rule, long numbers, String holder, int dimension) {
    if (numbers > LARGEST) {
      throw new IllegalArgumentException(
          "%s: %d numbers a %s in %d dimensions (expected: at most %d)"
              .formatted(rule, numbers, holder, dimension, LARGEST));
    }
    return (int) numbers;
  }

  /** Returns what a rule remembers of a point as the length of an array. */
  static int ofPoint(String rule, long numbers, int dimension) {
    return of(rule, numbers, "point", dimension);
  }
}
