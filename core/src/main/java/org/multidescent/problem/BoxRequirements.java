package org.multidescent.problem;

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
  static void widths(String name, Box box) {
    for (int i = 0; i < box.dimension(); i++) {
      boolean isFinite = Double.isFinite(box.lower(i)) && Double.isFinite(box.upper(i));
      if (isFinite && Double.isInfinite(box.width(i))) {
        throw new IllegalArgumentException(
            "%s[%d]: from %s to %s (expected: at most %s wide)"
                .formatted(name, i, box.lower(i), box.upper(i), Double.MAX_VALUE));
      }
    }
  }

  /** A finite bound must be no farther from the opposite end of the box than a number can tell. */
  static void near(int i, Box bounds, double bound, double end, String what) {
    if (Double.isFinite(bound) && Double.isInfinite(end - bound)) {
      throw new IllegalArgumentException(
          "bounds[%d]: from %s to %s (expected: no farther from the box, which %s at %s, than %s)"
              .formatted(i, bounds.lower(i), bounds.upper(i), what, end, Double.MAX_VALUE));
    }
  }
}
