package org.multidescent.bench.compare;

import java.util.Locale;
import org.multidescent.bench.contender.RunOutcome;

/**
 * One run and what became of it: a row of the CSV file.
 *
 * @param spec the run
 * @param outcome what became of it
 */
record RunResult(RunSpec spec, RunOutcome outcome) {

  /** The columns' names. */
  static final String HEADER =
      "problem,dimension,contender,workers,seed,solved,evaluations,gradients,steps,stalls,optima,"
          + "best_error,wall_ms";

  /** The best value less the problem's minimum. */
  double bestError() {
    return outcome.best() - spec.problem().testProblem().minimum();
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%d,%d,%b,%d,%d,%d,%d,%d,%s,%.3f",
        spec.problem().name(),
        spec.problem().dimension(),
        spec.competitor().name(),
        spec.competitor().workers(),
        spec.seed(),
        outcome.solved(),
        outcome.valueEvaluations(),
        outcome.gradientEvaluations(),
        outcome.steps(),
        outcome.stalls(),
        outcome.optima(),
        bestError(),
        outcome.nanos() / 1e6);
  }
}
