package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Coordinates;

/**
 * The path of a step: a ray from a point along {@link #direction}, projected onto the bounds; and
 * the searches along it. Belongs to an oracle; holds scratch and the outcome of the last search.
 */
final class ProjectedLineSearch {

  static final double ARMIJO = 1e-4;

  /** A slope that is still steeper than this share of the first calls for a longer step. */
  private static final double CURVATURE = 0.9;

  /** How many lengths are tried where nothing is known of the right one. */
  static final int TRIALS = 40;

  /** A parabola through the first trial that promises more than this is worth another trial. */
  private static final double GROWTH = 1.5;

  /** What a linear function's change differs at most, relatively, from what its slope foretells. */
  private static final double LINEAR = 1e-6;

  /** So many trials with the very value of the point are enough, where more was promised. */
  private static final int EQUAL_VALUES = 3;

  /** What a trial has to promise for that, in units in the last place of the value. */
  private static final double PROMISING = 1e6;

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
  private boolean level;
  private double[] slopes = new double[0];
  private double[] spareSlopes = slopes;
  private boolean hasGradient;

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

  /**
   * Whether the last search gave up as the function is as a floor: one value all along the path.
   */
  boolean isLevel() {
    return level;
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
   * parabola has its minimum, if that is worth an evaluation, or to the end of the path, if the
   * function looks linear.
   *
   * @param first the first length tried
   * @param trials how many lengths are tried
   * @return whether {@link #target} is lower
   */
  boolean search(Point point, double first, int trials) {
    level = false;
    if (seesGradients(point)) {
      return searchWithGradients(point, first, trials);
    }
    hasGradient = false;
    double least = point.leastGain();
    int equal = 0;
    double next = first;
    for (int k = 0; k < trials; k++) {
      double expected = move(point, next, target);
      if (!(expected < 0) || (k > 0 && -expected < least)) {
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
      equal += rise == 0 && -expected > PROMISING * Math.ulp(there) ? 1 : 0;
      if (equal == EQUAL_VALUES) {
        level = true;
        return false;
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
    double last = isLinear(point) ? toLastBound(point) : Double.POSITIVE_INFINITY;
    if (Double.isFinite(last) && improves(point, last / length)) {
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

  private boolean isLinear(Point point) {
    return Math.abs(value - point.value() - gain) <= LINEAR * -gain;
  }

  /**
   * The length at which the path has come to a bound in all coordinates; infinite if one has none.
   */
  private double toLastBound(Point point) {
    double last = 0;
    for (int i = 0; i < direction.length; i++) {
      if (direction[i] != 0) {
        double bound = direction[i] > 0 ? coordinates.upper(i) : coordinates.lower(i);
        last = Math.max(last, (bound - point.position()[i]) / direction[i]);
      }
    }
    return last;
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
      value = evaluate(point);
      if (Double.isFinite(value)) {
        return true;
      }
      length *= 0.25;
    }
    return false;
  }

  /** Tells whether a trial's gradient comes with its value, and is the one the descent follows. */
  boolean seesGradients(Point point) {
    boolean sees = oracle.isFused() && point.stage().differences == null;
    if (sees && slopes.length == 0) {
      slopes = new double[target.length];
      spareSlopes = new double[target.length];
    }
    return sees;
  }

  /** Evaluates the target, with its gradient if that comes with it. */
  private double evaluate(Point point) {
    hasGradient = seesGradients(point);
    return hasGradient ? oracle.valueAndGradient(target, slopes) : oracle.value(target);
  }

  /** Gives a point that has moved to the target the gradient there, if it is known. */
  void passGradient(Point point) {
    if (hasGradient) {
      Coordinates.copy(slopes, 0, point.gradient(), 0, slopes.length);
      point.gradientKnown(true);
    }
  }

  /**
   * Searches for a sufficient decrease and a slope that has become less steep (Armijo; Wolfe 1969):
   * lengthens the step while the slope is nearly as steep as at the point, shortens it where it is
   * not low enough. Each trial is one evaluation with gradient.
   */
  private boolean searchWithGradients(Point point, double first, int trials) {
    double slope = slope(point.gradient(), point.position());
    double reached = 0;
    double reachedValue = point.value();
    double reachedSlope = slope;
    double beyond = Double.POSITIVE_INFINITY;
    double next = first;
    double least = point.leastGain();
    hasGradient = false;
    for (int k = 0; k < trials; k++) {
      double expected = move(point, next, spare);
      if (!(expected < 0) || (k > 0 && -expected < least)) {
        return hasGradient;
      }
      double there = oracle.valueAndGradient(spare, spareSlopes);
      double rise = there - point.value();
      if (rise < 0
          && rise <= ARMIJO * expected
          && there < (hasGradient ? value : Double.POSITIVE_INFINITY)) {
        keep(next, there, expected);
        double steepness = slope(slopes, target);
        if (steepness >= CURVATURE * slope || k >= GROWTHS) {
          return true;
        }
        double growth = cubic(reached, reachedValue, reachedSlope, next, there, steepness);
        reached = next;
        reachedValue = there;
        reachedSlope = steepness;
        if (beyond < Double.POSITIVE_INFINITY) {
          return true;
        }
        next = growth > next ? Math.min(growth, LARGEST_GROWTH * next) : LARGEST_GROWTH * next;
      } else if (hasGradient) {
        return true;
      } else {
        beyond = next;
        double shorter = -expected / (2 * (rise - expected));
        next *= shorter > 0.1 ? Math.min(shorter, 0.5) : 0.1;
      }
    }
    return hasGradient;
  }

  private void keep(double reached, double there, double expected) {
    double[] last = target;
    target = spare;
    spare = last;
    last = slopes;
    slopes = spareSlopes;
    spareSlopes = last;
    value = there;
    length = reached;
    gain = expected;
    hasGradient = true;
  }

  /** The slope along the direction, in the coordinates in which the path has not ended. */
  private double slope(double[] gradient, double[] position) {
    double slope = 0;
    for (int i = 0; i < direction.length; i++) {
      double ahead = direction[i];
      boolean ends =
          ahead > 0 ? position[i] >= coordinates.upper(i) : position[i] <= coordinates.lower(i);
      slope += ends ? 0 : gradient[i] * ahead;
    }
    return slope;
  }

  /** Where the cubic through two lengths with their values and slopes is lowest; NaN: nowhere. */
  private static double cubic(
      double a, double valueA, double slopeA, double b, double valueB, double slopeB) {
    double d = slopeA + slopeB - 3 * (valueB - valueA) / (b - a);
    double root = Math.sqrt(d * d - slopeA * slopeB);
    return b - (b - a) * (slopeB + root - d) / (slopeB - slopeA + 2 * root);
  }

  /** Returns what the gradient says the whole of the direction is worth, above 0. */
  double promise(Point point) {
    return -move(point, 1, target);
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
