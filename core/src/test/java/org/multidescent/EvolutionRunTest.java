package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.restart.Next;
import org.multidescent.restart.RestartStrategy;

/**
 * A run of an evolution strategy, of either kind, that waits after each generation, and goes on
 * later.
 */
@Timeout(120)
class EvolutionRunTest {

  private static final Box BOX = Box.cube(-5, 5, 3);
  private static final Duration OFTEN = Duration.ofNanos(1);

  @TempDir private Path directory;

  private static double ripples(double[] x) {
    double sum = 0;
    for (double xi : x) {
      double from = xi - 1.3;
      sum += from * from + 10 * (1 - StrictMath.cos(2 * Math.PI * from));
    }
    return sum + x[0] * x[1];
  }

  private static Search search(Problem problem) {
    return Search.of(problem)
        .restart(new AlternatingRuns())
        .budget(Budget.evaluations(3_000))
        .seed(5);
  }

  private static Search search() {
    return search(Problem.of(EvolutionRunTest::ripples, BOX));
  }

  @ParameterizedTest
  @CsvSource({"1, 64", "1, 1", "3, 64", "8, 5"})
  void pointsAndBudgetsAreConserved(int workers, int slice) {
    Result result = search().workers(workers).slice(slice).run();
    Progress progress = result.progress();
    assertThat(progress.evaluations()).isEqualTo(3_000);
    assertThat(progress.starts() + progress.perturbations())
        .isEqualTo(progress.stalls() + result.waiting());
  }

  @Test
  void aRunEndsAsItDoesAlone() {
    Search search = search().budget(Budget.evaluations(30_000)).workers(1);
    Result result = search.run();
    assertThat(result.optima())
        .filteredOn(optimum -> optimum.origin() instanceof Origin.RecombinationRun)
        .isNotEmpty()
        .allSatisfy(
            optimum -> assertThat(search.replay(optimum).value()).isEqualTo(optimum.value()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aReproducibleSearchIsTheSameOnAnyNumberOfWorkers(int lanes) {
    String one = ResultDigest.of(search().reproducible(lanes).workers(1).run());
    assertThat(ResultDigest.of(search().reproducible(lanes).workers(3).run())).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "4, 3"})
  void goesOnFromACheckpointAsIfNeverInterrupted(int lanes, int workers) throws IOException {
    String whole = ResultDigest.of(in(search(), lanes).workers(workers).run());
    for (int stop = 150; stop < 3_000; stop += 550) {
      Path file = directory.resolve(lanes + "-" + stop);
      AtomicReference<Running> running = new AtomicReference<>();
      AtomicLong calls = new AtomicLong();
      int last = stop;
      Problem stopped =
          Problem.of(
              x -> {
                Running under = running.get();
                if (calls.incrementAndGet() >= last && under != null) {
                  under.cancel();
                }
                return ripples(x);
              },
              BOX);
      running.set(in(search(stopped), lanes).workers(workers).checkpoint(file, OFTEN).start());
      running.get().await();
      Search resumed =
          Search.resume(file, Problem.of(EvolutionRunTest::ripples, BOX))
              .restart(new AlternatingRuns())
              .withoutCheckpoints();
      assertThat(ResultDigest.of(resumed.workers(workers).run()))
          .as("at %s", stop)
          .isEqualTo(whole);
    }
  }

  private static Search in(Search search, int lanes) {
    return lanes == 0 ? search : search.reproducible(lanes);
  }

  @Test
  void whatDoesNotWaitCannotGoOn() {
    RestartStrategy broken = dimension -> (outcome, view) -> Next.RESUME;
    assertThatThrownBy(() -> search().restart(broken).run())
        .isInstanceOf(SearchFailedException.class)
        .hasStackTraceContaining("decided to resume (expected: while a run waits)");
  }
}
