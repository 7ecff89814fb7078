package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** The whole inverse Hessian while it is small, a limited memory beyond. */
record StandardRule(StepRule small, StepRule large, int largestSmall) implements StepRule {

  /** So small its matrix stays in a processor's cache: a gradient may cost as little as a value. */
  private static final int LARGEST_WHOLE = 128;

  /** As far as its matrix has 4 megabytes: a gradient by differences costs a value a row. */
  private static final int LARGEST_BY_DIFFERENCES = 724;

  private static final int PAIRS = 24;

  private StandardRule(int largestSmall) {
    this(new BfgsRule(), new LbfgsRule(PAIRS), largestSmall);
  }

  StandardRule() {
    this(LARGEST_WHOLE);
  }

  /** The rule where gradients are taken by differences. */
  static StandardRule byDifferences() {
    return new StandardRule(LARGEST_BY_DIFFERENCES);
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
