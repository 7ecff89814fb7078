package org.multidescent.engine.budget;

import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;

/** A budget and workers that lease from it until it is empty, as the engine's do. */
final class EvaluationBudgetUse {

  private final Termination termination = new Termination();
  private final EvaluationBudget budget;

  EvaluationBudgetUse(long total) {
    budget =
        new EvaluationBudget(
            total, EvaluationBudget.LARGE_LEASE, 2, termination, Ending.EVALUATIONS);
  }

  /** Uses every unit it can lease; returns how many. */
  int useAll(long wanted) {
    int used = 0;
    try {
      while (true) {
        long leased = budget.lease(wanted);
        used += (int) leased;
        budget.close(leased, 0);
      }
    } catch (StopSearch empty) {
      return used;
    }
  }

  /** Leases once, uses one unit and gives the others back; returns how many it used. */
  int useOne(long wanted) {
    try {
      long leased = budget.lease(wanted);
      budget.close(leased, leased - 1);
      return 1;
    } catch (StopSearch empty) {
      return 0;
    }
  }

  boolean isEnded() {
    return termination.isEnded();
  }
}
