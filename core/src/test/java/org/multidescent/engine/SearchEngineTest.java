package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;

class SearchEngineTest {

  private static final Listeners NOBODY =
      new Listeners(Duration.ofHours(1), null, null, null, null);

  private final TestSettings settings = new TestSettings().budget(Budget.evaluations(200));

  @TempDir private Path directory;

  @Test
  void aSearchThatHasEndedTellsItsResult() {
    SearchEngine engine = SearchEngine.run(settings.make(), NOBODY);
    assertThat(engine.isDone()).isTrue();
    Result result = engine.result();
    assertThat(result.progress().evaluations()).isEqualTo(200);
    assertThat(result.progress().counts()).isEqualTo(engine.progress().counts());
    assertThat(result.best().value()).isEqualTo(result.progress().best());
    assertThat(result.initialStarts()).isEqualTo(4);
    assertThat(result.initialEvaluations()).isEqualTo(4);
    assertThat(engine.failure()).isNull();
    assertThat(engine.failureMessage()).isEmpty();
    assertThat(engine.checkpointFailure()).isNull();
  }

  @Test
  void oneThatRunsOnThreadsOfItsOwnCanBeCancelled() {
    SearchEngine engine =
        SearchEngine.start(settings.budget(Budget.unlimited()).workers(2).make(), NOBODY);
    engine.cancel();
    engine.await();
    assertThat(engine.isDone()).isTrue();
    assertThat(engine.result().progress().ending()).isEqualTo(Ending.CANCELLED);
  }

  @Test
  void whatTheObjectiveThrowsIsTold() {
    ArithmeticException thrown = new ArithmeticException();
    settings.problem(
        Problem.of(
            x -> {
              throw thrown;
            },
            Box.cube(0, 1, 2)));
    SearchEngine engine = SearchEngine.run(settings.make(), NOBODY);
    assertThat(engine.failure()).isSameAs(thrown);
    assertThat(engine.failureMessage()).startsWith("the objective failed: exception");
  }

  @Test
  void aSearchGoesOnFromItsLastCheckpoint() throws IOException {
    Path file = directory.resolve("search.checkpoint");
    SearchEngine.run(settings.lanes(1).file(file).make(), NOBODY);
    Snapshot snapshot = Snapshot.decode(CheckpointFile.read(file));
    assertThat(snapshot.counts().evaluations()).isEqualTo(200);
    Result resumed =
        SearchEngine.run(settings.resumed(snapshot).budget(Budget.evaluations(500)).make(), NOBODY)
            .result();
    Result whole =
        SearchEngine.run(new TestSettings().lanes(1).budget(Budget.evaluations(500)).make(), NOBODY)
            .result();
    assertThat(resumed.best()).isEqualTo(whole.best());
    assertThat(resumed.progress().counts()).isEqualTo(whole.progress().counts());
  }

  @Test
  void itDoesNotGoOnFromThatOfAnother() throws IOException {
    Path file = directory.resolve("search.checkpoint");
    SearchEngine.run(settings.file(file).make(), NOBODY);
    Snapshot snapshot = Snapshot.decode(CheckpointFile.read(file));
    TestSettings other = new TestSettings().starts(9).resumed(snapshot);
    assertThatThrownBy(() -> SearchEngine.run(other.make(), NOBODY))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("initial starts: 9 (expected: 4");
  }

  @Test
  void aSearchOnTheCallersThreadThatIsInterruptedEnds() {
    settings.budget(Budget.unlimited());
    Thread.currentThread().interrupt();
    SearchEngine engine = SearchEngine.run(settings.make(), NOBODY);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(engine.result().progress().ending()).isEqualTo(Ending.INTERRUPTED);
  }
}
