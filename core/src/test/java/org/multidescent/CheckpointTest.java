package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Objective;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** A search that goes on from a checkpoint. */
class CheckpointTest {

  static final Box BOX = Box.cube(-3, 2, 3);
  static final Duration OFTEN = Duration.ofNanos(1);
  static final long CALLS = 1500;
  private static final int STRIDE = Integer.getInteger("multidescent.checkpoint.stride", 97);

  @TempDir private Path directory;

  static Stream<Arguments> settings() {
    return Stream.of(
        setting("defaults", search -> search),
        setting("article steps", search -> search.slice(1).coarseShare(0)),
        setting("short slices", search -> search.slice(3).initialStarts(70)),
        setting("relaxed frontier", search -> search.slice(2).relaxedFrontier()),
        setting("own coordinates", Search::ownCoordinates),
        setting("no restart", search -> search.restart(RestartStrategy.none()).initialStarts(150)),
        setting(
            "other rules",
            search ->
                search
                    .starts(Starts.latinHypercube(8))
                    .restart(RestartStrategy.fresh(2))
                    .descent(
                        new Descent(
                            StepRule.spectral(),
                            StallRule.positions(5, 1e-4),
                            Differences.central(1e-5)))));
  }

  /** Whatever call it is stopped at, one worker ends with the same result to the last bit. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void oneWorkerEndsAsIfNeverInterrupted(String name, UnaryOperator<Search> settings)
      throws IOException {
    Result whole =
        settings
            .apply(Search.of(problem(CheckpointTest::waves)))
            .workers(1)
            .seed(7)
            .budget(Budget.evaluations(CALLS))
            .run();
    Path file = directory.resolve("search.checkpoint");
    long kept = 0;
    for (long stop = 1; stop < whole.progress().evaluations(); stop += STRIDE) {
      Interrupter interrupter = new Interrupter(file, stop);
      Running running =
          settings
              .apply(Search.of(problem(interrupter)))
              .seed(7)
              .workers(1)
              .budget(Budget.evaluations(CALLS))
              .checkpoint(file, OFTEN)
              .start();
      interrupter.running.set(running);
      running.await();
      assertThat(running.checkpointFailure()).isEmpty();
      kept = Math.max(kept, callsIn(file));
      Search last =
          settings.apply(Search.resume(file, problem(CheckpointTest::waves)).withoutCheckpoints());
      confirmSame(last.workers(1).run(), whole);
      Files.write(file, interrupter.before);
      Search former =
          settings.apply(Search.resume(file, problem(CheckpointTest::waves)).withoutCheckpoints());
      confirmSame(former.workers(1).run(), whole);
    }
    assertThat(kept).as("calls in the latest checkpoint").isGreaterThan(CALLS / 2);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "4, 1", "2, 2", "8, 3", "3, 8"})
  void anotherNumberOfWorkersMayGoOn(int before, int after) {
    Path file = directory.resolve("search.checkpoint");
    for (long stop = 1; stop < CALLS; stop += 311) {
      Interrupter interrupter = new Interrupter(file, stop);
      Running running =
          Search.of(problem(interrupter))
              .workers(before)
              .initialStarts(40)
              .slice(2)
              .budget(Budget.evaluations(CALLS))
              .checkpoint(file, OFTEN)
              .start();
      interrupter.running.set(running);
      running.await();
      Result resumed =
          Search.resume(file, problem(CheckpointTest::waves))
              .withoutCheckpoints()
              .workers(after)
              .run();
      assertThat(resumed.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(resumed.progress().evaluations()).isEqualTo(CALLS);
      assertThat(waves(resumed.best().x())).isEqualTo(resumed.best().value());
      Witness.confirmConservation(resumed);
      assertThat(Witness.threads()).isEmpty();
    }
  }

  /** Where the restart strategy does not look at what is left, as the default one does. */
  @Test
  void aLargerBudgetGoesOnFromTheEnd() {
    Path file = directory.resolve("search.checkpoint");
    RestartStrategy fresh = RestartStrategy.fresh(2);
    Search search = Search.of(problem(CheckpointTest::waves)).workers(1).seed(3).restart(fresh);
    Result whole = search.budget(Budget.evaluations(CALLS)).run();
    for (long budget = 1; budget < CALLS; budget += 97) {
      search.budget(Budget.evaluations(budget)).checkpoint(file, OFTEN).run();
      Result resumed =
          Search.resume(file, problem(CheckpointTest::waves))
              .withoutCheckpoints()
              .workers(1)
              .restart(fresh)
              .budget(Budget.evaluations(CALLS))
              .run();
      confirmSame(resumed, whole);
    }
  }

