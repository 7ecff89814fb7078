package org.multidescent.report;

import org.multidescent.util.Require;

/**
 * How much of the landscape a search has seen, estimated from how often its descents met an optimum
 * again: Boender and Rinnooy Kan, "Bayesian stopping rules for multistart global optimization
 * methods", Mathematical Programming 37 (1987).
 *
 * <p>The estimates suppose that descents begin at independent, uniformly distributed starts, and
 * that nothing is known beforehand of the number of optima and the sizes of their regions of
 * attraction. Descents from perturbations gather around optima already known, so they are not to be
 * counted here.
 *
 * @param stalls the descents from starts that ended at an optimum, n
 * @param distinct the distinct optima they ended at, w; at most {@code stalls}
 */
public record Completeness(long stalls, long distinct) {

  /**
   * Creates the estimates.
   *
   * @param stalls as above
   * @param distinct as above
   * @throws IllegalArgumentException if a number is negative, there are more optima than stalls, or
   *     stalls but no optimum
   */
  public Completeness {
    Require.atLeast("stalls", stalls, 0);
    if (distinct < Math.min(stalls, 1) || distinct > stalls) {
      throw new IllegalArgumentException(
          "distinct: %d (expected: from %d to stalls = %d)"
              .formatted(distinct, Math.min(stalls, 1), stalls));
    }
  }

  /**
   * Returns the posterior expectation of the number of optima, {@code w (n - 1) / (n - w - 2)}.
   *
   * @return the estimate, {@code distinct} or more; infinite while {@code stalls <= distinct + 2},
   *     NaN before the first stall
   */
  public double optima() {
    double n = stalls;
    double w = distinct;
    if (stalls == 0) {
      return Double.NaN;
    }
    return n - w > 2 ? w * (n - 1) / (n - w - 2) : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the posterior expectation of the share of the box that lies in regions of attraction of
   * optima not yet found, {@code w (w + 1) / (n (n - 1))}.
   *
   * @return the estimate, from 0 to 1; 1 while {@code stalls <= distinct + 1}, where the formula
   *     gives 1 or more; NaN before the first stall
   */
  public double uncovered() {
    double n = stalls;
    double w = distinct;
    if (stalls == 0) {
      return Double.NaN;
    }
    return n - w > 1 ? w * (w + 1) / (n * (n - 1)) : 1;
  }
}
