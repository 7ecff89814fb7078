package org.multidescent.report;

import java.util.List;
import java.util.Objects;
import org.multidescent.problem.Box;

/**
 * A distinct position at which descents ended.
 *
 * <p>The position of the lowest value is one even if no descent ended there, such as where the
 * search ended in the middle of a descent: its {@link #end} is then {@link DescentEnd#UNDER_WAY}.
 *
 * @param id its number in the search, 0 or more, in the order of first sight; -1 if no descent has
 *     ended there
 * @param position the position of the best hit
 * @param estimate what is known of the objective's value there, the lowest among the hits; finite
 * @param highest the highest value among the hits: how far they spread
 * @param hits how many descents stalled here, 0 or more
 * @param firstSeen the evaluations made when the first of them stalled; all, if none did
 * @param origin where the descent of the best hit began
 * @param descent how that descent went, and ended
 * @param starts the lowest indices of the starts whose descents stalled here, ascending; at most
 *     {@value #STARTS}, none if all came from perturbations
 */
public record Optimum(
    long id,
    Position position,
    Estimate estimate,
    double highest,
    long hits,
    long firstSeen,
    Origin origin,
    DescentSummary descent,
    List<Long> starts) {

  /** How many indices of starts an optimum keeps. */
  public static final int STARTS = 16;

  /**
   * Creates an optimum.
   *
   * @param id as above
   * @param position as above
   * @param estimate as above
   * @param highest as above
   * @param hits as above
   * @param firstSeen as above
   * @param origin as above
   * @param descent as above
   * @param starts as above
   */
  public Optimum {
    Objects.requireNonNull(position, "position: null (expected: where descents ended)");
    starts = List.copyOf(starts);
    Objects.requireNonNull(origin, "origin: null (expected: where the descent began)");
    Objects.requireNonNull(descent, "descent: null (expected: how the descent went)");
  }

  /**
   * Creates an optimum whose coordinates have no names.
   *
   * @param id as above
   * @param x the position of the best hit, in the problem's coordinates; copied
   * @param estimate as above
   * @param highest as above
   * @param hits as above
   * @param firstSeen as above
   * @param origin as above
   * @param descent as above
   * @param starts as above
   */
  public Optimum(
      long id,
      double[] x,
      Estimate estimate,
      double highest,
      long hits,
      long firstSeen,
      Origin origin,
      DescentSummary descent,
      List<Long> starts) {
    this(id, new Position(x, null), estimate, highest, hits, firstSeen, origin, descent, starts);
  }

  /**
   * Returns the objective's value at the position.
   *
   * @return the value; of a noisy objective, the mean of {@link #estimate}
   */
  public double value() {
    return estimate.mean();
  }

  /**
   * Returns this optimum with another estimate of its value.
   *
   * @param other the estimate
   * @return an optimum that is else the same
   */
  public Optimum with(Estimate other) {
    return new Optimum(id, position, other, highest, hits, firstSeen, origin, descent, starts);
  }

  /**
   * Returns this optimum as one in a problem's box.
   *
   * @param box the bounds, which may know the names of its parameters
   * @return an optimum that is else the same
   */
  public Optimum in(Box box) {
    Position named = new Position(position.x(), box.parameters());
    return new Optimum(id, named, estimate, highest, hits, firstSeen, origin, descent, starts);
  }

  /**
   * Returns the position of the best hit.
   *
   * @return a copy of the position, in the problem's coordinates
   */
  public double[] x() {
    return position.x();
  }

  /**
   * Returns how the descent here ended.
   *
   * @return its end
   */
  public DescentEnd end() {
    return descent.end();
  }

  /**
   * Tells whether this is a local optimum, within the tolerance of the search's stall rule: a
   * descent went on here until it could gain nothing more.
   *
   * @return false if a descent from here might lead further down
   */
  public boolean isFinished() {
    return end().isFinished();
  }

  @Override
  public String toString() {
    return "Optimum[id=%d, x=%s, value=%s, highest=%s, hits=%d, firstSeen=%d, origin=%s, descent=%s, starts=%s]"
        .formatted(id, position, estimate, highest, hits, firstSeen, origin, descent, starts);
  }
}
