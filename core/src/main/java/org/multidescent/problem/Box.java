package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/**
 * A box: a lower and an upper bound for each coordinate. Bounds may be infinite, and equal bounds
 * fix a coordinate. Immutable.
 */
public final class Box {

  private final double[] lower;
  private final double[] upper;
  private final @Nullable Parameters parameters;

  private Box(double[] lower, double[] upper, @Nullable Parameters parameters) {
    this.lower = lower;
    this.upper = upper;
    this.parameters = parameters;
  }

  /** The box of parameters, which knows their scales. */
  static Box of(Parameters parameters) {
    double[] low = parameters.list().stream().mapToDouble(Parameter::lower).toArray();
    double[] high = parameters.list().stream().mapToDouble(Parameter::upper).toArray();
    Box plain = of(low, high);
    return new Box(plain.lower, plain.upper, parameters);
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
    return new Box(lower.clone(), upper.clone(), null);
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
   * Returns the parameters whose bounds these are.
   *
   * @return the parameters; null if the box was made of bounds alone
   * @see Parameters#box
   */
  public @Nullable Parameters parameters() {
    return parameters;
  }

  /**
   * Writes a position as a text.
   *
   * @param x a position
   * @return names and values if the box is that of {@link Parameters}, else the coordinates
   */
  public String describe(double[] x) {
    return parameters == null ? Arrays.toString(x) : parameters.describe(x);
  }

  /**
   * Returns the parameter of a coordinate that is not linear.
   *
   * @param coordinate the coordinate, from 0
   * @return the parameter; null if the coordinate is linear or fixed
   */
  private @Nullable Parameter scaled(int coordinate) {
    if (parameters == null || lower[coordinate] == upper[coordinate]) {
      return null;
    }
    Parameter parameter = parameters.list().get(coordinate);
    return parameter.scale() == Scale.LINEAR ? null : parameter;
  }

  /**
   * Returns how a coordinate's values lie between its bounds.
   *
   * @param coordinate the coordinate, from 0
   * @return its scale; {@link Scale#LINEAR} if nothing else was said, or it is fixed
   */
  public Scale scale(int coordinate) {
    Parameter parameter = scaled(coordinate);
    return parameter == null ? Scale.LINEAR : parameter.scale();
  }

  /**
   * Returns the value at a fraction of the way from a coordinate's lower to its upper bound, on its
   * scale.
   *
   * @param coordinate the coordinate, from 0
   * @param fraction 0 to 1 inside the box; others go on beyond
   * @return the value; of a finite box
   */
  public double at(int coordinate, double fraction) {
    Parameter parameter = scaled(coordinate);
    double low = lower[coordinate];
    double high = upper[coordinate];
    if (parameter == null) {
      return Scale.LINEAR.at(low, high, 0, fraction);
    }
    return fraction == 1 && parameter.scale() != Scale.PERIODIC
        ? high
        : parameter.scale().at(low, high, parameter.offset(), fraction);
  }

  /**
   * Returns which fraction of the way from a coordinate's lower to its upper bound a value is, on
   * its scale.
   *
   * @param coordinate the coordinate, from 0; not fixed
   * @param value the value
   * @return 0 to 1 inside the box; the middle of its part for a whole number
   */
  public double fraction(int coordinate, double value) {
    Parameter parameter = scaled(coordinate);
    double offset = parameter == null ? 0 : parameter.offset();
    return scale(coordinate).fraction(lower[coordinate], upper[coordinate], offset, value);
  }

  /**
   * Returns how fast a coordinate's value changes with the fraction of the way.
   *
   * @param coordinate the coordinate, from 0
   * @param value where
   * @return the derivative of {@link #at}, 0 for whole numbers
   */
  public double slope(int coordinate, double value) {
    Parameter parameter = scaled(coordinate);
    double offset = parameter == null ? 0 : parameter.offset();
    return scale(coordinate).slope(lower[coordinate], upper[coordinate], offset, value);
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
        && Arrays.equals(upper, box.upper)
        && Objects.equals(parameters, box.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
  }

  @Override
  public String toString() {
    if (parameters != null) {
      return "Box" + parameters;
    }
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
