package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * How a gradient is taken from values of the objective alone. An immutable value, shared by all
 * threads; what it remembers of a descent it keeps in the point.
 */
public interface Differences {

  /**
   * Returns how much a point must remember.
   *
   * @param dimension the number of coordinates
   * @return the length of {@link Point#widths()}
   */
  int memory(int dimension);

  /**
   * Computes the gradient at the point's position into {@link Point#gradient()}, without leaving
   * the bounds.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return null, or {@link Stall#PLATEAU} if no direction leads down at any width, or {@link
   *     Stall#GRADIENT} if it is zero at a minimum
   */
  @Nullable Stall gradient(Point point, Oracle oracle);

  /**
   * Makes later gradients of a descent more exact, after a line search found no lower value along
   * the last one.
   *
   * @param point the point, owned by the caller
   * @param oracle the caller's oracle
   * @return whether they will be; false if the last one was as exact as it gets
   */
  default boolean refine(Point point, Oracle oracle) {
    return false;
  }

  /**
   * Says where the gradient at another position would look, if it takes one neighbour a coordinate.
   *
   * @param point a point of the descent, owned by the caller
   * @param target the other position
   * @param oracle evaluates nothing here
   * @param there receives for each coordinate the value that replaces it; the same value: none
   * @return whether {@link #gradientFrom} makes the gradient of the values there
   */
  default boolean foresee(Point point, double[] target, Oracle oracle, double[] there) {
    return false;
  }

  /**
   * Makes the gradient at the point's position of values where {@link #foresee} told to look,
   * before the point went there.
   *
   * @param point the point, owned by the caller
   * @param oracle evaluates nothing here
   * @param there where the neighbours lie
   * @param ahead their values
   * @return whether there is a gradient; false if it is to be computed anew
   */
  default boolean gradientFrom(Point point, Oracle oracle, double[] there, double[] ahead) {
    return false;
  }

  /**
   * Returns the default: widths that follow the noise and the curvature of the objective.
   *
   * @return the differences
   */
  static Differences adaptive() {
    return new AdaptiveDifferences();
  }

  /**
   * Returns forward differences.
   *
   * @param width their width as a fraction of the box, above 0 and at most 1
   * @return the differences
   * @throws IllegalArgumentException if {@code width} is out of range
   */
  static Differences forward(double width) {
    return new FixedDifferences(width, false);
  }

  /**
   * Returns central differences.
   *
   * @param width their width as a fraction of the box, above 0 and at most 1
   * @return the differences
   * @throws IllegalArgumentException if {@code width} is out of range
   */
  static Differences central(double width) {
    return new FixedDifferences(width, true);
  }

  /**
   * Returns the article's differences: forward, widened tenfold as long as every component is zero,
   * up to a width of 1000; then the gradient is zero.
   *
   * @param delta the first width, in working coordinates, above 0
   * @return the differences
   * @throws IllegalArgumentException if {@code delta} is not a positive number
   */
  static Differences article(double delta) {
    return new ArticleDifferences(delta);
  }
}
