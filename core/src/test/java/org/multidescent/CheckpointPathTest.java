package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/** Where checkpoints are kept: a path has one search at a time, and stays what it is. */
class CheckpointPathTest {

  private static final Duration AGES = Duration.ofSeconds(Long.MAX_VALUE);
  private static final int INTERRUPTS =
      Integer.getInteger("multidescent.checkpoint.interrupts", 60);
  private static final Problem PROBLEM = Problem.of(x -> x[0] * x[0] + x[1], Box.cube(-1, 1, 2));

  @TempDir private Path directory;

  @Test
  void aPathBelongsToOneSearchAtATime() throws IOException {
    Path file = directory.resolve("search.checkpoint");
    Running first = search(file).budget(Budget.steps(Long.MAX_VALUE)).start();
    try {
      assertThatThrownBy(() -> search(file).start())
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .hasMessage(
              file + ": another search keeps its checkpoints there (expected: a path of its own)");
    } finally {
      first.cancel();
      first.await();
    }
    Search again = Search.resume(file, PROBLEM).withoutCheckpoints().checkpoint(file, AGES);
    assertThat(again.budget(Budget.target(9)).run().ending()).isEqualTo(Ending.TARGET);
    search(file).run();
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatADeadProcessLeftIsRemoved() throws IOException {
    Path file = directory.resolve("search.checkpoint");
    Files.createFile(directory.resolve("search.checkpoint.123-4.new"));
    Files.createFile(directory.resolve("search.checkpoint.new"));
    Files.createFile(directory.resolve("other.1-1.new"));
    search(file).run();
    try (var files = Files.list(directory)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("search.checkpoint", "search.checkpoint.new", "other.1-1.new");
    }
  }

  @Test
  void aLinkStaysALinkToTheFileItLeadsTo() throws IOException {
    Path target = Files.createDirectory(directory.resolve("there")).resolve("kept");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("there", "kept"));
    search(link).run();
    assertThat(link).isSymbolicLink();
    assertThat(target).isRegularFile();
    assertThat(Search.resume(link, PROBLEM).withoutCheckpoints()).isNotNull();
    assertThatThrownBy(
            () -> search(Files.createSymbolicLink(directory.resolve("a"), Path.of("a"))).run())
        .hasRootCauseMessage(
            directory.resolve("a") + ": too many symbolic links (expected: a file)");
  }

  @Test
  void whatIsNotAFileIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("null"), Path.of("/dev/null"));
    Path folder = Files.createDirectory(directory.resolve("folder"));
    for (Path path : new Path[] {link, folder}) {
      assertThatThrownBy(() -> search(path).run())
          .hasRootCauseMessage(path + ": not a regular file (expected: a file, or nothing yet)");
    }
    assertThat(link).isSymbolicLink();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void durationsOfAgesAreForEver() {
    AtomicInteger told = new AtomicInteger();
    Result result =
        search(directory.resolve("search.checkpoint"))
            .onProgress(AGES, seen -> told.incrementAndGet())
            .failures(FailurePolicy.stop().callTimeout(AGES))
            .budget(Budget.evaluations(50).or(Budget.time(AGES)))
            .clockAfterFirstCall()
            .run();
    assertThat(result.progress().evaluations()).isEqualTo(50);
    assertThat(told).hasValue(1);
  }

  /** An interrupt at any moment ends the search as such, and leaves a whole file and no other. */
  @Test
  void anInterruptDuringTheFirstCheckpointEndsTheSearch() throws Exception {
    Path file = directory.resolve("search.checkpoint");
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < INTERRUPTS; round++) {
      boolean before = round % 4 == 0;
      int workers = 1 + round % 2;
      FutureTask<Result> search =
          new FutureTask<>(
              () -> {
                if (before) {
                  Thread.currentThread().interrupt();
                }
                return search(file).budget(Budget.unlimited()).workers(workers).run();
              });
      Thread caller = new Thread(search);
      caller.start();
      for (int spins = random.nextInt(200_000); spins > 0; spins--) {
        Thread.onSpinWait();
      }
      caller.interrupt();
      assertThat(search.get().ending()).isEqualTo(Ending.INTERRUPTED);
      try (var files = Files.list(directory)) {
        assertThat(files).containsExactly(file);
      }
      assertThat(Search.resume(file, PROBLEM).withoutCheckpoints()).isNotNull();
    }
  }

  private static Search search(Path file) {
    return Search.of(PROBLEM).checkpoint(file, AGES).budget(Budget.evaluations(50));
  }
}
