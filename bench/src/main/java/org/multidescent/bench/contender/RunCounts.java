package org.multidescent.bench.contender;

/**
 * What a run took and met.
 *
 * @param valueEvaluations evaluations of the objective, finite differences included
 * @param gradientEvaluations evaluations of the analytic gradient
 * @param steps steps taken: iterations of a local method, generations of an evolution strategy
 * @param stalls descents that ended by themselves
 * @param optima distinct local optima they ended at
 */
public record RunCounts(
    long valueEvaluations, long gradientEvaluations, long steps, long stalls, int optima) {

  /**
   * Returns what the cap is on.
   *
   * @return evaluations of the objective and of its gradient together
   */
  public long evaluations() {
    return valueEvaluations + gradientEvaluations;
  }
}
