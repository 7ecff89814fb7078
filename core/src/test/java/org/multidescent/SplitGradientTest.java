package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.testproblem.TestProblems;

final class SplitGradientTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void helpersChangeNoBitOfTheResult(int workers) {
    Search one =
        onePoint(TestProblems.named("rastrigin5").problem().withoutGradient())
            .budget(Budget.stalls(12));
    Result alone = one.workers(1).run();
    Result helped = one.workers(workers).shareEvaluations(true).run();

    assertThat(helped.best()).isEqualTo(alone.best());
    assertThat(helped.optima()).isEqualTo(alone.optima());
    assertThat(helped.progress().valueEvaluations()).isEqualTo(alone.progress().valueEvaluations());
    assertThat(helped.progress().steps()).isEqualTo(alone.progress().steps());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 23, 100, 1000, 10_001})
  void helpersKeepToTheBudget(long calls) {
    AtomicLong made = new AtomicLong();
    Search search =
        onePoint(counting(made, Long.MAX_VALUE)).workers(3).budget(Budget.evaluations(calls));
    Result result = search.shareEvaluations(true).run();

    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().valueEvaluations()).isEqualTo(calls);
    assertThat(made).hasValue(calls);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 9, 40, 41, 42, 400})
  void failureOfACallEndsTheSearchWhoeverMadeIt(long failing) {
    Search search =
        onePoint(counting(new AtomicLong(), failing))
            .workers(3)
            .budget(Budget.unlimited())
            .shareEvaluations(true);

    assertThatThrownBy(search::run)
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseMessage("call " + failing);
  }

  @Test
  void targetFoundByAHelperEndsTheSearch() {
    Search search =
        onePoint(counting(new AtomicLong(), Long.MAX_VALUE))
            .workers(4)
            .budget(Budget.target(1e-3))
            .shareEvaluations(true);

    Result result = search.run();

    assertThat(result.ending()).isEqualTo(Ending.TARGET);
    assertThat(result.best().value()).isLessThanOrEqualTo(1e-3);
  }

  @Test
  void candidatesOfHopsAreSharedToo() {
    Search search =
        Search.of(counting(new AtomicLong(), Long.MAX_VALUE))
            .workers(4)
            .initialStarts(1)
            .budget(Budget.evaluations(20_000))
            .shareEvaluations(true);

    Result result = search.run();

    assertThat(result.progress().valueEvaluations()).isEqualTo(20_000);
    assertThat(result.progress().starts() + result.progress().perturbations())
        .isEqualTo(result.progress().stalls() + result.waiting());
  }

  private static Search onePoint(Problem problem) {
    return Search.of(problem).initialStarts(1).restart(RestartStrategy.fresh(1)).seed(3);
  }

  private static Problem counting(AtomicLong calls, long failing) {
    return Problem.of(
        x -> {
          long call = calls.incrementAndGet();
          if (call == failing) {
            throw new IllegalStateException("call " + call);
          }
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * x[i] * x[i];
          }
          return sum;
        },
        Box.cube(-2, 3, 9));
  }
}
