package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;

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

  /** Returns why the search ends, by all it has done; null if it goes on. */
  @Nullable Ending ending(Counts counts) {
    return possible && counts.stalls() / STALLS > counts.steps() ? Ending.NO_STEP : null;
  }
}
