package org.multidescent.checkpoint;

/**
 * What a search, or a part of it, has done.
 *
 * @param valueEvaluations evaluations of the objective
 * @param gradientEvaluations evaluations of the analytic gradient
 * @param steps steps taken
 * @param starts starts evaluated
 * @param perturbations perturbations whose candidates were evaluated
 * @param stalls points that stalled, starts without a value among them
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
   * Returns the evaluations of both kinds.
   *
   * @return their number
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

  void write(Encoder out) {
    out.putLong(valueEvaluations);
    out.putLong(gradientEvaluations);
    out.putLong(steps);
    out.putLong(starts);
    out.putLong(perturbations);
    out.putLong(stalls);
  }

  static Counts read(Decoder in) {
    return new Counts(
        in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }
}
