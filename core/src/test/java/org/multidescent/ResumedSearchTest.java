package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/** What a search that goes on from a checkpoint takes over, and what it may use. */
class ResumedSearchTest {

  private static final Duration AGES = Duration.ofDays(1);

  private final AtomicLong calls = new AtomicLong();
  @TempDir private Path directory;

  /** Throws now and then. */
  private Problem failing() {
    return Problem.of(
        x -> {
          if (calls.incrementAndGet() % 100 == 0 && calls.get() < 1_000) {
            throw new IllegalStateException("no licence");
          }
          return Math.cos(9 * x[0]) + x[0] * x[0] + x[1] * x[1];
        },
        Box.cube(-3, 2, 2));
  }

  private Path file() {
    return directory.resolve("search.checkpoint");
  }

  private Result begin(Budget budget) {
    return Search.of(failing())
        .workers(2)
        .failures(FailurePolicy.tolerate(50).callTimeout(Duration.ofMinutes(7)))
        .clockAfterFirstCall()
        .checkpoint(file(), AGES)
        .budget(budget)
        .run();
  }

  @Test
  void itGoesOnWithItsCheckpointsAndItsPolicy() throws Exception {
    begin(Budget.evaluations(500));
    Result result =
        Search.resume(file(), failing()).workers(1).budget(Budget.evaluations(1_000)).run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().evaluations()).isEqualTo(1_000);
    Snapshot last = Snapshot.decode(CheckpointFile.read(file()));
    assertThat(last.counts().evaluations()).isBetween(800L, 1_000L);
    assertThat(last.safety().every()).isEqualTo(AGES);
    assertThat(last.safety().failures())
        .isEqualTo(FailurePolicy.tolerate(50).callTimeout(Duration.ofMinutes(7)));
    assertThat(last.safety().lateClock()).isTrue();
  }

  /** One that was cancelled among its initial starts, in its last call or before. */
  @ParameterizedTest
  @CsvSource({
    "16, 16, 0, 1",
    "16, 16, 0, 3",
    "16, 16, 3, 2",
    "20, 9, 0, 1",
    "20, 9, 0, 3",
    "20, 9, 3, 2"
  })
  @Timeout(60)
  void aBudgetThatIsUsedUpAmongTheInitialStartsEndsIt(
      int stop, int budget, int lanes, int workers) {
    AtomicReference<Running> running = new AtomicReference<>();
    Box box = Box.cube(-3, 2, 2);
    Problem cancelling =
        Problem.of(
            x -> {
              if (calls.incrementAndGet() == stop) {
                CheckpointTest.await(running).cancel();
              }
              return x[0] + x[1];
            },
            box);
    Search search = Search.of(cancelling).initialStarts(40).workers(workers);
    search = lanes > 0 ? search.reproducible(lanes) : search;
    Budget first = Budget.evaluations(Math.max(stop, budget));
    running.set(search.budget(first).checkpoint(file(), AGES).start());
    assertThat(running.get().await().ending()).isEqualTo(Ending.CANCELLED);
    Result again =
        Search.resume(file(), Problem.of(x -> x[0] + x[1], box))
            .withoutCheckpoints()
            .budget(Budget.evaluations(budget))
            .run();
    assertThat(again.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(again.progress().evaluations()).isBetween((long) budget, (long) stop);
  }

  @Test
  void withoutCheckpointsTheFileIsLeftAlone() throws Exception {
    begin(Budget.evaluations(500));
    byte[] before = CheckpointFile.read(file());
    Search.resume(file(), failing()).withoutCheckpoints().more(Budget.evaluations(10)).run();
    assertThat(CheckpointFile.read(file())).isEqualTo(before);
  }

  @Test
  void moreIsAddedToWhatWasUsed() throws Exception {
    begin(Budget.evaluations(500));
    long used = Snapshot.decode(CheckpointFile.read(file())).counts().evaluations();
    Search search = Search.resume(file(), failing()).workers(1);
    Result result = search.more(Budget.evaluations(300).or(Budget.target(-1e9))).run();
    assertThat(result.progress().evaluations()).isEqualTo(used + 300);
    assertThat(result.budget().target()).isEqualTo(-1e9);
  }

  @Test
  void aTimeThatWasUsedUpEndsItAtOnceUnlessItIsAllowedMore() {
    begin(Budget.time(Duration.ofMillis(30)));
    Result again = Search.resume(file(), failing()).run();
    assertThat(again.ending()).isEqualTo(Ending.TIME);
    assertThat(again.toString()).contains(" of 0.030 s allowed");
    Search search = Search.resume(file(), failing());
    long before = again.elapsed().toNanos();
    Result more = search.more(Budget.time(Duration.ofMillis(20))).run();
    assertThat(more.ending()).isEqualTo(Ending.TIME);
    assertThat(more.elapsed()).isGreaterThanOrEqualTo(Duration.ofNanos(before).plusMillis(20));
  }

  @Test
  void onlyAResumedSearchMayHaveMore() {
    assertThatThrownBy(() -> Search.of(failing()).more(Budget.steps(1)))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("more: a search that begins (expected: one that goes on from a checkpoint)");
  }

  @Test
  void aSearchSaysWhatWasSet() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(Search.of(failing()))
        .hasToString("Search[2 coordinates, budget 20,000 evaluations]");
    Search search =
        Search.of(failing())
            .seed(7)
            .workers(processors + 1)
            .budget(Budget.target(0.5).or(Budget.time(Duration.ofHours(8))))
            .slice(3)
            .reproducible(4)
            .checkpoint(Path.of("kept"), Duration.ofMinutes(2));
    assertThat(search)
        .hasToString(
            ("Search[2 coordinates, seed 7, workers %d, budget target 0.5 or 8h, slice 3,"
                    + " reproducible lanes 4, checkpoint kept every 2m]")
                .formatted(processors + 1));
    begin(Budget.evaluations(500));
    assertThat(Search.resume(file(), failing()).toString())
        .contains("resumed after ")
        .contains(" evaluations, ");
  }
}
