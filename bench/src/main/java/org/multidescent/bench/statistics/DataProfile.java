package org.multidescent.bench.statistics;

import java.util.Arrays;

/**
 * Data profiles of J. J. Moré and S. M. Wild, "Benchmarking Derivative-Free Optimization
 * Algorithms", SIAM J. Optim. 20 (2009): the share of problems solved over the budget in simplex
 * gradients, of which a problem in {@code D} dimensions gets one for {@code D + 1} evaluations.
 */
public final class DataProfile {

  private DataProfile() {}

  /**
   * Returns one solver's profile.
   *
   * @param evaluations to the target, one entry a problem; infinite where the solver failed
   * @param dimensions of the problems, 1 or more
   * @return the distribution of running times in simplex gradients
   * @throws IllegalArgumentException if the lengths differ or there is no problem
   */
  public static Ecdf of(double[] evaluations, int[] dimensions) {
    if (evaluations.length != dimensions.length) {
      throw new IllegalArgumentException(
          "dimensions: %d entries (expected: %d, as many as evaluations)"
              .formatted(dimensions.length, evaluations.length));
    }
    double[] simplexGradients = new double[evaluations.length];
    Arrays.setAll(simplexGradients, p -> evaluations[p] / (dimensions[p] + 1));
    return Ecdf.of(simplexGradients);
  }

  /**
   * Returns the value at which a problem counts as solved: all but {@code tolerance} of the way
   * from the first value down to the least.
   *
   * @param first the value at the common start
   * @param least the least value known, or that any of the solvers found
   * @param tolerance the share of the decrease that may be missing, 0 to 1
   * @return the target
   * @throws IllegalArgumentException if the tolerance is out of its range
   */
  public static double target(double first, double least, double tolerance) {
    if (!(tolerance >= 0 && tolerance <= 1)) {
      throw new IllegalArgumentException("tolerance: " + tolerance + " (expected: 0 to 1)");
    }
    return least + tolerance * (first - least);
  }
}
