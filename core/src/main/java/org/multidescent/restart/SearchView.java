package org.multidescent.restart;

import java.util.List;
import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/** What a search knows when a restart strategy decides. */
public interface SearchView {

  /**
   * Returns the best distinct optima known.
   *
   * @param count how many at most
   * @return up to that many, lowest value first
   */
  List<KnownOptimum> best(int count);

  /**
   * Returns where the descent ended that the decision follows.
   *
   * @return the position in working coordinates, not to be changed; empty if there was no descent,
   *     for want of a position with a value
   */
  double[] ended();

  /**
   * Returns how many distinct optima are known.
   *
   * @return 0 or more
   */
  int optima();

  /**
   * Returns how much of the budget of evaluations is left.
   *
   * @return a share, from 1 down to 0; 1 if there is no such limit
   */
  double evaluationsLeft();

  /**
   * Returns how many runs of an evolution strategy wait to be resumed.
   *
   * @return 0 or more
   */
  default int pausedRuns() {
    return 0;
  }

  /**
   * Returns where a run of an evolution strategy began that waits.
   *
   * @param run which one, from 0 for the one that has waited longest
   * @return its origin
   */
  default Origin pausedRun(int run) {
    throw new IndexOutOfBoundsException("run: " + run + " (expected: one that waits)");
  }

  /**
   * Tells whether the objective is known to be noisy, so that the values of optima are means.
   *
   * @return whether it is
   */
  default boolean isNoisy() {
    return false;
  }

  /**
   * Tells whether most evaluated starts lie on a smooth background, so that those in wells are told
   * from all others.
   *
   * @return whether they do
   */
  default boolean tellsWells() {
    return false;
  }

  /**
   * Tells whether an evaluated start waits that lies in a well not known yet.
   *
   * @return whether one does
   */
  default boolean hasNewWell() {
    return false;
  }

  /**
   * Returns the random numbers of this decision, a function of the seed and of how many points have
   * stalled.
   *
   * @return a stream for this call
   */
  RandomGenerator random();

  /**
   * Returns a lower bound.
   *
   * @param coordinate the coordinate, from 0
   * @return its lower bound in working coordinates, perhaps {@code -Infinity}
   */
  double lower(int coordinate);

  /**
   * Returns an upper bound.
   *
   * @param coordinate the coordinate, from 0
   * @return its upper bound in working coordinates, perhaps {@code Infinity}
   */
  double upper(int coordinate);

  /**
   * Returns a lower bound of the box that starts are drawn from.
   *
   * @param coordinate the coordinate, from 0
   * @return its lower bound in working coordinates, finite
   */
  double startLower(int coordinate);

  /**
   * Returns an upper bound of the box that starts are drawn from.
   *
   * @param coordinate the coordinate, from 0
   * @return its upper bound in working coordinates, finite
   */
  double startUpper(int coordinate);
}
