package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;

/** A bowl as wide as the box, in which most descents end, and a narrow well that is deeper. */
class NarrowWellTest {

  private static final Problem PROBLEM =
      Problem.of(NarrowWellTest::value, Box.cube(0, 1, 3)).withoutGradient();

  @TempDir private Path directory;

  private static double value(double[] x) {
    double wide = 0;
    double narrow = 0;
    for (double xi : x) {
      wide += (xi - 0.6) * (xi - 0.6);
      narrow += (xi - 0.3) * (xi - 0.3);
    }
    return Math.min(wide, narrow / 0.01 - 1);
  }

  private static Search search(long seed) {
    return Search.of(PROBLEM).seed(seed).budget(Budget.target(-0.99).or(Budget.evaluations(8_000)));
  }

  @Test
  void isFound() {
    long evaluations = 0;
    for (long seed = 1; seed <= 10; seed++) {
      Result result = search(seed).workers(1).run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
      evaluations += result.progress().evaluations();
    }
    assertThat(evaluations / 10).as("mean evaluations").isLessThan(1_500);
  }

  /** Thousands of evaluations of starts that are compared. */
  private static Search long3() {
    return Search.of(PROBLEM).seed(3).budget(Budget.evaluations(12_000)).reproducible(3);
  }

  @Test
  void isReproducible() {
    String once = ResultDigest.of(long3().workers(1).run());
    assertThat(ResultDigest.of(long3().workers(2).run())).isEqualTo(once);
  }

  @Test
  void goesOnFromACheckpoint() {
    Path file = directory.resolve("search.checkpoint");
    Search half =
        Search.of(PROBLEM).seed(3).budget(Budget.evaluations(5_000)).reproducible(3).workers(2);
    half.checkpoint(file, Duration.ofNanos(1)).run();
    Result resumed =
        Search.resume(file, PROBLEM)
            .withoutCheckpoints()
            .budget(Budget.evaluations(12_000))
            .workers(2)
            .run();
    Result whole = long3().workers(2).run();
    assertThat(resumed.optima().stream().map(Optimum::value))
        .isEqualTo(whole.optima().stream().map(Optimum::value).toList());
  }

  @Test
  void freeRunningWorkersEndTheirBudget() {
    Result result = Search.of(PROBLEM).seed(3).budget(Budget.evaluations(12_000)).workers(3).run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().evaluations()).isEqualTo(12_000);
    Witness.confirmConservation(result);
  }
}
