package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multidescent.CheckpointTest.BOX;
import static org.multidescent.CheckpointTest.CALLS;
import static org.multidescent.CheckpointTest.OFTEN;
import static org.multidescent.CheckpointTest.await;
import static org.multidescent.CheckpointTest.confirmSame;
import static org.multidescent.CheckpointTest.problem;
import static org.multidescent.CheckpointTest.waves;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.function.Objective;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.restart.SearchView;
import org.multidescent.start.Starts;

/** The checkpoint that a search keeps at its end, whatever that is. */
@Timeout(60)
class LastCheckpointTest {

  /** A line search that finds nothing, and the gradients before and after it. */
  private static final long LONGEST_STEP = 60;

  @TempDir private Path directory;

  /** A resumed search goes on from the end of the former: at most a step is taken again. */
  @Test
  void theLastCheckpointIsThatOfTheEnd() {
    for (long stop = 1; stop < CALLS; stop += 53) {
      Path file = directory.resolve("search.checkpoint");
      Result ended =
          cancelled(RestartStrategy.perturbations(PerturbationSettings.STANDARD), file, stop, 1);
      AtomicLong calls = new AtomicLong();
      Search.resume(file, problem(counted(calls))).withoutCheckpoints().workers(1).run();
      assertThat(calls.get())
          .isBetween(CALLS - ended.progress().evaluations(), CALLS - stop + LONGEST_STEP);
    }
  }

  /** However often many workers are stopped, no point is lost, nor a hop or a start under way. */
  @ParameterizedTest
  @CsvSource({"1", "2", "8"})
  void noPointIsLostFromEndToEnd(int workers) throws IOException {
    Path file = directory.resolve("search.checkpoint");
    RestartStrategy strategy = dimension -> new Steady(dimension);
    cancelled(strategy, file, 60, workers);
    for (int run = 1; run <= 20; run++) {
      AtomicReference<Running> running = new AtomicReference<>();
      AtomicLong calls = new AtomicLong();
      long stop = 13L * run % 80;
      Problem problem =
          problem(
              x -> {
                if (calls.getAndIncrement() == stop) {
                  await(running).cancel();
                }
                return waves(x);
              });
      running.set(
          Search.resume(file, problem)
              .withoutCheckpoints()
              .workers(workers)
              .restart(strategy)
              .budget(Budget.unlimited())
              .checkpoint(file, OFTEN)
              .start());
      Witness.confirmConservation(running.get().await());
      Snapshot snapshot = Snapshot.decode(CheckpointFile.read(file));
      assertThat(
              snapshot.frontier().starts().length
                  + snapshot.frontier().points().size()
                  + snapshot.starts().replacements()
                  + snapshot.tasks().stream().mapToLong(SavedTask::points).sum())
          .isEqualTo(40);
    }
  }

  /** Perturbations, and one fresh start where others would be more. */
  private static final class Steady implements RestartStrategy.Session {

    private final RestartStrategy.Session perturbations;

    Steady(int dimension) {
      perturbations =
          RestartStrategy.perturbations(new PerturbationSettings(0.5, 1, 16, 20, true))
              .open(dimension);
    }

    @Override
    public Next next(Outcome outcome, SearchView view) {
      Next next = perturbations.next(outcome, view);
      return next instanceof Next.Fresh ? new Next.Fresh(1) : next;
    }

    @Override
    public double[] save() {
      return perturbations.save();
    }

    @Override
    public void restore(double[] saved) {
      perturbations.restore(saved);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "9, 1", "39, 1", "40, 1", "41, 1", "3, 3", "17, 3", "39, 8"})
  void aBudgetThatEndsAmongTheInitialStartsSkipsNone(int budget, int workers) {
    Path file = directory.resolve("search.checkpoint");
    Queue<List<Double>> seen = new ConcurrentLinkedQueue<>();
    Problem problem =
        problem(
            x -> {
              seen.add(Arrays.stream(x).boxed().toList());
              return waves(x);
            });
    Search search = Search.of(problem).workers(workers).initialStarts(40).seed(5).ownCoordinates();
    Result ended = search.budget(Budget.evaluations(budget)).checkpoint(file, OFTEN).run();
    assertThat(ended.progress().evaluations()).isEqualTo(budget).isEqualTo(seen.size());
    Budget larger = Budget.evaluations(CALLS);
    Result resumed =
        Search.resume(file, problem).withoutCheckpoints().budget(larger).workers(workers).run();
    assertThat(resumed.progress().evaluations()).isEqualTo(CALLS);
    assertThat(resumed.initialEvaluations()).isEqualTo(40);
    Witness.confirmConservation(resumed);
    for (int start = 0; start < 40; start++) {
      double[] x = new double[3];
      Starts.sobol().fill(5, start, BOX, x);
      assertThat(seen).containsOnlyOnce(Arrays.stream(x).boxed().toList());
    }
    if (workers == 1) {
      confirmSame(resumed, search.budget(larger).run());
    }
  }

