package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/** Forward or central differences of a fixed width; turned inward at a bound. */
record FixedDifferences(double width, boolean central) implements Differences {

  FixedDifferences {
    Require.that(
        width > 0 && width <= 1, "width", width, "a fraction of the box, above 0 and at most 1");
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    if (central) {
      FiniteDifferences.central(point, oracle, width, 0);
    } else {
      FiniteDifferences.forward(point, oracle, width);
    }
    return FiniteDifferences.isZero(point.gradient())
        ? FiniteDifferences.widen(point, oracle, width)
        : null;
  }
}
