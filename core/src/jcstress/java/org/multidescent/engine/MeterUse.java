package org.multidescent.engine;

import org.multidescent.descent.Scaling;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;

/** Meters of a search that has no target and no budget. */
final class MeterUse {

  private static final Verdict VERDICT = new Verdict();
  private static final Ledger CALLS = new Ledger(Long.MAX_VALUE, Ledger.CHEAP, 1, VERDICT, Ending.EVALUATIONS);
  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(-9, 9, 2));
  private static final Faults FAULTS = new Faults(VERDICT, Scaling.none(PROBLEM), FailurePolicy.stop());

  private MeterUse() {}

  static Meter meter(int dimension) {
    return new Meter(dimension, Double.NEGATIVE_INFINITY, VERDICT, CALLS, FAULTS, new Leader());
  }
}
