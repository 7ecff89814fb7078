package org.multidescent.report;

import java.time.Duration;

/**
 * How fast a search goes, and what its workers spend their time on.
 *
 * <p>The shares of time are estimated from samples while a probe or a listener of progress is
 * attached; else they are NaN. What is left to 1 is the descents' own arithmetic, drawing starts
 * and the catalogue. A worker without a point that evaluates neighbours for another one's gradient
 * is at the objective, not idle. In a reproducible search the frontier's share is that of ordering
 * its tasks, and a best value counts when it is found, before its turn in that order.
 *
 * @param evaluationsPerSecond evaluations of the objective and its gradient per second since the
 *     last snapshot, whichever thread took it; since the start in the first one
 * @param sinceBest time since the best value was found; zero before the first
 * @param objective share of all workers' time in the objective or its gradient, 0 to 1; NaN if not
 *     measured
 * @param frontier share of time in the frontier, 0 to 1; NaN if not measured
 * @param idle share of time without a point, 0 to 1; NaN if not measured
 */
public record Rates(
    double evaluationsPerSecond,
    Duration sinceBest,
    double objective,
    double frontier,
    double idle) {

  /** Nothing is known. */
  public static final Rates UNKNOWN =
      new Rates(Double.NaN, Duration.ZERO, Double.NaN, Double.NaN, Double.NaN);

  /**
   * Tells whether the shares of time are known.
   *
   * @return whether they have been measured
   */
  public boolean isMeasured() {
    return !Double.isNaN(objective);
  }
}
