package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * Short: the last step moved no coordinate by more than a fraction of the box. The trace holds the
 * position before it, behind a flag that there is one.
 */
record StepConvergence(double tolerance) implements StallRule {

  StepConvergence {
    ValueConvergence.requireTolerance(tolerance);
  }

  @Override
  public int memory(int dimension) {
    return 1 + dimension;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    double[] position = point.position();
    double[] last = point.trace();
    boolean moved = last[offset] == 0;
    last[offset] = 1;
    for (int i = 0; i < position.length; i++) {
      double move = Math.abs(position[i] - last[offset + 1 + i]);
      moved |= move > tolerance * oracle.coordinates().extent(i);
      last[offset + 1 + i] = position[i];
    }
    return moved ? null : Stall.STEP;
  }
}
