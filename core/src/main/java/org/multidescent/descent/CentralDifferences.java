package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** Central differences of a fixed width; turned inward at a wall. */
record CentralDifferences(double width) implements Differences {

  /** For the first stage of a descent. */
  static final CentralDifferences COARSE = new CentralDifferences(0.1);

  CentralDifferences {
    ForwardDifferences.requireWidth(width);
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    Stencil.central(point, oracle, width);
    return Stencil.isZero(point.gradient()) ? Stencil.widen(point, oracle, width) : null;
  }
}
