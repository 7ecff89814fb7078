package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/** A reproducible search that goes on from a checkpoint ends as if it had not been interrupted. */
@Timeout(120)
class ReproducibleCheckpointTest {

  private static final int[] WORKERS = {1, 2, 3, 8};
  private static final Duration OFTEN = Duration.ofNanos(1);
  private static final int STOPS = Integer.getInteger("multidescent.lanes.stops", 2);
  private static final int SEEDS = STOPS > 2 ? 2 : 1;

  /** How many checkpoints told of tasks that had made calls. */
  private static final AtomicLong HALFWAY = new AtomicLong();

  @TempDir private Path directory;

  @AfterAll
  static void tasksWereUnderWay() {
    assertThat(HALFWAY.get()).isGreaterThan(30);
  }

  static IntStream trials() {
    return Trials.numbers();
  }

  /**
   * Stopped at any call, and gone on from what was kept at the end or at any moment before, by as
   * many workers or others.
   */
  @ParameterizedTest
  @MethodSource("trials")
  void endsAsIfNeverInterrupted(int number) throws IOException {
    Path file = directory.resolve("search.checkpoint");
    for (int seed = 0; seed < SEEDS; seed++) {
      String whole = ResultDigest.of(search(number, seed, problem(number)).workers(2).run());
      long calls = callsOf(number, seed);
      for (int stop = 0; stop < STOPS; stop++) {
        int workers = WORKERS[(number + stop) % WORKERS.length];
        int others = WORKERS[(number / 4 + stop + seed) % WORKERS.length];
        Stopper stopper = new Stopper(file, 1 + calls * stop / STOPS);
        Problem watched = problem(number).decorated(stopper::watch);
        Running running =
            search(number, seed, watched).workers(workers).checkpoint(file, OFTEN).start();
        stopper.running.set(running);
        running.await();
        assertThat(running.checkpointFailure()).isEmpty();
        confirm(number, seed, file, others, whole);
        Files.write(file, stopper.kept);
        confirm(number, seed, file, others, whole);
      }
    }
  }

  private static void confirm(int number, int seed, Path file, int workers, String whole)
      throws IOException {
    HALFWAY.addAndGet(callsUnderWay(file) > callsCommitted(file) ? 1 : 0);
    Result resumed =
        Trials.resumed(number, Search.resume(file, problem(number)).withoutCheckpoints())
            .workers(workers)
            .run();
    assertThat(ResultDigest.of(resumed)).as("seed %d, %d workers", seed, workers).isEqualTo(whole);
  }

  /** Stopped again and again, each time after some more calls, it gets to the same end. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 13, 18, 29, 50, 53})
  void endsAsIfNeverInterruptedHoweverOften(int number) {
    Path file = directory.resolve("search.checkpoint");
    String whole = ResultDigest.of(search(number, 4, problem(number)).workers(1).run());
    Result result = null;
    for (int run = 0; result == null || result.ending() == Ending.CANCELLED; run++) {
      Stopper stopper = new Stopper(file, 30 * (run + 1));
      Problem watched = problem(number).decorated(stopper::watch);
      Search next =
          run == 0
              ? search(number, 4, watched)
              : Trials.resumed(number, Search.resume(file, watched).withoutCheckpoints());
      Running running = next.workers(WORKERS[run % WORKERS.length]).checkpoint(file, OFTEN).start();
      stopper.running.set(running);
      result = running.await();
    }
    assertThat(ResultDigest.of(result)).isEqualTo(whole);
  }

  /** A search that has ended by itself and goes on with the same budget ends at once, the same. */
  @ParameterizedTest
  @MethodSource("trials")
  void whatHasEndedEndsAtOnce(int number) {
    Path file = directory.resolve("search.checkpoint");
    Result whole = search(number, 1, problem(number)).workers(3).checkpoint(file, OFTEN).run();
    AtomicLong calls = new AtomicLong();
    Problem counted = Trials.problem(number, calls);
    Result again =
        Trials.resumed(number, Search.resume(file, counted).withoutCheckpoints()).workers(2).run();
    assertThat(ResultDigest.of(again)).isEqualTo(ResultDigest.of(whole));
    if (whole.initialEvaluations() < whole.progress().evaluations()) {
      assertThat(calls).hasValue(0);
    }
  }

