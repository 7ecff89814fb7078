package org.multidescent.report;

import java.time.Duration;

/**
 * How far a search has come: a snapshot of its counters, each exact when it was read.
 *
 * @param best the lowest value so far; {@code Infinity} before the first
 * @param evaluations calls of the objective made so far, finite differences included
 * @param gradients calls of the analytic gradient made so far
 * @param steps steps completed so far
 * @param starts starts drawn so far, the initial ones included
 * @param hops hops begun so far
 * @param stalls points that have stalled so far
 * @param optima distinct local optima known so far
 * @param live points waiting in the frontier or in a worker's hand
 * @param hanging calls under way that have lasted longer than the limit; 0 without one
 * @param elapsed time since the search began
 */
public record Progress(
    double best,
    long evaluations,
    long gradients,
    long steps,
    long starts,
    long hops,
    long stalls,
    int optima,
    long live,
    int hanging,
    Duration elapsed) {

  /**
   * Returns the calls of the objective and its gradient together.
   *
   * @return what a budget of evaluations counts
   */
  public long calls() {
    return evaluations + gradients;
  }

  /**
   * Returns the mean rate so far.
   *
   * @return calls per second; 0 if no time has passed
   */
  public double callsPerSecond() {
    return elapsed.isZero() ? 0 : calls() * 1e9 / elapsed.toNanos();
  }

  /**
   * Returns one line for a person.
   *
   * @return best value, calls, rate, steps, stalls, optima and live points
   */
  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "best %.6g  calls %,d (%,.0f/s)  steps %,d  stalls %,d  optima %,d  live %,d  %.1f s",
        best,
        calls(),
        callsPerSecond(),
        steps,
        stalls,
        optima,
        live,
        elapsed.toNanos() / 1e9);
  }
}
