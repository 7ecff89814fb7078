package org.multidescent.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Stall;

/**
 * One descent of a search, run again alone: the same path and the same number of evaluations, to
 * the last bit, if the objective returns the same values.
 *
 * @param origin where the descent began
 * @param path where it began and where it stood after each step, in the problem's coordinates, with
 *     the values there; at last, if it did not stall, the lowest position it had tried; copied
 * @param evaluations the evaluations of the objective and its gradient it made; the value where it
 *     began is not counted, as a search evaluates that before the descent
 * @param stall why it stalled; null if it did not: the search's budget of steps or evaluations
 *     ended it before, or the optimum is a position on its way
 */
public record Replay(
    Origin origin, List<Result.Best> path, long evaluations, @Nullable Stall stall) {

  /**
   * Creates the replay.
   *
   * @param origin as above
   * @param path as above, not empty
   * @param evaluations as above
   * @param stall as above
   * @throws IllegalArgumentException if the path is empty
   */
  public Replay {
    Objects.requireNonNull(origin, "origin: null (expected: where the descent began)");
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("path: empty (expected: where the descent began)");
    }
  }

  /**
   * Returns where the descent ended.
   *
   * @return the last position, in the problem's coordinates
   */
  public double[] x() {
    return path.get(path.size() - 1).x();
  }

  /**
   * Returns the objective where the descent ended.
   *
   * @return the last value
   */
  public double value() {
    return path.get(path.size() - 1).value();
  }
}
