package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * The path of a step: a ray from a point along {@link #direction}, projected onto the bounds; and
 * the searches along it. Belongs to an oracle; holds scratch and the outcome of the last search.
 */
final class ProjectedLineSearch {

  static final double ARMIJO = 1e-4;

  /** How many lengths are tried where nothing is known of the right one. */
  static final int TRIALS = 40;

  /** A parabola through the first trial that promises more than this is worth another trial. */
  private static final double GROWTH = 1.5;

  private static final double LARGEST_GROWTH = 4;
  private static final int GROWTHS = 4;

  private final Oracle oracle;
  private final WorkingCoordinates coordinates;
  private final double[] direction;
  private final double[] free;
  private double[] target;
  private double[] spare;
  private double value;
  private double length;
  private double gain;

  ProjectedLineSearch(Oracle oracle) {
    int dimension = oracle.dimension();
    this.oracle = oracle;
    this.coordinates = oracle.coordinates();
    this.direction = new double[dimension];
    this.free = new double[dimension];
    this.target = new double[dimension];
    this.spare = new double[dimension];
  }

  /** The direction, to be filled before a search. */
  double[] direction() {
    return direction;
  }

  /** The mask of the last {@link #free}: 1 for a free coordinate, 0 for one that is held. */
  double[] mask() {
    return free;
  }

  /** Where the last search ended. */
  double[] target() {
    return target;
  }

  /** The value at {@link #target}. */
  double value() {
    return value;
  }

  /** What the direction was multiplied with to reach {@link #target}. */
  double length() {
    return length;
  }

  /** What the gradient says the move to {@link #target} is worth, below 0. */
  double gain() {
    return gain;
  }

  /** Computes the gradient, and returns why no step can be taken, if none can. */
  @Nullable Stall downhill(Point point) {
    if (!Double.isFinite(point.value())) {
      return Stall.NOT_FINITE;
    }
    Stall stall = oracle.gradient(point);
    return stall != null || free(point) ? stall : Stall.GRADIENT;
  }

  /**
   * Marks the free coordinates: those the gradient does not press against a bound.
   *
   * @return whether the gradient differs from zero in one of them
   */
  boolean free(Point point) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    boolean downhill = false;
    for (int i = 0; i < free.length; i++) {
      double slope = gradient[i];
      boolean held =
          slope > 0 ? position[i] <= coordinates.lower(i) : position[i] >= coordinates.upper(i);
      held |= coordinates.extent(i) == 0;
      free[i] = held ? 0 : 1;
      downhill |= !held && slope != 0;
    }
    return downhill;
  }

  /** Returns the longest component of the direction, as a fraction of the box. */
  double longest() {
    double longest = 0;
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] != 0) {
        double move = Math.abs(direction[i]) / coordinates.extent(i);
        longest = move > longest ? move : longest;
      }
    }
    return longest;
  }

  /**
   * Searches for a sufficient decrease (Armijo): shortens the step by safeguarded quadratic
   * interpolation until there is one; or, if the first trial was good, goes on to where the
   * parabola has its minimum, if that is worth an evaluation.
   *
   * @param first the first length tried
   * @param trials how many lengths are tried
   * @return whether {@link #target} is lower
   */
  boolean search(Point point, double first, int trials) {
    double next = first;
    for (int k = 0; k < trials; k++) {
      double expected = move(point, next, target);
      if (!(expected < 0) || (k > 0 && -expected < Math.ulp(point.value()))) {
        return false;
      }
      double there = oracle.value(target);
      double rise = there - point.value();
      if (rise < 0 && rise <= ARMIJO * expected && Double.isFinite(there)) {
        value = there;
        length = next;
        gain = expected;
        if (k == 0) {
          improve(point);
        }
        return true;
      }
      double shorter = -expected / (2 * (rise - expected));
      next *= shorter > 0.1 ? Math.min(shorter, 0.5) : 0.1;
    }
    return false;
  }

  private void improve(Point point) {
    double factor = minimum(point);
    if (factor < 1 / GROWTH) {
      improves(point, factor);
      return;
    }
    int growths = 0;
    while (factor > GROWTH
        && growths++ < GROWTHS
        && improves(point, Math.min(factor, LARGEST_GROWTH))) {
      factor = minimum(point);
    }
  }

  /** Where the parabola through value, slope and the value at the target is lowest; target = 1. */
  private double minimum(Point point) {
    double bend = 2 * (value - point.value() - gain);
    return bend > 0 ? -gain / bend : Double.POSITIVE_INFINITY;
  }

  private boolean improves(Point point, double factor) {
    double[] last = target;
    double next = length * factor;
    double expected = move(point, next, spare);
    if (Double.isNaN(expected)) {
      return false;
    }
    double there = oracle.value(spare);
    if (!(there < value) || !(expected < 0) || Double.isInfinite(there)) {
      return false;
    }
    target = spare;
    spare = last;
    value = there;
    length = next;
    gain = expected;
    return true;
  }

  /**
   * Moves the whole of the direction, or less where the objective is not finite; nowhere along a
   * direction that has overflowed.
   *
   * @return whether {@link #target} has a finite value
   */
  boolean reach(Point point) {
    length = 1;
    for (int k = 0; k < TRIALS; k++) {
      gain = move(point, length, target);
      if (Double.isNaN(gain)) {
        return false;
      }
      value = oracle.value(target);
      if (Double.isFinite(value)) {
        return true;
      }
      length *= 0.25;
    }
    return false;
  }

  /** Takes a target for where the search ended. */
  void accept(Point point, double accepted, double valueThere) {
    gain = move(point, accepted, target);
    length = accepted;
    value = valueThere;
  }

  /** Computes the target of a length, and returns what the gradient says the move is worth. */
  double move(Point point, double length, double[] target) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    double gain = 0;
    for (int i = 0; i < target.length; i++) {
      target[i] = coordinates.clamp(i, position[i] + length * direction[i]);
      gain += gradient[i] * (target[i] - position[i]);
    }
    return gain;
  }
}
