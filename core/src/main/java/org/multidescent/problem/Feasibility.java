package org.multidescent.problem;

/**
 * The order of positions under constraints, as one number: a feasible position before one that is
 * not, a lower value before a higher one, less violation before more (Deb 2000). A feasible
 * position's number is the objective's value; another's is its violation times 2^650, more than any
 * value that counts. So results, progress and listeners of a search under constraints show a
 * violation as a number above 1e160.
 */
public final class Feasibility {

  private static final double UNIT = 0x1p650;
  private static final double LEAST_VIOLATION = 0x1p-100;
  private static final double LARGEST_VIOLATION = 0x1p350;

  /** The least number of a position that is not feasible. */
  private static final double INFEASIBLE = UNIT * LEAST_VIOLATION;

  private Feasibility() {}

  /**
   * Returns the number of a position.
   *
   * @param value the objective's value there; not used if the position is not feasible
   * @param violation 0 if it is feasible, see {@link Constraints#violation}
   * @return the number; NaN if the violation is NaN
   */
  public static double order(double value, double violation) {
    if (violation == 0) {
      return value;
    }
    return UNIT * Math.min(Math.max(violation, LEAST_VIOLATION), LARGEST_VIOLATION);
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
   * @return 0 if the position is feasible
   */
  public static double violation(double order) {
    return isFeasible(order) ? 0 : order / UNIT;
  }
}
