package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;
import org.multidescent.util.Require;

/**
 * A box: a lower and an upper bound for each coordinate. Bounds may be infinite, and equal bounds
 * fix a coordinate. Immutable.
 */
public final class Box {

  private final double[] lower;
  private final double[] upper;

  private Box(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * Returns the box with these bounds.
   *
   * @param lower the lower bounds, one a coordinate
   * @param upper the upper bounds, as many, none below its lower bound
   * @return the box
   * @throws IllegalArgumentException if there is no coordinate, the lengths differ, a bound is NaN,
   *     or a lower bound is above its upper one
   */
  public static Box of(double[] lower, double[] upper) {
    Objects.requireNonNull(lower, "lower: null (expected: one bound a coordinate)");
    Objects.requireNonNull(upper, "upper: null (expected: one bound a coordinate)");
    if (lower.length == 0) {
      throw new IllegalArgumentException("lower: no bounds (expected: one or more coordinates)");
    }
    if (lower.length != upper.length) {
      throw new IllegalArgumentException(
          "upper: " + upper.length + " bounds (expected: " + lower.length + ", as many as lower)");
    }
    for (int i = 0; i < lower.length; i++) {
      requireBound("lower", i, lower[i], Double.POSITIVE_INFINITY);
      requireBound("upper", i, upper[i], Double.NEGATIVE_INFINITY);
      if (lower[i] > upper[i]) {
        throw new IllegalArgumentException(
            "lower[%d]: %s (expected: at most upper[%d] = %s)".formatted(i, lower[i], i, upper[i]));
      }
    }
    return new Box(lower.clone(), upper.clone());
  }

  /**
   * Returns a box with the same bounds on every coordinate.
   *
   * @param lower the lower bound of each coordinate
   * @param upper the upper bound of each coordinate
   * @param dimension the number of coordinates, 1 or more
   * @return the box
   * @throws IllegalArgumentException if the dimension is below 1, or as for {@link #of}
   */
  public static Box cube(double lower, double upper, int dimension) {
    Require.atLeast("dimension", dimension, 1);
    double[] low = new double[dimension];
    double[] high = new double[dimension];
    Arrays.fill(low, lower);
    Arrays.fill(high, upper);
    return of(low, high);
  }

  /**
   * Returns the number of coordinates.
   *
   * @return the dimension, 1 or more
   */
  public int dimension() {
    return lower.length;
  }

  /**
   * Returns a lower bound.
   *
   * @param coordinate the coordinate, from 0
   * @return its lower bound, perhaps {@code -Infinity}
   */
  public double lower(int coordinate) {
    return lower[coordinate];
  }

  /**
   * Returns an upper bound.
   *
   * @param coordinate the coordinate, from 0
   * @return its upper bound, perhaps {@code Infinity}
   */
  public double upper(int coordinate) {
    return upper[coordinate];
  }

  /**
   * Returns the distance between the bounds of a coordinate.
   *
   * @param coordinate the coordinate, from 0
   * @return its upper less its lower bound, 0 if it is fixed
   */
  public double width(int coordinate) {
    return upper[coordinate] - lower[coordinate];
  }

  /**
   * Tells whether a position lies in the box, its boundary included.
   *
   * @param x a position
   * @return whether each coordinate of {@code x} lies within its bounds; false for another length
   */
  public boolean contains(double[] x) {
    if (x.length != lower.length) {
      return false;
    }
    for (int i = 0; i < x.length; i++) {
      if (!(x[i] >= lower[i] && x[i] <= upper[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether every bound is finite.
   *
   * @return whether the box has a finite volume
   */
  public boolean isFinite() {
    for (int i = 0; i < lower.length; i++) {
      if (Double.isInfinite(lower[i]) || Double.isInfinite(upper[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether another box lies inside this one.
   *
   * @param other a box
   * @return whether it has the same dimension and none of its bounds lies outside this box
   */
  public boolean contains(Box other) {
    return contains(other.lower) && contains(other.upper);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box
        && Arrays.equals(lower, box.lower)
        && Arrays.equals(upper, box.upper);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
  }

  @Override
  public String toString() {
    return "Box[" + Arrays.toString(lower) + " .. " + Arrays.toString(upper) + "]";
  }

  private static void requireBound(String name, int index, double bound, double forbidden) {
    if (Double.isNaN(bound) || bound == forbidden) {
      throw new IllegalArgumentException(
          "%s[%d]: %s (expected: a number%s)"
              .formatted(name, index, bound, forbidden > 0 ? " or -Infinity" : " or Infinity"));
    }
  }
}
