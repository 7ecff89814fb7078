package org.multidescent.engine.settings;

import org.multidescent.checkpoint.Snapshot;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.util.Require;

/**
 * What a search is asked to do.
 *
 * @param path what decides its path
 * @param budget when it ends
 * @param execution how it is executed
 */
public record SearchSettings(PathSettings path, Budget budget, ExecutionSettings execution) {

  private static final int LONG_SLICE = 64;

  /** Returns what is to be minimised. */
  public Problem problem() {
    return path.problem();
  }

  /** Returns these settings with another problem, of the same shape. */
  public SearchSettings with(Problem other) {
    return new SearchSettings(path.with(other), budget, execution);
  }

  /** Returns the settings that a checkpoint holds, so that they need not be given again. */
  public Snapshot.Numbers saved() {
    return path.saved(execution.safety().saved());
  }

  /** Tells whether tasks are committed in order, whatever the number of workers. */
  public boolean isReproducible() {
    return path.lanes() > 0;
  }

  /**
   * Checks what a reproducible search excludes.
   *
   * @throws IllegalArgumentException if it has a limit of time or a relaxed frontier
   */
  public void requireConsistent() {
    if (isReproducible() && budget.time().compareTo(Budget.FOREVER) < 0) {
      throw new IllegalArgumentException(
          "budget: a time of "
              + budget.time()
              + " (expected: no limit of time in a reproducible search). Maybe a budget of"
              + " evaluations?");
    }
    Require.that(
        !isReproducible() || execution.frontier() != FrontierKind.RELAXED,
        "frontier",
        "relaxed",
        "exact in a reproducible search");
  }

  /** Returns how many evaluations may be used before the end; the rest is for estimates. */
  public long searchEvaluations() {
    long allowed = budget.evaluations();
    return problem().isNoisy() && allowed < Long.MAX_VALUE
        ? allowed - Reserve.of(allowed)
        : allowed;
  }

  /** Tells whether points wait in one heap behind one lock. */
  public boolean hasExactFrontier() {
    return isReproducible()
        || execution.frontier() == FrontierKind.LOCKED
        || execution.workers() == 1
        || problem().isSampled() && execution.frontier() == FrontierKind.AUTOMATIC
        || execution.frontier() == FrontierKind.AUTOMATIC
            && (execution.workers() <= 2 || path.slice() >= LONG_SLICE);
  }
}
