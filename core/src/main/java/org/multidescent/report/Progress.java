package org.multidescent.report;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a search has come: a snapshot of its counters, each exact when it was read.
 *
 * @param best the lowest value so far; {@code Infinity} before the first
 * @param counts what has been done so far
 * @param optima distinct local optima known so far, whose descents were finished
 * @param timedOut evaluations under way that have lasted longer than the limit; 0 without one
 * @param elapsed time since the search began
 * @param rates how fast it goes
 * @param ending why it has ended; null while it goes on
 */
public record Progress(
    double best,
    Counts counts,
    int optima,
    int timedOut,
    Duration elapsed,
    Rates rates,
    @Nullable Ending ending) {

  /**
   * Returns the evaluations of the objective.
   *
   * @return their number, finite differences included
   */
  public long valueEvaluations() {
    return counts.valueEvaluations();
  }

  /**
   * Returns the evaluations of the analytic gradient.
   *
   * @return their number
   */
  public long gradientEvaluations() {
    return counts.gradientEvaluations();
  }

  /**
   * Returns the steps completed.
   *
   * @return their number
   */
  public long steps() {
    return counts.steps();
  }

  /**
   * Returns the starts drawn.
   *
   * @return their number, the initial ones included
   */
  public long starts() {
    return counts.starts();
  }

  /**
   * Returns the perturbations begun.
   *
   * @return their number
   */
  public long perturbations() {
    return counts.perturbations();
  }

  /**
   * Returns the points that have stalled.
   *
   * @return their number
   */
  public long stalls() {
    return counts.stalls();
  }

  /**
   * Returns the points waiting in the frontier or descending.
   *
   * @return their number
   */
  public long live() {
    return counts.live();
  }

  /**
   * Returns the evaluations of the objective and its gradient together.
   *
   * @return what a budget of evaluations counts
   */
  public long evaluations() {
    return counts.evaluations();
  }

  /**
   * Returns the mean rate so far.
   *
   * @return evaluations per second; 0 if no time has passed
   */
  public double evaluationsPerSecond() {
    return elapsed.isZero() ? 0 : evaluations() * 1e9 / elapsed.toNanos();
  }

  /**
   * Returns one line for a person.
   *
   * @return best value and its age, calls, mean and latest rate, steps, stalls, optima, live points
   *     and, where they were measured, the shares of time
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(160);
    add(line, "best %.6g", best);
    if (rates.sinceBest().toSeconds() > 0) {
      add(line, " (%,d s ago)", rates.sinceBest().toSeconds());
    }
    add(line, "  evaluations %,d (%,.0f/s", evaluations(), evaluationsPerSecond());
    if (!Double.isNaN(rates.evaluationsPerSecond())) {
      add(line, ", now %,.0f/s", rates.evaluationsPerSecond());
    }
    add(line, ")  steps %,d  stalls %,d  optima %,d  live %,d", steps(), stalls(), optima, live());
    add(line, "  %.1f s", elapsed.toNanos() / 1e9);
    if (rates.isMeasured()) {
      add(
          line,
          "  objective %.0f %%  frontier %.0f %%  idle %.0f %%",
          100 * rates.objective(),
          100 * rates.frontier(),
          100 * rates.idle());
    }
    return line.toString();
  }

  private static void add(StringBuilder line, String format, Object... values) {
    line.append(String.format(Locale.ROOT, format, values));
  }
}
