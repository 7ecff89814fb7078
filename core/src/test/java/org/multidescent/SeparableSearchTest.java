package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/** Searches of functions that are sums over coordinates. */
class SeparableSearchTest {

  private static final TestProblem SCHWEFEL = TestProblems.named("schwefel10");

  private static Search search() {
    return Search.of(SCHWEFEL.problem().withoutGradient())
        .seed(5)
        .workers(1)
        .budget(Budget.evaluations(5_000));
  }

  @ParameterizedTest
  @CsvSource({"schwefel10, 600", "rastrigin10, 800", "stytang10, 600"})
  void basinsAreFoundCoordinateByCoordinate(String name, long most) {
    TestProblem landscape = TestProblems.named(name);
    long calls = 0;
    for (long seed = 1; seed <= 10; seed++) {
      Result result =
          Search.of(landscape.problem().withoutGradient())
              .seed(seed)
              .workers(1)
              .budget(Budget.target(landscape.target()).or(Budget.evaluations(50_000)))
              .run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
      calls += result.progress().evaluations();
    }
    assertThat(calls / 10).as("mean calls").isLessThan(most);
  }

  @Test
  void whatWasFoundCanBeFoundAgain() {
    Search search = search();
    for (Optimum optimum : search.run().optima()) {
      Replay replay = search.replay(optimum);
      assertThat(replay.x()).isEqualTo(optimum.x());
      assertThat(replay.value()).isEqualTo(optimum.value());
      assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
    }
  }

  @Test
  void isReproducible() {
    Search search = search().reproducible(4);
    Result alone = search.run();
    assertThat(alone.best().value()).isLessThan(SCHWEFEL.target());
    for (int workers : List.of(2, 5)) {
      assertThat(ResultDigest.of(search.workers(workers).run())).isEqualTo(ResultDigest.of(alone));
    }
  }
}
