package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;

/** No point is lost and none is doubled, and no budget is exceeded, however many work at once. */
class ConservationTest {

  private static final int POOL = 40;
  private static final List<RestartStrategy> RENEWALS =
      List.of(
          RestartStrategy.none(),
          RestartStrategy.fresh(1),
          RestartStrategy.fresh(4),
          RestartStrategy.perturbations(PerturbationSettings.STANDARD));
  private static final List<Budget> BUDGETS =
      List.of(
          Budget.evaluations(3001),
          Budget.steps(701),
          Budget.stalls(57),
          Budget.target(-0.99),
          Budget.evaluations(3001).or(Budget.steps(701)).or(Budget.stalls(57)));

  static Stream<Arguments> settings() {
    return Stream.of(1, 2, 3, 8, 16)
        .flatMap(
            workers ->
                Stream.of(1, 8, Integer.MAX_VALUE)
                    .flatMap(
                        slice ->
                            Stream.of(true, false)
                                .map(relaxed -> Arguments.of(workers, slice, relaxed))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void pointsAndBudgetsAreConserved(int workers, int slice, boolean relaxed) {
    for (RestartStrategy renewal : RENEWALS) {
      for (Budget budget : BUDGETS) {
        AtomicLong seen = new AtomicLong();
        Search search = search(seen).workers(workers).slice(slice).restart(renewal).budget(budget);
        Result result = (relaxed ? search.relaxedFrontier() : search.exactFrontier()).run();
        assertBalanced(result);
        assertThat(seen).hasValue(result.progress().evaluations());
        assertSpent(result, budget);
      }
    }
  }

  /** The count of living points reaches zero once, with every worker looking. */
  @ParameterizedTest
  @CsvSource({"1, true", "2, false", "4, true", "16, true", "16, false"})
  void endsWhenNoPointIsLeft(int workers, boolean relaxed) {
    for (int run = 0; run < 50; run++) {
      Search search =
          search(new AtomicLong())
              .seed(run)
              .initialStarts(1 + run % 7)
              .workers(workers)
              .slice(1)
              .restart(RestartStrategy.none())
              .budget(Budget.unlimited());
      Result result = (relaxed ? search.relaxedFrontier() : search.exactFrontier()).run();
      assertThat(result.ending()).isEqualTo(Ending.EXHAUSTED);
      assertThat(result.waiting()).isZero();
      assertThat(result.progress().stalls()).isEqualTo(1 + run % 7);
      assertBalanced(result);
    }
  }

  /** A worker that has done its share of the starts keeps nothing the others need. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void endsWhereTheStartsEnd(int workers) {
    for (int calls = 298; calls <= 302; calls++) {
      AtomicLong seen = new AtomicLong();
      Result result =
          search(seen).initialStarts(300).workers(workers).budget(Budget.evaluations(calls)).run();
      assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(seen).hasValue(calls);
      assertBalanced(result);
    }
  }

  private static Search search(AtomicLong seen) {
    Problem problem =
        Problem.of(
            x -> {
              seen.incrementAndGet();
              return waves(x);
            },
            Box.cube(-3, 4, 2));
    return Search.of(problem).seed(7).initialStarts(POOL);
  }

  private static double waves(double[] x) {
    return 0.1 * (x[0] * x[0] + x[1] * x[1]) - Math.cos(3 * x[0]) * Math.cos(3 * x[1]);
  }

  private static void assertBalanced(Result result) {
    Progress progress = result.progress();
    assertThat(progress.starts() + progress.perturbations())
        .as("starts and hops against stalls and waiting points, ended by %s", result.ending())
        .isEqualTo(progress.stalls() + result.waiting());
  }

  private static void assertSpent(Result result, Budget budget) {
    Progress progress = result.progress();
    assertThat(progress.evaluations()).isLessThanOrEqualTo(budget.evaluations());
    assertThat(progress.steps()).isLessThanOrEqualTo(budget.steps());
    assertThat(progress.stalls()).isLessThanOrEqualTo(budget.stalls());
    switch (result.ending()) {
      case EVALUATIONS -> assertThat(progress.evaluations()).isEqualTo(budget.evaluations());
      case STEPS -> assertThat(progress.steps()).isEqualTo(budget.steps());
      case STALLS -> assertThat(progress.stalls()).isEqualTo(budget.stalls());
      case TARGET -> assertThat(result.best().value()).isLessThanOrEqualTo(budget.target());
      case EXHAUSTED -> assertThat(result.waiting()).isZero();
      default -> throw new AssertionError("ended by " + result.ending());
    }
  }
}
