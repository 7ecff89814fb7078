package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** The evaluations of finite differences and what they say. */
final class FiniteDifferences {

  private static final double WIDE = 1e-3;
  private static final double WIDEST = 1;

  private FiniteDifferences() {}

  /** As the other one, with one width for all coordinates. */
  static void forward(Point point, Oracle oracle, double width) {
    forward(point, oracle, width, 0);
  }

  /**
   * Computes the gradient from one neighbour a coordinate; a fixed coordinate has none.
   *
   * @param narrowest the least width of a coordinate that is resolved to fractions of the box
   */
  static void forward(Point point, Oracle oracle, double width, double narrowest) {
    double[] there = oracle.workspace().there();
    double[] ahead = oracle.workspace().ahead();
    ahead(point.position(), oracle, width, narrowest, there);
    oracle.neighbours(point.position(), there, ahead);
    slopes(point, there, ahead);
  }

  /** Says where forward differences look from a position. */
  static void ahead(
      double[] position, Oracle oracle, double width, double narrowest, double[] there) {
    for (int i = 0; i < there.length; i++) {
      there[i] = neighbour(position, oracle, i, width, narrowest);
    }
  }

  /** Makes the gradient of the values of one neighbour a coordinate. */
  static void slopes(Point point, double[] there, double[] ahead) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    for (int i = 0; i < there.length; i++) {
      double step = there[i] - position[i];
      gradient[i] = step == 0 ? 0 : finite((ahead[i] - point.value()) / step);
    }
  }

  /**
   * Computes the gradient from two neighbours a coordinate: one on either side, or both inward at a
   * bound (the slope at the point of the parabola through all three).
   *
   * @param narrowest the least width of a coordinate that is resolved to fractions of the box
   * @return the largest second difference
   */
  static double central(Point point, Oracle oracle, double width, double narrowest) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] there = oracle.workspace().there();
    double[] ahead = oracle.workspace().ahead();
    double[] behind = oracle.workspace().behind();
    ahead(position, oracle, width, narrowest, there);
    double[] steps = oracle.workspace().trial();
    double[] opposite = oracle.workspace().probe();
    for (int i = 0; i < there.length; i++) {
      steps[i] = there[i] - position[i];
      opposite[i] = second(oracle, i, position[i], steps[i]);
    }
    oracle.neighbours(position, there, ahead, opposite, behind);
    for (int i = 0; i < there.length; i++) {
      gradient[i] = steps[i] == 0 ? 0 : (ahead[i] - point.value()) / steps[i];
    }
    double largest = 0;
    for (int i = 0; i < there.length; i++) {
      double first = steps[i];
      double second = opposite[i] - position[i];
      if (second == 0) {
        gradient[i] = finite(gradient[i]);
        continue;
      }
      double slope = (behind[i] - point.value()) / second;
      double curvature = finite(2 * (gradient[i] - slope) / (first - second));
      largest = Math.max(largest, Math.abs(curvature * first * second));
      gradient[i] = finite(Double.isFinite(gradient[i]) ? gradient[i] : slope);
      gradient[i] -= first * curvature / 2;
    }
    return largest;
  }

  /**
   * Tells whether the neighbours of the last central differences are all higher than the point, so
   * that a gradient of zero is that of a minimum, and not of a plateau.
   */
  static boolean isBelowNeighbours(Point point, Oracle oracle) {
    double[] ahead = oracle.workspace().ahead();
    double[] behind = oracle.workspace().behind();
    for (int i = 0; i < oracle.dimension(); i++) {
      boolean fixed = oracle.coordinates().extent(i) == 0;
      if (!fixed && !(ahead[i] > point.value() && behind[i] > point.value())) {
        return false;
      }
    }
    return true;
  }

  private static double neighbour(
      double[] position, Oracle oracle, int i, double width, double narrowest) {
    WorkingCoordinates scaling = oracle.coordinates();
    double here = position[i];
    double length = Math.max(width * scaling.extent(i), narrowest * scaling.resolved(i, here));
    return oracle.coordinates().stepInside(i, here, length);
  }

  /** Returns where the second neighbour lies: opposite the first, or beyond it, or before it. */
  private static double second(Oracle oracle, int i, double here, double step) {
    double opposite = here - step;
    if (opposite == oracle.coordinates().clamp(i, opposite)) {
      return opposite;
    }
    double beyond = here + 2 * step;
    return beyond == oracle.coordinates().clamp(i, beyond) ? beyond : here + step / 2;
  }

  /** Looks farther and farther after differences of {@code width} were all zero. */
  static @Nullable Stall widen(Point point, Oracle oracle, double width) {
    return isZeroAt(WIDE, width, point, oracle) && isZeroAt(WIDEST, width, point, oracle)
        ? Stall.PLATEAU
        : null;
  }

  private static boolean isZeroAt(double wider, double width, Point point, Oracle oracle) {
    if (wider <= width) {
      return true;
    }
    forward(point, oracle, wider);
    return isZero(point.gradient());
  }

  static boolean isZero(double[] gradient) {
    for (double component : gradient) {
      if (component != 0) {
        return false;
      }
    }
    return true;
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
