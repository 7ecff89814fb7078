package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/** Where no step can be taken, a budget of steps ends, and memory stays within a bound. */
class StandstillTest {

  private static final Box BOX = Box.cube(-1, 1, 2);
  private static final int CROWD = 1 << 20;

  private static final List<Objective> OBJECTIVES =
      List.of(
          x -> 3,
          x -> Double.NaN,
          x -> {
            throw new Saboteur.Trouble();
          });

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0", "0, 2, 0", "0, 2, 8", "1, 1, 0", "1, 2, 0", "1, 2, 8", "2, 1, 0", "2, 2, 8"
  })
  void aBudgetOfStepsEndsWhereNoneCanBeTaken(int number, int workers, int lanes) {
    Problem problem = Problem.of(OBJECTIVES.get(number), BOX);
    List<Search> searches = List.of(Search.of(problem), Search.article(problem));
    for (Search search : number == 0 ? searches.subList(0, 1) : searches) {
      Search limited =
          search
              .workers(workers)
              .failures(FailurePolicy.tolerate(Long.MAX_VALUE))
              .budget(Budget.steps(5).or(Budget.target(-7)));
      Result result = (lanes == 0 ? limited : limited.reproducible(lanes)).run();
      assertThat(result.ending()).isEqualTo(Ending.NO_STEP);
      assertThat(result.progress().counts().stalls()).isBetween(100_000L, 100_000L + workers);
      assertThat(result.progress().counts().steps()).isZero();
      Witness.confirmConservation(result);
    }
  }

  /** Four fresh starts take the place of one that stalls at once. */
  @Test
  void whatWaitsStaysWithinABound() {
    Result result =
        Search.of(Problem.of(x -> 3, BOX)).workers(2).budget(Budget.evaluations(4_000_000)).run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.waiting()).isBetween(CROWD / 2L, CROWD + 16L);
    Witness.confirmConservation(result);
  }
}