  /** The end of a search is settled, and so is what a larger budget makes of it. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8, 11, 13, 17, 18, 23, 29, 53, 59})
  void aLargerBudgetGoesOnFromTheEnd(int number) {
    Path file = directory.resolve("search.checkpoint");
    String first = null;
    for (int workers : WORKERS) {
      Result ended =
          search(number, 1, problem(number))
              .budget(Budget.evaluations(700))
              .workers(workers)
              .checkpoint(file, OFTEN)
              .run();
      assertThat(ended.ending()).isEqualTo(Ending.EVALUATIONS);
      AtomicLong calls = new AtomicLong();
      Result more =
          Trials.resumed(
                  number, Search.resume(file, Trials.problem(number, calls)).withoutCheckpoints())
              .budget(Budget.evaluations(1_100))
              .workers(WORKERS[workers % WORKERS.length])
              .run();
      assertThat(more.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(more.progress().evaluations()).isEqualTo(1_100);
      assertThat(calls).hasValue(400);
      assertThat(more.best().value()).isLessThanOrEqualTo(ended.best().value());
      assertConserved(more);
      first = first == null ? ResultDigest.of(more) : first;
      assertThat(ResultDigest.of(more)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 100, 399, 450, 520, 600})
  void aSmallerBudgetIsKeptTo(long budget) throws IOException {
    Path file = directory.resolve("search.checkpoint");
    Stopper stopper = new Stopper(file, 500);
    Running running =
        search(5, 2, problem(5).decorated(stopper::watch))
            .workers(3)
            .checkpoint(file, OFTEN)
            .start();
    stopper.running.set(running);
    running.await();
    long before = callsUnderWay(file);
    AtomicLong calls = new AtomicLong();
    Result result =
        Trials.resumed(5, Search.resume(file, Trials.problem(5, calls)).withoutCheckpoints())
            .budget(Budget.evaluations(budget))
            .workers(2)
            .run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().evaluations()).isLessThanOrEqualTo(Math.max(budget, before));
    assertThat(calls.get()).isLessThanOrEqualTo(Math.max(0, budget - before));
    assertConserved(result);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 9, 29, 40})
  void aBudgetThatEndsAmongTheInitialStartsSkipsNone(int budget) {
    Path file = directory.resolve("search.checkpoint");
    Search search = Search.of(problem(2)).seed(3).initialStarts(40).reproducible(5);
    Budget larger = Budget.evaluations(900);
    Result whole = search.budget(larger).run();
    search.budget(Budget.evaluations(budget)).workers(3).checkpoint(file, OFTEN).run();
    Result resumed =
        Search.resume(file, problem(2)).withoutCheckpoints().budget(larger).workers(2).run();
    assertThat(resumed.progress().evaluations()).isEqualTo(900);
    assertThat(resumed.initialEvaluations()).isEqualTo(40);
    if (budget < 40) {
      assertThat(ResultDigest.of(resumed)).isEqualTo(ResultDigest.of(whole));
    }
  }

  /** After an exception that was one too many, a more tolerant policy goes on. */
  @Test
  void aMoreTolerantPolicyGoesOnFromAFailure() {
    Path file = directory.resolve("search.checkpoint");
    Problem problem = throwing(evaluator -> evaluator);
    Search search =
        Search.of(problem)
            .seed(3)
            .initialStarts(4)
            .budget(Budget.evaluations(3_000))
            .reproducible();
    String first = null;
    for (int workers : WORKERS) {
      assertThatThrownBy(search.workers(workers).checkpoint(file, OFTEN)::run)
          .isInstanceOf(SearchFailedException.class);
      Result result =
          Search.resume(file, problem)
              .withoutCheckpoints()
              .failures(FailurePolicy.tolerate(5_000))
              .workers(2)
              .run();
      assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(result.progress().evaluations()).isEqualTo(3_000);
      first = first == null ? ResultDigest.of(result) : first;
      assertThat(ResultDigest.of(result)).isEqualTo(first);
    }
  }

