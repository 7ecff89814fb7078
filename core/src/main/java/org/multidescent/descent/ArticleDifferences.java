package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Require;

/** Forward differences, ten times wider as long as the gradient is zero. */
record ArticleDifferences(double delta) implements Differences {

  private static final double WIDEST = 1000;

  ArticleDifferences {
    Require.that(delta > 0 && delta < Double.POSITIVE_INFINITY, "delta", delta, "a positive width");
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    for (double width = delta; width <= WIDEST; width *= 10) {
      if (forward(point, oracle, width)) {
        break;
      }
    }
    return null;
  }

  /** Returns whether a component of the gradient differs from zero. */
  private static boolean forward(Point point, Oracle oracle, double width) {
    double[] gradient = point.gradient();
    double[] u = oracle.workspace().probe();
    Coordinates.copy(point.position(), 0, u, 0, u.length);
    boolean nonzero = false;
    for (int i = 0; i < u.length; i++) {
      double here = u[i];
      double there = oracle.coordinates().stepInside(i, here, width);
      if (there == here) {
        gradient[i] = 0;
        continue;
      }
      u[i] = there;
      double difference = (oracle.value(u) - point.value()) / (there - here);
      u[i] = here;
      gradient[i] = Double.isFinite(difference) ? difference : 0;
      nonzero |= gradient[i] != 0;
    }
    return nonzero;
  }
}
