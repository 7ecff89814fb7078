package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** Central differences of a fixed width; turned inward at a bound. */
record CentralDifferences(double width) implements Differences {

  CentralDifferences {
    ForwardDifferences.requireWidth(width);
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    FiniteDifferences.central(point, oracle, width, 0);
    return FiniteDifferences.isZero(point.gradient())
        ? FiniteDifferences.widen(point, oracle, width)
        : null;
  }
}
