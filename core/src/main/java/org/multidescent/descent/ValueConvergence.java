package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/**
 * Level: what is left to gain does not count against the range of values and the noise.
 *
 * <p>Three signs of it. Two steps in a row changed the value by no more than the threshold. Or the
 * steps' gains shrink so fast that the sum of all further ones, as a geometric series of the slower
 * of the last two ratios, is below it; that saves a superlinear method its last steps. Or many
 * steps brought no lower value, as happens to methods that may climb. All the trace's entries are 0
 * before the first step.
 */
record ValueConvergence(double tolerance, double ulps) implements StallRule {

  private static final int SMALL_STEPS = 0;
  private static final int IDLE_STEPS = 1;
  private static final int LOWEST = 2;
  private static final int HIGHEST = 3;
  private static final int LAST_CHANGE = 4;
  private static final int LAST_RATIO = 5;
  private static final int ENTRIES = 6;

  private static final int ENOUGH_SMALL_STEPS = 2;
  private static final int ENOUGH_IDLE_STEPS = 100;
  private static final double FAST = 0.3;

  ValueConvergence {
    requireTolerance(tolerance);
    Require.that(ulps >= 0 && ulps < Double.POSITIVE_INFINITY, "ulps", ulps, "0 or more");
  }

  static void requireTolerance(double tolerance) {
    Require.that(
        tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY,
        "tolerance",
        tolerance,
        "0 or more");
  }

  @Override
  public int memory(int dimension) {
    return ENTRIES;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    double[] trace = point.trace();
    double value = point.value();
    boolean first = trace[offset + IDLE_STEPS] == 0;
    double highest = first ? value + point.decrease() : trace[offset + HIGHEST];
    highest = Math.max(highest, value);
    trace[offset + HIGHEST] = highest;
    double range = Math.max(point.valueScale(), highest - value);
    double threshold = tolerance * range + ulps * Math.ulp(value);
    boolean level = isSmall(trace, offset, Math.abs(point.decrease()), threshold);
    if (first || value < trace[offset + LOWEST] - threshold) {
      trace[offset + LOWEST] = value;
      trace[offset + IDLE_STEPS] = 1;
    } else {
      trace[offset + IDLE_STEPS]++;
    }
    return level || trace[offset + IDLE_STEPS] > ENOUGH_IDLE_STEPS ? Stall.VALUE : null;
  }

  private static boolean isSmall(double[] trace, int offset, double change, double threshold) {
    double last = trace[offset + LAST_CHANGE];
    double ratio = last > 0 ? change / last : 1;
    double slower = Math.max(ratio, trace[offset + LAST_RATIO]);
    boolean fast = trace[offset + LAST_RATIO] > 0 && slower < FAST;
    trace[offset + LAST_CHANGE] = change;
    trace[offset + LAST_RATIO] = ratio;
    trace[offset + SMALL_STEPS] = change <= threshold ? trace[offset + SMALL_STEPS] + 1 : 0;
    return trace[offset + SMALL_STEPS] >= ENOUGH_SMALL_STEPS
        || (fast && change * slower / (1 - slower) <= threshold);
  }
}