  /** Constraints are evaluated first, then the objective: the budget ends in the middle. */
  @Test
  void failuresOfStartsThatAreCutShortCountOnce() {
    Path file = directory.resolve("search.checkpoint");
    Problem problem =
        problem(x -> Double.NaN).subjectTo(Constraints.of((x, c) -> c[0] = -1, 1, 0)).inBatches();
    Search search = Search.of(problem).workers(1).initialStarts(10).checkpoint(file, OFTEN);
    Result ended = search.budget(Budget.evaluations(12)).run();
    Result resumed = Search.resume(file, problem).withoutCheckpoints().workers(1).run();
    assertThat(ended.faults()).isEqualTo(2);
    assertThat(resumed.faults()).isEqualTo(2);
    assertThat(resumed.progress().evaluations()).isEqualTo(12);
  }

  /** What the step found in which it ended is kept, though the step is taken again. */
  @ParameterizedTest
  @CsvSource({"1", "3"})
  void theBestIsKeptThoughItsStepWasCutShort(int workers) {
    RestartStrategy hops = RestartStrategy.perturbations(PerturbationSettings.STANDARD);
    for (long stop = 41; stop < 160; stop++) {
      Path file = directory.resolve("search.checkpoint");
      Result ended = cancelled(hops, file, stop, workers);
      Result resumed =
          Search.resume(file, problem(x -> Double.NaN)).withoutCheckpoints().workers(1).run();
      assertThat(resumed.best()).isEqualTo(ended.best());
    }
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(Ending.TARGET, Budget.target(-2.9), RestartStrategy.fresh(1)),
        Arguments.of(Ending.STALLS, Budget.stalls(30), RestartStrategy.fresh(1)),
        Arguments.of(Ending.STEPS, Budget.steps(77), RestartStrategy.fresh(1)),
        Arguments.of(Ending.EVALUATIONS, Budget.evaluations(777), RestartStrategy.fresh(1)),
        Arguments.of(Ending.EXHAUSTED, Budget.unlimited(), RestartStrategy.none()));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whatHasEndedEndsAgain(Ending ending, Budget budget, RestartStrategy strategy) {
    for (int workers : new int[] {1, 3}) {
      Path file = directory.resolve("search.checkpoint");
      Search search = Search.of(problem(CheckpointTest::waves)).initialStarts(20).restart(strategy);
      Result ended = search.budget(budget).workers(workers).checkpoint(file, OFTEN).run();
      AtomicLong calls = new AtomicLong();
      Search resumed =
          Search.resume(file, problem(counted(calls))).withoutCheckpoints().restart(strategy);
      Result again = resumed.workers(workers).run();
      assertThat(again.ending()).isEqualTo(ended.ending()).isEqualTo(ending);
      assertThat(again.best()).isEqualTo(ended.best());
      assertThat(calls.get()).isLessThan(40L * workers);
      Witness.confirmConservation(again);
      if (workers == 1 && ending != Ending.TARGET) {
        confirmSame(again, ended);
      }
    }
  }

  /** One worker goes on from any end as if there had been none. */
  @ParameterizedTest
  @MethodSource("ends")
  void aLargerBudgetGoesOnAsIfThereHadBeenNoEnd(
      Ending ending, Budget budget, RestartStrategy strategy) {
    Path file = directory.resolve("search.checkpoint");
    Budget larger = Budget.evaluations(3 * CALLS);
    Search search =
        Search.of(problem(CheckpointTest::waves))
            .initialStarts(20)
            .restart(strategy)
            .workers(1)
            .slice(3);
    Result ended = search.budget(budget).checkpoint(file, OFTEN).run();
    assertThat(ended.ending()).isEqualTo(ending);
    Search resumed =
        Search.resume(file, problem(CheckpointTest::waves)).withoutCheckpoints().restart(strategy);
    confirmSame(resumed.workers(1).budget(larger).run(), search.budget(larger).run());
  }

  private static Objective counted(AtomicLong calls) {
    return x -> {
      calls.incrementAndGet();
      return waves(x);
    };
  }

  /** Cancels a search at a call; there are no checkpoints but the first and the last. */
  private static Result cancelled(RestartStrategy strategy, Path file, long stop, int workers) {
    AtomicReference<Running> running = new AtomicReference<>();
    AtomicLong calls = new AtomicLong();
    Problem problem =
        problem(
            x -> {
              if (calls.incrementAndGet() == stop) {
                await(running).cancel();
              }
              return waves(x);
            });
    running.set(
        Search.of(problem)
            .restart(strategy)
            .workers(workers)
            .initialStarts(40)
            .seed(7)
            .budget(Budget.evaluations(CALLS))
            .checkpoint(file, Duration.ofHours(1))
            .start());
    return running.get().await();
  }
}
