package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/** Random numbers named by evaluation: a noisy search repeats to the bit. */
final class StochasticTest {

  private static final Budget BUDGET = Budget.evaluations(6000);

  private static Problem problem(NoisyFunctions function) {
    return Problems.stochastic(
        (x, sample) -> function.truth(x) + 0.3 * new SplittableRandom(sample).nextDouble(-1, 1),
        Box.cube(-5, 5, 3));
  }

  private static String digest(Result result) {
    return ResultDigest.of(result) + "\n" + result.best().estimate();
  }

  @ParameterizedTest
  @EnumSource(NoisyFunctions.class)
  void theSameOnAnyNumberOfWorkers(NoisyFunctions function) {
    Search search = Search.of(problem(function)).seed(3).budget(BUDGET).reproducible();
    String alone = digest(search.workers(1).run());
    for (int workers = 2; workers <= 4; workers++) {
      Result result = search.workers(workers).run();
      assertThat(digest(result)).isEqualTo(alone);
      assertThat(result.progress().evaluations()).isEqualTo(6000);
    }
    assertThat(digest(search.seed(4).workers(1).run())).isNotEqualTo(alone);
    Search limited = search.failures(FailurePolicy.stop().callTimeout(Duration.ofMinutes(1)));
    assertThat(digest(limited.workers(2).run())).isEqualTo(alone);
  }

  @Test
  void goesOnFromACheckpoint(@TempDir Path directory) {
    Search search =
        Search.of(problem(NoisyFunctions.ROSENBROCK)).seed(5).budget(BUDGET).reproducible(4);
    String whole = digest(search.workers(2).run());
    Path file = directory.resolve("noisy");
    for (int calls = 500; calls < 6000; calls += 1100) {
      Running running =
          Search.of(problem(NoisyFunctions.ROSENBROCK))
              .seed(5)
              .budget(BUDGET)
              .reproducible(4)
              .workers(2)
              .checkpoint(file, Duration.ofMinutes(1))
              .start();
      while (running.progress().evaluations() < calls && !running.isDone()) {
        Thread.onSpinWait();
      }
      running.cancel();
      running.await();
      Result resumed =
          Search.resume(file, problem(NoisyFunctions.ROSENBROCK))
              .withoutCheckpoints()
              .workers(3)
              .run();
      assertThat(digest(resumed)).isEqualTo(whole);
    }
  }

  @Test
  void descentsAreReplayed() {
    Search search =
        Search.of(problem(NoisyFunctions.RASTRIGIN))
            .seed(8)
            .workers(2)
            .budget(Budget.evaluations(30_000));
    Result result = search.run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.optima()).isNotEmpty();
    for (Optimum optimum : result.optima()) {
      Replay replay = search.replay(optimum);
      assertThat(replay.path().get(replay.path().size() - 1).x()).isEqualTo(optimum.x());
      assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
    }
  }
}
