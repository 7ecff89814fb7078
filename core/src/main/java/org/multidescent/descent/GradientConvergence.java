package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** Flat: the gradient, projected onto the bounds, has become small. */
record GradientConvergence(double tolerance) implements StallRule {

  GradientConvergence {
    ValueConvergence.requireTolerance(tolerance);
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall check(Point point, Oracle oracle, int offset) {
    Stall stall = oracle.gradient(point);
    if (stall != null) {
      return stall;
    }
    ProjectedLineSearch path = oracle.workspace().path();
    path.free(point);
    double[] free = path.mask();
    WorkingCoordinates coordinates = oracle.coordinates();
    double steepest = 0;
    for (int i = 0; i < free.length; i++) {
      double slope = free[i] * Math.abs(point.gradient()[i]);
      steepest = Math.max(steepest, slope * coordinates.extent(i));
    }
    return steepest <= tolerance * point.valueScale() ? Stall.GRADIENT : null;
  }
}
