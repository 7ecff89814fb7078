package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/** The path of a step: a ray from the point, projected onto the walls; and the search along it. */
final class ProjectedPath {

  private static final double ARMIJO = 1e-4;
  private static final int TRIALS = 40;

  private ProjectedPath() {}

  /**
   * Marks the free coordinates in {@link Oracle#free()}: those the gradient does not press against
   * a wall.
   *
   * @return whether the gradient differs from zero in one of them
   */
  static boolean free(Point point, Oracle oracle) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] free = oracle.free();
    Scaling scaling = oracle.scaling();
    boolean downhill = false;
    for (int i = 0; i < free.length; i++) {
      double slope = gradient[i];
      boolean held =
          slope > 0
              ? position[i] <= scaling.lower(i)
              : position[i] >= scaling.upper(i) || scaling.lower(i) == scaling.upper(i);
      free[i] = held ? 0 : 1;
      downhill |= !held && slope != 0;
    }
    return downhill;
  }

  /** Returns the longest component of a direction, as a fraction of the box. */
  static double longest(double[] direction, Oracle oracle) {
    double longest = 0;
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] != 0) {
        longest = Math.max(longest, Math.abs(direction[i]) / oracle.scaling().extent(i));
      }
    }
    return longest;
  }

  /**
   * Searches along {@link Oracle#direction()} for a sufficient decrease (Armijo), shortening the
   * step by safeguarded quadratic interpolation.
   *
   * @param length the first length tried
   * @return the value at {@link Oracle#trial()}, or NaN if none was low enough
   */
  static double search(Point point, Oracle oracle, double length) {
    double[] trial = oracle.trial();
    double noise = Math.ulp(point.value());
    for (int k = 0; k < TRIALS; k++) {
      double gain = move(point, oracle, length, trial);
      if (!(gain < 0) || (k > 0 && -gain < noise)) {
        return Double.NaN;
      }
      double value = oracle.value(trial);
      double rise = value - point.value();
      if (rise <= ARMIJO * gain && rise < 0 && Double.isFinite(value)) {
        return value;
      }
      double shorter = -gain / (2 * (rise - gain));
      length *= shorter > 0.1 ? Math.min(shorter, 0.5) : 0.1;
    }
    return Double.NaN;
  }

  /** Computes the gradient, and returns why no step can be taken, if none can. */
  static @Nullable Stall downhill(Point point, Oracle oracle) {
    if (!Double.isFinite(point.value())) {
      return Stall.BROKEN;
    }
    Stall stall = oracle.gradient(point);
    return stall != null || free(point, oracle) ? stall : Stall.FLAT;
  }

  /**
   * Moves the whole of {@link Oracle#direction()}, or less where the objective is not finite.
   *
   * @return the value at {@link Oracle#trial()}, or NaN if it is nowhere finite
   */
  static double finite(Point point, Oracle oracle) {
    double[] trial = oracle.trial();
    double length = 1;
    for (int k = 0; k < TRIALS; k++) {
      move(point, oracle, length, trial);
      double value = oracle.value(trial);
      if (Double.isFinite(value)) {
        return value;
      }
      length *= 0.25;
    }
    return Double.NaN;
  }

  /** Computes the target of a length, and returns what the gradient says the move is worth. */
  private static double move(Point point, Oracle oracle, double length, double[] target) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] direction = oracle.direction();
    double gain = 0;
    for (int i = 0; i < target.length; i++) {
      target[i] = oracle.clamp(i, position[i] + length * direction[i]);
      gain += gradient[i] * (target[i] - position[i]);
    }
    return gain;
  }
}
