package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/**
 * Long searches and many of them: counts stay exact, and nothing is left or grows. How long: {@code
 * -Dmultidescent.endurance.evaluations=1000000000}; how many: {@code
 * -Dmultidescent.endurance.searches=10000}.
 */
class EnduranceTest {

  private static final long EVALUATIONS =
      Long.getLong("multidescent.endurance.evaluations", 1_000_000);
  private static final int SEARCHES = Integer.getInteger("multidescent.endurance.searches", 200);

  /** A million starts may wait, for which the shorter search may have been too short. */
  private static final long MOST_GROWTH = 24L << 20;

  private static final Box BOX = Box.cube(-3, 2, 2);
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir private Path directory;

  /** The calls one worker has made. */
  private static final class Calls {
    private long made;
  }

  private static double waves(double[] x) {
    return x[0] * x[0] + x[1] * x[1] - Math.cos(5 * x[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void aLongSearchCountsExactlyAndKeepsItsSize(int lanes) {
    Running shorter = ended(lanes, EVALUATIONS / 10);
    long before = used();
    Running longer = ended(lanes, EVALUATIONS);
    assertThat(used() - before).as("growth for ten times as many").isLessThan(MOST_GROWTH);
    assertThat(longer.progress().evaluations()).isEqualTo(10 * shorter.progress().evaluations());
  }

  private static Running ended(int lanes, long evaluations) {
    List<Calls> calls = new CopyOnWriteArrayList<>();
    Problem problem =
        Problems.perWorker(
            () -> {
              Calls own = new Calls();
              calls.add(own);
              return x -> {
                own.made++;
                return waves(x);
              };
            },
            BOX);
    Search search = Search.of(problem).workers(2).budget(Budget.evaluations(evaluations));
    Running running = (lanes > 0 ? search.reproducible(lanes) : search).start();
    Result result = running.await();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(calls.stream().mapToLong(own -> own.made).sum())
        .isEqualTo(evaluations)
        .isEqualTo(result.progress().evaluations());
    Witness.confirmConservation(result);
    return running;
  }

  @Test
  void manySearchesLeaveNothing() throws IOException {
    search(0);
    long descriptors = descriptors();
    long before = used();
    for (int number = 1; number <= SEARCHES; number++) {
      assertThat(search(number).progress().evaluations()).isEqualTo(200);
    }
    assertThat(used() - before).as("growth").isLessThan(MOST_GROWTH);
    assertThat(Witness.threads()).isEmpty();
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors);
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  private Result search(int number) {
    Search search =
        Search.of(Problem.of(EnduranceTest::waves, BOX))
            .seed(number)
            .workers(1 + number % 3)
            .budget(Budget.evaluations(200));
    Search chosen =
        switch (number % 4) {
          case 0 -> search.checkpoint(directory.resolve("search"), Duration.ofMillis(1));
          case 1 -> search.reproducible(3).onProgress(Duration.ofMillis(1), seen -> {});
          case 2 -> search.failures(FailurePolicy.stop().callTimeout(Duration.ofMinutes(1)));
          default -> search.onOptimum(seen -> {});
        };
    return chosen.run();
  }

  /** The memory in use when all that can be has been collected. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int k = 0; k < 3; k++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long descriptors() throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return 0;
    }
    try (var open = Files.list(DESCRIPTORS)) {
      return open.count();
    }
  }
}
