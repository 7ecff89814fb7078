package org.multidescent.report;

import java.util.Objects;
import org.multidescent.util.Require;

/**
 * How the descent to an optimum went: what it cost, what it knew of others, and how it ended. With
 * its {@link Origin} and the search's settings and seed this is all it takes to run it again alone.
 *
 * @param evaluations the evaluations it made, the value where it began not counted
 * @param best the lowest value the search knew when it began; {@code Infinity} before the first
 * @param refined whether it went on from a rough stall because it might have become the best
 * @param end how it ended
 */
public record DescentSummary(long evaluations, double best, boolean refined, DescentEnd end) {

  /**
   * Creates the summary.
   *
   * @param evaluations as above
   * @param best as above
   * @param refined as above
   * @param end as above
   * @throws IllegalArgumentException if the calls are negative
   */
  public DescentSummary {
    Require.atLeast("evaluations", evaluations, 0);
    Objects.requireNonNull(end, "end: null (expected: how the descent ended)");
  }

  /**
   * Returns the summary of the same descent with another end.
   *
   * @param other how it ended
   * @return the summary
   */
  public DescentSummary endedBy(DescentEnd other) {
    return new DescentSummary(evaluations, best, refined, other);
  }
}
