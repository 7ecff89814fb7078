package org.multidescent.engine;

/**
 * What was done in a stretch of virtual time.
 *
 * @param evaluations calls of the objective
 * @param gradients calls of the analytic gradient
 * @param steps steps completed
 * @param hops hops whose candidates were evaluated
 * @param faults calls without a usable value
 */
record Sums(long evaluations, long gradients, long steps, long hops, long faults) {

  static final Sums NOTHING = new Sums(0, 0, 0, 0, 0);

  Sums plus(Sums other) {
    return new Sums(
        evaluations + other.evaluations,
        gradients + other.gradients,
        steps + other.steps,
        hops + other.hops,
        faults + other.faults);
  }
}
