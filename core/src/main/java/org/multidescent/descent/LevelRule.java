package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * Level: two steps in a row change the value by nothing that counts, or many together gain nothing.
 *
 * <p>The trace holds the number of such steps in a row, the lowest value, the number of steps since
 * it last fell, counted from 1, and the highest value.
 */
record LevelRule(double tolerance, double ulps) implements StallRule {

  private static final int FLAT = 0;
  private static final int LOWEST = 1;
  private static final int IDLE = 2;
  private static final int HIGHEST = 3;
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
    return 4;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    double[] trace = point.trace();
    trace[offset + HIGHEST] =
        trace[offset + IDLE] == 0
            ? point.value() + point.decrease()
            : Math.max(trace[offset + HIGHEST], point.value());
    double spread = Math.max(point.spread(), trace[offset + HIGHEST] - point.value());
    double threshold = tolerance * spread + ulps * Math.ulp(point.value());
    boolean level = Math.abs(point.decrease()) <= threshold;
    trace[offset + FLAT] = level ? trace[offset + FLAT] + 1 : 0;
    if (trace[offset + IDLE] == 0 || point.value() < trace[offset + LOWEST] - threshold) {
      trace[offset + LOWEST] = point.value();
      trace[offset + IDLE] = 1;
    } else {
      trace[offset + IDLE]++;
    }
    return trace[offset + FLAT] >= STEPS || trace[offset + IDLE] >= PATIENCE ? Stall.LEVEL : null;
  }
}
