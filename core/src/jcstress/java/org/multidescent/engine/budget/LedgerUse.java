package org.multidescent.engine.budget;

import org.multidescent.descent.Halt;
import org.multidescent.report.Ending;

/** A ledger and workers that lease from it until it is empty, as the engine's do. */
final class LedgerUse {

  private final Termination verdict = new Termination();
  private final EvaluationBudget ledger;

  LedgerUse(long total) {
    ledger = new EvaluationBudget(total, EvaluationBudget.CHEAP, 2, verdict, Ending.EVALUATIONS);
  }

  /** Uses every unit it can lease; returns how many. */
  int useAll(long wanted) {
    int used = 0;
    try {
      while (true) {
        long leased = ledger.lease(wanted);
        used += (int) leased;
        ledger.settle(leased, 0);
      }
    } catch (Halt empty) {
      return used;
    }
  }

  /** Leases once, uses one unit and gives the others back; returns how many it used. */
  int useOne(long wanted) {
    try {
      long leased = ledger.lease(wanted);
      ledger.settle(leased, leased - 1);
      return 1;
    } catch (Halt empty) {
      return 0;
    }
  }

  boolean isEnded() {
    return verdict.isEnded();
  }
}
