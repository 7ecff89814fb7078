package org.multidescent.bench.compare;

import java.util.Locale;
import org.multidescent.bench.contender.RunRecord;

/**
 * One run and what became of it: a row of the CSV file.
 *
 * @param fixture the run
 * @param outcome what became of it
 */
record Row(Fixture fixture, RunRecord outcome) {

  /** The columns' names. */
  static final String HEADER =
      "problem,dimension,contender,workers,seed,solved,evaluations,gradients,steps,stalls,optima,"
          + "best_error,wall_ms";

  /** The best value less the problem's minimum. */
  double bestError() {
    return outcome.best() - fixture.problem().landscape().minimum();
  }

  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%d,%d,%b,%d,%d,%d,%d,%d,%s,%.3f",
        fixture.problem().name(),
        fixture.problem().dimension(),
        fixture.entrant().name(),
        fixture.entrant().workers(),
        fixture.seed(),
        outcome.solved(),
        outcome.evaluations(),
        outcome.gradients(),
        outcome.steps(),
        outcome.stalls(),
        outcome.optima(),
        bestError(),
        outcome.nanos() / 1e6);
  }
}