  @Test
  void aUsedUpBudgetEndsAtOnce() {
    Path file = directory.resolve("search.checkpoint");
    do {
      Interrupter interrupter = new Interrupter(file, 400);
      Running running =
          Search.of(problem(interrupter)).workers(1).slice(1).checkpoint(file, OFTEN).start();
      interrupter.running.set(running);
      running.await();
    } while (callsIn(file) == 0);
    AtomicLong calls = new AtomicLong();
    Result resumed =
        Search.resume(file, problem(x -> calls.incrementAndGet()))
            .withoutCheckpoints()
            .budget(Budget.evaluations(1))
            .run();
    assertThat(resumed.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(calls).hasValue(0);
    Witness.confirmConservation(resumed);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        other(
            "starts: org.multidescent.start.Uniform"
                + " (expected: org.multidescent.start.Centred, as in the checkpoint)",
            search -> search.starts(Starts.uniform())),
        other("seed: 1 (expected: 0, as in the checkpoint)", search -> search.seed(1)),
        other(
            "initial starts: 5 (expected: 16, as in the checkpoint)",
            search -> search.initialStarts(5)),
        other(
            "coarse share: 0.5 (expected: 0.2, as in the checkpoint)",
            search -> search.coarseShare(0.5)),
        other("slice: 9 (expected: 2147483647, as in the checkpoint)", search -> search.slice(9)),
        other("unit box: false (expected: true, as in the checkpoint)", Search::ownCoordinates));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void anotherSearchIsRefused(String message, UnaryOperator<Search> change) {
    Path file = kept();
    Search resumed =
        change.apply(Search.resume(file, problem(CheckpointTest::waves)).withoutCheckpoints());
    assertThatThrownBy(resumed::start).isInstanceOf(CheckpointException.class).hasMessage(message);
  }

  @Test
  void anotherProblemIsRefused() {
    Path file = kept();
    Problem smaller = Problem.of(CheckpointTest::waves, Box.cube(-3, 2, 2));
    assertThatThrownBy(() -> Search.resume(file, smaller).withoutCheckpoints())
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "box: Box[[-3.0, -3.0] .. [2.0, 2.0]] (expected: Box[[-3.0, -3.0, -3.0] .. [2.0, 2.0,"
                + " 2.0]], as in the checkpoint)");
  }

  @Test
  void aFileThatCannotBeWrittenIsFoundBeforeAnyWork() {
    AtomicLong calls = new AtomicLong();
    Path nowhere = directory.resolve("missing").resolve("search.checkpoint");
    Search search = Search.of(problem(x -> calls.incrementAndGet())).checkpoint(nowhere, OFTEN);
    assertThatThrownBy(search::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("checkpoint: " + nowhere + " (expected: a file that can be written)");
    assertThatThrownBy(
            () -> Search.resume(nowhere, problem(CheckpointTest::waves)).withoutCheckpoints())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("checkpoint: " + nowhere + " (expected: a file that can be read)");
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "8"})
  void aWriterThatFailsLaterIsReportedAndTheSearchGoesOn(int workers) throws IOException {
    Path inner = Files.createDirectory(directory.resolve("inner"));
    Path file = inner.resolve("search.checkpoint");
    Witness witness = new Witness();
    Running running =
        Search.of(witness.watch(problem(CheckpointTest::waves)))
            .workers(workers)
            .budget(Budget.unlimited())
            .checkpoint(file, OFTEN)
            .start();
    Files.move(inner, directory.resolve("moved"));
    while (running.checkpointFailure().isEmpty()) {
      Thread.onSpinWait();
    }
    running.cancel();
    witness.confirm(running.await());
    assertThat(running.checkpointFailure()).get().isInstanceOf(IOException.class);
    Path moved = directory.resolve("moved").resolve("search.checkpoint");
    assertThat(Search.resume(moved, problem(CheckpointTest::waves)).withoutCheckpoints())
        .isNotNull();
  }

