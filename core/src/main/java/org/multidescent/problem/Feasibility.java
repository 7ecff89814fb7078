package org.multidescent.problem;

/**
 * The order of positions under constraints, as one number: a feasible position before one that is
 * not, a lower value before a higher one, less violation before more (Deb 2000). A feasible
 * position's number is the objective's value; another's lies above 2^1000, about 1e301, and grows
 * with the violation. So results, progress and listeners of a search under constraints show a
 * violation as such a number.
 *
 * <p>Implementation note. The bits of positive numbers are in the order of the numbers. Those of
 * the violation, without the last seven, are added to those of 2^1000: that is monotone, leaves the
 * violation 13 digits, and stays so far below the largest number that a few of them can be added.
 */
public final class Feasibility {

  private static final double INFEASIBLE = 0x1p1000;
  private static final long BASE = Double.doubleToRawLongBits(INFEASIBLE);
  private static final int DROPPED = 7;

  private Feasibility() {}

  /**
   * Returns the number of a position.
   *
   * @param value the objective's value there; not used if the position is not feasible
   * @param violation 0 if it is feasible, see {@link Constraints#violation}
   * @return the number; NaN if the violation is NaN
   */
  public static double order(double value, double violation) {
    if (violation == 0 || Double.isNaN(violation)) {
      return violation == 0 ? value : violation;
    }
    long bits = Double.doubleToRawLongBits(Math.min(violation, Double.MAX_VALUE));
    return Double.longBitsToDouble(BASE + (bits >>> DROPPED));
  }

  /**
   * Tells whether a number is that of a feasible position.
   *
   * @param order a position's number
   * @return whether it is the objective's value
   */
  public static boolean isFeasible(double order) {
    return order < INFEASIBLE;
  }

  /**
   * Returns the violation at a position.
   *
   * @param order the position's number
   * @return 0 if the position is feasible; {@code Infinity} for {@code Infinity}, the number before
   *     the first value
   */
  public static double violation(double order) {
    if (isFeasible(order) || Double.isInfinite(order)) {
      return isFeasible(order) ? 0 : order;
    }
    return Double.longBitsToDouble((Double.doubleToRawLongBits(order) - BASE) << DROPPED);
  }
}
