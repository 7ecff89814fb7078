package org.multidescent.catalogue;

import org.multidescent.util.Require;

/**
 * When two stalls are at the same optimum: their positions are at most {@code distance} apart, in
 * working coordinates by Euclid's norm, and their values at most {@code difference}.
 *
 * @param distance 0 or more
 * @param difference 0 or more; infinite: positions alone decide
 * @param share of a value's magnitude: what another that is lower leaves out of account, 0 or more
 */
public record Tolerance(double distance, double difference, double share) {

  private static final double FINISHED = 1e-6;
  private static final double ULPS = 10_000;

  /**
   * Constraints hold within a tolerance, so that values may be lower than at the optimum itself.
   */
  private static final double CONSTRAINED = 1e-6;

  /**
   * Creates a tolerance.
   *
   * @param distance as above
   * @param difference as above
   * @throws IllegalArgumentException if one is negative or NaN, or the distance infinite
   */
  public Tolerance {
    Require.that(
        distance >= 0 && distance < Double.POSITIVE_INFINITY, "distance", distance, "0 or more");
    Require.that(difference >= 0, "difference", difference, "0 or more");
    Require.that(share >= 0, "share", share, "0 or more");
  }

  /**
   * Creates a tolerance that leaves nothing out of account.
   *
   * @param distance as above
   * @param difference as above
   * @throws IllegalArgumentException if one is negative or NaN, or the distance infinite
   */
  public Tolerance(double distance, double difference) {
    this(distance, difference, 0);
  }

  /**
   * Returns this tolerance for values of positions under constraints.
   *
   * @return the same, but for a millionth of a value's magnitude
   */
  public Tolerance underConstraints() {
    return new Tolerance(distance, difference, CONSTRAINED);
  }

  /**
   * Returns the default: 1e-3 sqrt(d) of the unit box, 1e-3 of a scale of values that does not
   * change during the search, such as that among its first starts.
   *
   * @param dimension the number of coordinates
   * @param valueScale the scale of values; anything but a positive number leaves values out of it
   * @return the tolerance
   */
  public static Tolerance standard(int dimension, double valueScale) {
    double difference = 1e-3 * valueScale;
    return new Tolerance(
        1e-3 * StrictMath.sqrt(dimension), difference > 0 ? difference : Double.POSITIVE_INFINITY);
  }

  /**
   * Tells whether a value is no higher than a lower one but for what a finished descent may leave:
   * a millionth of the difference that makes values another optimum's, the share that is left out
   * of account, and rounding.
   */
  public boolean isNegligible(double higher, double lower) {
    double scaled = Double.isInfinite(difference) ? 0 : FINISHED * difference;
    return higher - lower <= scaled + share * Math.abs(lower) + ULPS * Math.ulp(lower);
  }

  /** Tells whether two values are compatible; one that is not finite is so with none. */
  public boolean compatible(double a, double b) {
    return Math.abs(a - b) <= Math.min(difference, Double.MAX_VALUE);
  }

  /** Returns the square of the distance if it is within the tolerance, else infinity. */
  public double near(double[] a, double[] b) {
    double limit = distance * distance;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double gap = a[i] - b[i];
      sum += gap * gap;
      if (sum > limit) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum;
  }
}
