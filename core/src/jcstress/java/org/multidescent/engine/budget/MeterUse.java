package org.multidescent.engine.budget;

import org.multidescent.descent.Scaling;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;

/** Meters of a search that has no target and no budget. */
final class MeterUse {

  private static final Termination VERDICT = new Termination();
  private static final EvaluationBudget CALLS = new EvaluationBudget(Long.MAX_VALUE, EvaluationBudget.CHEAP, 1, VERDICT, Ending.EVALUATIONS);
  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(-9, 9, 2));
  private static final FaultRecorder FAULTS = new FaultRecorder(VERDICT, Scaling.none(PROBLEM), FailurePolicy.stop());

  private MeterUse() {}

  static WorkerCounters meter(int dimension) {
    return new WorkerCounters(dimension, Double.NEGATIVE_INFINITY, VERDICT, CALLS, FAULTS, new Incumbent());
  }
}