  private static long callsIn(Path file) {
    try {
      return Snapshot.decode(CheckpointFile.read(file)).counts().valueEvaluations();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path kept() {
    Path file = directory.resolve("search.checkpoint");
    Search.of(problem(CheckpointTest::waves))
        .workers(1)
        .initialStarts(16)
        .coarseShare(0.2)
        .budget(Budget.evaluations(10))
        .checkpoint(file, Duration.ofHours(1))
        .run();
    return file;
  }

  static void confirmSame(Result resumed, Result whole) {
    assertThat(resumed.best()).isEqualTo(whole.best());
    assertThat(resumed.ending()).isEqualTo(whole.ending());
    assertThat(resumed.optima()).isEqualTo(whole.optima());
    assertThat(resumed.completeness()).isEqualTo(whole.completeness());
    assertThat(resumed.initialEvaluations()).isEqualTo(whole.initialEvaluations());
    assertThat(resumed.waiting()).isEqualTo(whole.waiting());
    assertThat(resumed.faultCounts()).isEqualTo(whole.faultCounts());
    assertThat(resumed.progress())
        .usingRecursiveComparison()
        .ignoringFields("elapsed", "rates")
        .isEqualTo(whole.progress());
    Witness.confirmConservation(resumed);
  }

  static Running await(AtomicReference<Running> running) {
    Running search;
    while ((search = running.get()) == null) {
      Thread.onSpinWait();
    }
    return search;
  }

  static Problem problem(Objective objective) {
    return Problem.of(objective, BOX);
  }

  /** Waves on a bowl, with a region that has no value. */
  static double waves(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi - Math.cos(5 * xi);
    }
    return x[0] > 1.5 ? Double.NaN : sum;
  }

  private static Arguments setting(String name, UnaryOperator<Search> settings) {
    return Arguments.of(name, settings);
  }

  private static Arguments other(String message, UnaryOperator<Search> change) {
    return Arguments.of(message, change);
  }

  /**
   * Dawdles from one call on until two more checkpoints have been kept, then cancels the search:
   * the second was begun after that call.
   */
  private static final class Interrupter implements Objective {

    private static final long PATIENCE_NANOS = 3_000_000;

    private final AtomicReference<Running> running = new AtomicReference<>();
    private final AtomicLong calls = new AtomicLong();
    private final Path file;
    private final long stop;
    private final AtomicLong changes = new AtomicLong();
    private volatile byte[] before = {};

    Interrupter(Path file, long stop) {
      this.file = file;
      this.stop = stop;
    }

    @Override
    public double value(double[] x) {
      long call = calls.incrementAndGet();
      if (call == stop) {
        before = bytes();
      }
      byte[] seen = before;
      if (call >= stop && seen.length > 0 && isNewer(seen) && changes.incrementAndGet() == 1) {
        before = bytes();
      } else if (changes.get() > 1) {
        await(running).cancel();
      }
      return waves(x);
    }

    /** Waits a little for a checkpoint; most calls in a step let one be taken. */
    private boolean isNewer(byte[] seen) {
      long begun = System.nanoTime();
      boolean newer = false;
      while (!newer && System.nanoTime() - begun < PATIENCE_NANOS) {
        Thread.onSpinWait();
        newer = !Arrays.equals(seen, bytes());
      }
      return newer;
    }

    private byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
