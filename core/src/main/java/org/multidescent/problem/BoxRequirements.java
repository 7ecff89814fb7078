package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;

/** What a problem requires of its boxes. */
final class BoxRequirements {

  private BoxRequirements() {}

  /** Returns a box that starts can be drawn from. */
  static Box finite(Box box) {
    Objects.requireNonNull(box, "box: null (expected: a box)");
    if (!box.isFinite()) {
      throw new IllegalArgumentException(
          "box: "
              + box
              + " (expected: finite bounds; draw starts from a finite box and set bounds(...) or"
              + " unbounded())");
    }
    widths("box", box);
    return box;
  }

  /** Finite bounds must be no farther apart than a number can tell. */
  private static void widths(String name, Box box) {
    for (int i = 0; i < box.dimension(); i++) {
      boolean isFinite = Double.isFinite(box.lower(i)) && Double.isFinite(box.upper(i));
      if (isFinite && Double.isInfinite(box.width(i))) {
        throw new IllegalArgumentException(
            "%s[%d]: from %s to %s (expected: at most %s wide)"
                .formatted(name, i, box.lower(i), box.upper(i), Double.MAX_VALUE));
      }
    }
  }

  /** Bounds must contain the box that starts are drawn from. */
  static void around(Box startBox, Box bounds) {
    if (!bounds.contains(startBox)) {
      throw new IllegalArgumentException(
          "bounds: " + bounds + " (expected: a box that contains " + startBox + ")");
    }
    widths("bounds", bounds);
    for (int i = 0; i < bounds.dimension(); i++) {
      near(i, bounds, bounds.lower(i), startBox.upper(i), "ends");
      near(i, bounds, bounds.upper(i), startBox.lower(i), "begins");
    }
  }

  /** A position must lie inside the bounds. */
  static void inside(Box bounds, double[] x) {
    if (!bounds.contains(x)) {
      throw new IllegalArgumentException(
          "x: " + Arrays.toString(x) + " (expected: a position inside " + bounds + ")");
    }
  }

  /** A finite bound must be no farther from the opposite end of the box than a number can tell. */
  private static void near(int i, Box bounds, double bound, double end, String what) {
    if (Double.isFinite(bound) && Double.isInfinite(end - bound)) {
      throw new IllegalArgumentException(
          "bounds[%d]: from %s to %s (expected: no farther from the box, which %s at %s, than %s)"
              .formatted(i, bounds.lower(i), bounds.upper(i), what, end, Double.MAX_VALUE));
    }
  }
}
