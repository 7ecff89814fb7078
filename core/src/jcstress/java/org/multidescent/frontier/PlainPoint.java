package org.multidescent.frontier;

import org.jspecify.annotations.Nullable;

/** A point whose fields are plain: only the hand-off makes them visible. */
final class PlainPoint {

  private int a;
  private int b;
  private int c;

  static PlainPoint filled() {
    PlainPoint point = new PlainPoint();
    point.a = 1;
    point.b = 2;
    point.c = 3;
    return point;
  }

  /** Returns 6 for a point that is seen whole, 0 for a cold start. */
  static int sum(@Nullable PlainPoint point) {
    return point == null ? 0 : point.a + point.b + point.c;
  }
}
