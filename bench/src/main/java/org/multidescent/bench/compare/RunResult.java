package org.multidescent.bench.compare;

import java.util.List;
import org.multidescent.bench.contender.RunCounts;
import org.multidescent.bench.contender.RunOutcome;

/**
 * One run and what became of it: a row of the file of runs.
 *
 * @param spec the run
 * @param outcome what became of it
 */
record RunResult(RunSpec spec, RunOutcome outcome) {

  /** The columns' names. */
  static final List<String> COLUMNS =
      List.of(
          "problem",
          "dimension",
          "contender",
          "workers",
          "seed",
          "solved",
          "evaluations",
          "gradient_evaluations",
          "steps",
          "stalls",
          "optima",
          "best_error",
          "wall_ms");

  /** The best value less the problem's minimum. */
  double bestError() {
    return outcome.best() - spec.problem().testProblem().minimum();
  }

  /** The row's values. */
  List<?> values() {
    RunCounts counts = outcome.counts();
    return List.of(
        spec.problem().name(),
        spec.problem().dimension(),
        spec.competitor().name(),
        spec.competitor().workers(),
        spec.seed(),
        outcome.solved(),
        counts.evaluations(),
        counts.gradientEvaluations(),
        counts.steps(),
        counts.stalls(),
        counts.optima(),
        bestError(),
        Math.rint(outcome.nanos() / 1e3) / 1e3);
  }
}
