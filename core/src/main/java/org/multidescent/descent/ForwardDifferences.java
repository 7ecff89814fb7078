package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** Forward differences of a fixed width; turned inward at a wall. */
record ForwardDifferences(double width) implements Differences {

  ForwardDifferences {
    requireWidth(width);
  }

  static void requireWidth(double width) {
    if (!(width > 0 && width <= 1)) {
      throw new IllegalArgumentException(
          "width: " + width + " (expected: a fraction of the box, above 0 and at most 1)");
    }
  }

  @Override
  public int memory(int dimension) {
    return dimension;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    double[] widths = point.widths();
    for (int i = 0; i < point.gradient().length; i++) {
      widths[i] = width * oracle.scaling().extent(i);
    }
    Stencil.forward(point, oracle, widths, 0);
    return Stencil.isZero(point.gradient()) ? Stencil.widen(point, oracle, width) : null;
  }
}
