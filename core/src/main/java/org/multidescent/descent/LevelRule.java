package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * Level: two steps in a row change the value by nothing that counts, or many together gain nothing.
 *
 * <p>The trace holds the number of such steps in a row, the lowest value, and the number of steps
 * since it last fell, counted from 1.
 */
record LevelRule(double tolerance, double ulps) implements StallRule {

  private static final int STEPS = 2;
  private static final int PATIENCE = 100;

  LevelRule {
    requireTolerance(tolerance);
    if (!(ulps >= 0) || Double.isInfinite(ulps)) {
      throw new IllegalArgumentException("ulps: " + ulps + " (expected: 0 or more)");
    }
  }

  static void requireTolerance(double tolerance) {
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException("tolerance: " + tolerance + " (expected: 0 or more)");
    }
  }

  @Override
  public int memory(int dimension) {
    return 3;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    double threshold = tolerance * point.spread() + ulps * Math.ulp(point.value());
    double[] trace = point.trace();
    boolean level = Math.abs(point.decrease()) <= threshold;
    trace[offset] = level ? trace[offset] + 1 : 0;
    if (trace[offset + 2] == 0 || point.value() < trace[offset + 1] - threshold) {
      trace[offset + 1] = point.value();
      trace[offset + 2] = 1;
    } else {
      trace[offset + 2]++;
    }
    return trace[offset] >= STEPS || trace[offset + 2] >= PATIENCE ? Stall.LEVEL : null;
  }
}
