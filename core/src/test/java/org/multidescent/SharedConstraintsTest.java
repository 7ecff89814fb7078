package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/**
 * Constraints apart from the objective: a position is one or two calls, so that who evaluates one
 * of many cannot tell how many came before it. Such positions are evaluated by their own worker
 * alone.
 */
class SharedConstraintsTest {

  private static Problem problem() {
    return Problem.of(x -> x[0] * x[0] + x[1] * x[1] + x[0], Box.cube(-2, 3, 2))
        .subjectTo(
            Constraints.of((x, constraints) -> constraints[0] = 0.3 - x[0] * x[1] - x[1], 1, 0));
  }

  @Test
  void theBestIsReplayedWhereIdleWorkersHelp() {
    Descent evolution =
        new Descent(StepRule.cmaes(40), StallRule.standard(), Differences.adaptive());
    for (int seed = 0; seed < 20; seed++) {
      Search search =
          Search.of(problem())
              .descent(evolution)
              .seed(seed)
              .workers(3)
              .initialStarts(1)
              .shareEvaluations(true)
              .budget(Budget.evaluations(2_000));
      Result result = search.run();
      Optimum best = result.optima().get(0);
      Replay replayed = search.replay(best);
      assertThat(replayed.value()).as("seed %d", seed).isEqualTo(result.best().value());
      assertThat(replayed.x()).isEqualTo(result.best().x());
    }
  }
}
