package org.multidescent.engine;

import org.multidescent.report.Budget;
import org.multidescent.report.Counts;

/** When a search with a budget of steps alone ends, since its points take none. */
final class Standstill {

  /** How many points may stall for each step. */
  private static final long STALLS = 100_000;

  private final boolean possible;

  Standstill(Budget budget) {
    possible = budget.isOfStepsAlone();
  }

  /** Tells whether the search may end so. */
  boolean isPossible() {
    return possible;
  }

  /** Tells whether the search ends, by all it has done. */
  boolean isReached(Counts counts) {
    return possible && counts.stalls() / STALLS > counts.steps();
  }
}
