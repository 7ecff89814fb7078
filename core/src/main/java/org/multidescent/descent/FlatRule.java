package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** Flat: the gradient, projected onto the walls, has become small. */
record FlatRule(double tolerance) implements StallRule {

  FlatRule {
    LevelRule.requireTolerance(tolerance);
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    Stall stall = oracle.gradient(point);
    if (stall != null) {
      return stall;
    }
    oracle.path().free(point);
    double steepest = 0;
    for (int i = 0; i < oracle.dimension(); i++) {
      double slope = oracle.path().mask()[i] * Math.abs(point.gradient()[i]);
      steepest = Math.max(steepest, slope * oracle.scaling().extent(i));
    }
    return steepest <= tolerance * point.spread() ? Stall.FLAT : null;
  }
}
