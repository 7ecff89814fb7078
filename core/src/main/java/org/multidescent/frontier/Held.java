package org.multidescent.frontier;

import org.jspecify.annotations.Nullable;

/** The entry taken last; written by the heap it comes from, under that heap's lock. */
abstract class Held<T> extends LeadingPad {

  private double value = Double.NaN;
  private @Nullable T point;
  private int start = -1;

  final void hold(double value, @Nullable T point, int start) {
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