  /** Exceptions are counted in the same order, whenever it was stopped; so is the one too many. */
  @ParameterizedTest
  @ValueSource(longs = {0, 3, 10, Long.MAX_VALUE})
  void exceptionsAreCountedAsIfNeverInterrupted(long tolerated) {
    Path file = directory.resolve("search.checkpoint");
    Search search =
        Search.of(throwing(evaluator -> evaluator))
            .seed(3)
            .initialStarts(4)
            .failures(FailurePolicy.tolerate(tolerated))
            .budget(Budget.evaluations(1_500))
            .reproducible(5);
    Result whole = result(search.workers(1).start());
    assertThat(whole.ending()).isEqualTo(tolerated < 100 ? Ending.FAILED : Ending.EVALUATIONS);
    for (int stop = 1; stop < whole.progress().evaluations(); stop += 71) {
      Stopper stopper = new Stopper(file, stop);
      Running running =
          Search.of(throwing(stopper::watch))
              .seed(3)
              .initialStarts(4)
              .failures(FailurePolicy.tolerate(tolerated))
              .budget(Budget.evaluations(1_500))
              .reproducible(5)
              .workers(WORKERS[stop % WORKERS.length])
              .checkpoint(file, OFTEN)
              .start();
      stopper.running.set(running);
      if (result(running).ending() == Ending.CANCELLED) {
        Search resumed = Search.resume(file, throwing(evaluator -> evaluator)).withoutCheckpoints();
        Result again =
            result(resumed.failures(FailurePolicy.tolerate(tolerated)).workers(2).start());
        assertThat(ResultDigest.of(again))
            .as("stopped at %d", stop)
            .isEqualTo(ResultDigest.of(whole));
      }
    }
  }

  private static Problem throwing(UnaryOperator<Evaluator> watch) {
    return Problem.of(
            x -> {
              if (x[0] > 0.2) {
                throw new ArithmeticException("beyond the wall");
              }
              return x[0] * x[0] - Math.cos(5 * x[0]) + x[1] * x[1];
            },
            Box.cube(-2, 1, 2))
        .decorated(watch);
  }

  private static Result result(Running running) {
    try {
      return running.await();
    } catch (SearchFailedException failed) {
      return failed.result();
    }
  }

  @Test
  void anotherNumberOfLanesIsRefused() {
    Path file = directory.resolve("search.checkpoint");
    Problem problem = TestProblems.ackley(2).problem();
    Search.of(problem).reproducible(6).budget(Budget.evaluations(50)).checkpoint(file, OFTEN).run();
    assertThatThrownBy(Search.resume(file, problem).withoutCheckpoints().reproducible(5)::start)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("lanes: 5 (expected: 6, as in the checkpoint)");
    Search.of(problem).budget(Budget.evaluations(50)).checkpoint(file, OFTEN).run();
    assertThatThrownBy(Search.resume(file, problem).withoutCheckpoints().reproducible(5)::start)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("lanes: 5 (expected: 0, as in the checkpoint)");
  }

  private static long callsOf(int number, int seed) {
    return search(number, seed, problem(number)).workers(1).run().progress().evaluations();
  }

  private static long callsUnderWay(Path file) throws IOException {
    Snapshot snapshot = Snapshot.decode(CheckpointFile.read(file));
    return callsCommitted(file)
        + snapshot.tasks().stream()
            .filter(task -> task.dispatched())
            .mapToLong(task -> task.done().counts().evaluations())
            .sum();
  }

  private static long callsCommitted(Path file) throws IOException {
    Snapshot snapshot = Snapshot.decode(CheckpointFile.read(file));
    return snapshot.totals().counts().evaluations();
  }

  private static void assertConserved(Result result) {
    assertThat(result.waiting())
        .isEqualTo(
            result.progress().starts()
                + result.progress().perturbations()
                - result.progress().stalls())
        .isEqualTo(result.progress().live());
  }

  private static Problem problem(int number) {
    return Trials.problem(number, new AtomicLong());
  }

  private static Search search(int number, long seed, Problem problem) {
    return Trials.search(number, seed, problem).reproducible(1 + number % 11);
  }

  /** Remembers the checkpoint at a call, then cancels the search some calls later. */
  private static final class Stopper {

    private final AtomicReference<Running> running = new AtomicReference<>();
    private final AtomicLong calls = new AtomicLong();
    private final Path file;
    private final long stop;
    private volatile byte[] kept = {};

    Stopper(Path file, long stop) {
      this.file = file;
      this.stop = stop;
    }

    Evaluator watch(Evaluator evaluator) {
      return new Forwarding(evaluator) {
        @Override
        void called() {
          Stopper.this.called();
        }
      };
    }

    private void called() {
      if (calls.incrementAndGet() == stop) {
        try {
          kept = Files.readAllBytes(file);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
        Running search;
        while ((search = running.get()) == null) {
          Thread.onSpinWait();
        }
        search.cancel();
      }
    }
  }
}
