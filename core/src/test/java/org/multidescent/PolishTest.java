package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/** The best optimum is polished, within the budget, and as any other descent. */
class PolishTest {

  private static final long BUDGET = 20_000;

  /** A valley along a parabola. */
  private static double valley(double[] x, double steepness) {
    double across = x[1] - x[0] * x[0];
    return 1 + (x[0] - 1) * (x[0] - 1) + steepness * across * across;
  }

  private static double slope(double[] x, double steepness, double[] gradient) {
    double across = 2 * steepness * (x[1] - x[0] * x[0]);
    gradient[0] = 2 * (x[0] - 1) - 2 * x[0] * across;
    gradient[1] = across;
    return valley(x, steepness);
  }

  private static Search search(double steepness, long budget, AtomicLong calls) {
    Problem problem =
        Problem.withGradient(
            x -> {
              calls.incrementAndGet();
              return valley(x, steepness);
            },
            (x, gradient) -> {
              calls.incrementAndGet();
              return slope(x, steepness, gradient);
            },
            Box.cube(-3, 3, 2));
    return Search.of(problem).seed(3).workers(1).budget(Budget.evaluations(budget));
  }

  private static Optimum polished(Result result) {
    return result.optima().stream().filter(PolishTest::isPolished).findFirst().orElseThrow();
  }

  private static boolean isPolished(Optimum optimum) {
    return optimum.origin() instanceof Origin.Polish;
  }

  @Test
  void theBestIsAsExactAsItsValueTells() {
    AtomicLong calls = new AtomicLong();
    Result result = search(1e5, BUDGET, calls).run();
    assertThat(polished(result)).isEqualTo(result.optima().get(0));
    assertThat(result.best().value()).isEqualTo(1);
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(calls.get()).isEqualTo(BUDGET);
  }

  @Test
  void aPolishedOptimumCanBeFoundAgain() {
    Search search = search(1e7, BUDGET, new AtomicLong());
    Optimum optimum = polished(search.run());
    Replay replay = search.replay(optimum);
    assertThat(replay.x()).isEqualTo(optimum.x());
    assertThat(replay.value()).isEqualTo(optimum.value());
    assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
  }

  @Test
  void isReproducible() {
    Search search = search(1e7, BUDGET, new AtomicLong());
    Result alone = search.reproducible(4).run();
    assertThat(polished(alone)).isNotNull();
    for (int workers : List.of(2, 5)) {
      assertThat(ResultDigest.of(search.reproducible(4).workers(workers).run()))
          .isEqualTo(ResultDigest.of(alone));
    }
    assertThat(ResultDigest.of(search.reproducible(1).run()))
        .isEqualTo(ResultDigest.of(search.run()));
  }

  @Test
  void aSmallBudgetEndsAtTheExactValue() {
    AtomicLong calls = new AtomicLong();
    Result result = search(100, 400, calls).seed(2).run();
    assertThat(calls.get()).isEqualTo(400);
    assertThat(result.best().value()).isEqualTo(1);
  }
}
