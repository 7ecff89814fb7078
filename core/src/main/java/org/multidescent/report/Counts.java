package org.multidescent.report;

/**
 * What a search, or a part of it, has done.
 *
 * @param valueEvaluations evaluations of the objective, finite differences included
 * @param gradientEvaluations evaluations of the analytic gradient
 * @param steps steps completed
 * @param starts starts drawn, the initial ones included
 * @param perturbations perturbations whose candidates were drawn
 * @param stalls points that have stalled, starts without a value among them
 */
public record Counts(
    long valueEvaluations,
    long gradientEvaluations,
    long steps,
    long starts,
    long perturbations,
    long stalls) {

  /** Nothing. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  /**
   * Returns evaluations and the steps they were made for, and nothing else.
   *
   * @param values evaluations of the objective, fewer than 0 where they are to be taken off
   * @param gradients evaluations of the gradient
   * @param steps completed steps
   * @return the counts
   */
  public static Counts of(long values, long gradients, long steps) {
    return new Counts(values, gradients, steps, 0, 0, 0);
  }

  /**
   * Returns the evaluations of both kinds.
   *
   * @return what a budget of evaluations counts
   */
  public long evaluations() {
    return valueEvaluations + gradientEvaluations;
  }

  /**
   * Returns the points that have begun and not stalled.
   *
   * @return their number
   */
  public long live() {
    return starts + perturbations - stalls;
  }

  /**
   * Adds what was done elsewhere, or later.
   *
   * @param other what was done
   * @return the sum
   */
  public Counts plus(Counts other) {
    return new Counts(
        valueEvaluations + other.valueEvaluations,
        gradientEvaluations + other.gradientEvaluations,
        steps + other.steps,
        starts + other.starts,
        perturbations + other.perturbations,
        stalls + other.stalls);
  }

  /**
   * Takes off what was done before.
   *
   * @param other what was done
   * @return the difference
   */
  public Counts minus(Counts other) {
    return new Counts(
        valueEvaluations - other.valueEvaluations,
        gradientEvaluations - other.gradientEvaluations,
        steps - other.steps,
        starts - other.starts,
        perturbations - other.perturbations,
        stalls - other.stalls);
  }
}
