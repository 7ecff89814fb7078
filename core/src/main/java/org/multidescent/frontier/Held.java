package org.multidescent.frontier;

import org.jspecify.annotations.Nullable;

/** All that an access writes: the entry taken last, and what it needs to choose and to load. */
abstract class Held<T> extends LeadingPad {

  long random;
  int loaded;
  private int start = -1;
  private double value = Double.NaN;
  private @Nullable T point;

  /** Called by the heap the entry comes from, under that heap's lock. */
  final void take(double value, @Nullable T point, int start) {
    this.value = value;
    this.point = point;
    this.start = start;
  }

  public final double value() {
    return value;
  }

  public final @Nullable T point() {
    return point;
  }

  public final int start() {
    return start;
  }
}
