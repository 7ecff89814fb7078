package org.multidescent.bench.bbob.mixint;

/** An integer coordinate's values and the positions they stand for, equidistant in (-4, 4). */
enum Grid {
  TWO(2),
  FOUR(4),
  EIGHT(8),
  SIXTEEN(16);

  private static final double NUDGE = 1e-7;

  private final int values;
  private final double width;

  Grid(int values) {
    this.values = values;
    this.width = 8.0 / (values + 1);
  }

  /** Returns the largest value, the least being 0. */
  int last() {
    return values - 1;
  }

  /** Returns the value that a number is rounded to. */
  double value(double x) {
    return Math.min(last(), Math.max(0, Math.floor(x + 0.5)));
  }

  /** Returns the position of a value. */
  double position(double value) {
    return -4 + (value + 1) * width;
  }

  /** Returns the value whose position is the nearest. */
  double nearest(double position) {
    return value((position + 4) / width - 1 + NUDGE);
  }
}
