package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** The whole inverse Hessian while it is small, a limited memory beyond. */
record StandardRule(StepRule small, StepRule large, int largestSmall) implements StepRule {

  private static final int LARGEST_WHOLE = 64;
  private static final int PAIRS = 24;

  StandardRule() {
    this(new BfgsRule(), new LbfgsRule(PAIRS), LARGEST_WHOLE);
  }

  private StepRule of(int dimension) {
    return dimension <= largestSmall ? small : large;
  }

  @Override
  public int memory(int dimension) {
    return of(dimension).memory(dimension);
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    return of(dimension).accepts(memory, dimension);
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    return of(point.position().length).step(point, oracle);
  }
}
