package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * A descent that can hardly become the best: some steps in a row gained less than a share of what
 * it lacks to the lowest value known when it began.
 */
record BehindRule(double share, int steps) implements StallRule {

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    return point.behind(share) >= steps ? Stall.VALUE : null;
  }
}
