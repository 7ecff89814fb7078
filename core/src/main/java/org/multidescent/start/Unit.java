package org.multidescent.start;

import org.multidescent.problem.Box;
import org.multidescent.problem.Scale;
import org.multidescent.util.Require;

/** From the unit cube to the box, and the checks that all sequences share. */
final class Unit {

  private Unit() {}

  /** Returns where in the box a share of a coordinate's width lies; never outside. */
  static double toBox(Box box, int coordinate, double share) {
    double lower = box.lower(coordinate);
    double upper = box.upper(coordinate);
    if (box.scale(coordinate) != Scale.LINEAR) {
      return Math.max(lower, Math.min(upper, box.at(coordinate, share)));
    }
    double width = upper - lower;
    double value =
        width < Double.POSITIVE_INFINITY
            ? lower + share * width
            : lower * (1 - share) + upper * share;
    return Math.max(lower, Math.min(upper, value));
  }

  static void require(long index, Box box, double[] x) {
    Require.atLeast("index", index, 0);
    if (x.length != box.dimension()) {
      throw new IllegalArgumentException(
          "x: %d coordinates (expected: %d, as the box has)".formatted(x.length, box.dimension()));
    }
  }

  /** Moves a position to so small a share of its distance from the centre of the box. */
  static void towardsCentre(Box box, double[] x, double share) {
    for (int i = 0; i < x.length; i++) {
      if (box.lower(i) < box.upper(i)) {
        x[i] = toBox(box, i, 0.5 + share * (box.fraction(i, x[i]) - 0.5));
      }
    }
  }
}
