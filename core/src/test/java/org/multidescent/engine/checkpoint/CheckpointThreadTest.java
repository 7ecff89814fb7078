package org.multidescent.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.CheckpointLock;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.engine.telemetry.SearchLog;

class CheckpointThreadTest {

  @TempDir private Path directory;
  private Path file;
  private final CountDownLatch running = new CountDownLatch(1);
  private final AtomicInteger copies = new AtomicInteger();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  @BeforeEach
  void name() {
    file = directory.resolve("search.checkpoint");
  }

  private static Snapshot snapshot(long elapsedNanos) {
    TestSnapshot made = new TestSnapshot();
    made.elapsedNanos = elapsedNanos;
    return made.of(new TestSettings().make());
  }

  /** Gives a snapshot of 1 nanosecond at first, and of 2 after that. */
  private CheckpointThread thread(@Nullable Path path, Duration every) {
    CheckpointThread.Source source =
        new CheckpointThread.Source() {

          @Override
          public Snapshot first() {
            return snapshot(1);
          }

          @Override
          public Snapshot copy(long patienceNanos) {
            copies.incrementAndGet();
            RuntimeException thrown = failure.get();
            if (thrown != null) {
              throw thrown;
            }
            return snapshot(2);
          }
        };
    return new CheckpointThread(
        new TestSettings().file(path).every(every).safety(),
        running,
        source,
        new SearchLog("checkpoint-thread-test"));
  }

  private long kept() throws IOException {
    return Snapshot.decode(CheckpointFile.read(file)).elapsedNanos();
  }

  private void awaitCopies(int count) {
    int before = copies.get();
    while (copies.get() < before + count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theFirstStateIsKeptBeforeAnyWorkAndTheLastAtTheEnd() throws IOException {
    CheckpointThread thread = thread(file, Duration.ofHours(1));
    thread.keepFirst();
    assertThat(kept()).isEqualTo(1);
    thread.start("checkpoints");
    thread.keepLast(() -> snapshot(3));
    running.countDown();
    assertThat(thread.join()).isFalse();
    assertThat(kept()).isEqualTo(3);
    assertThat(thread.failure()).isNull();
    assertThat(copies).hasValue(0);
  }

  @Test
  void theStateIsCopiedWhileTheSearchRuns() throws IOException {
    CheckpointThread thread = thread(file, Duration.ofNanos(1));
    thread.keepFirst();
    thread.start("checkpoints");
    awaitCopies(2);
    assertThat(kept()).isEqualTo(2);
    running.countDown();
    thread.join();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void withoutAFileThereIsNoThread() {
    CheckpointThread thread = thread(null, Duration.ofNanos(1));
    thread.keepFirst();
    thread.start("checkpoints-of-nothing");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(other -> other.getName().equals("checkpoints-of-nothing"));
    thread.keepLast(
        () -> {
          throw new IllegalStateException();
        });
    assertThat(thread.join()).isFalse();
    assertThat(thread.failure()).isNull();
  }

  @Test
  void aPathThatCannotBeWrittenToIsFoundAtOnce() {
    Path nowhere = directory.resolve("missing").resolve("search.checkpoint");
    CheckpointThread thread = thread(nowhere, Duration.ofHours(1));
    assertThatThrownBy(thread::keepFirst)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("checkpoint: " + nowhere + " (expected: a file that can be written)");
    assertThat(thread.failure()).isInstanceOf(IOException.class);
  }

  @Test
  void aCheckpointThatFailsLeavesTheFormerOneAndIsTriedAgain() throws IOException {
    failure.set(new ArithmeticException());
    CheckpointThread thread = thread(file, Duration.ofNanos(1));
    thread.keepFirst();
    thread.start("checkpoints");
    awaitCopies(2);
    assertThat(kept()).isEqualTo(1);
    assertThat(thread.failure()).isInstanceOf(ArithmeticException.class);
    failure.set(null);
    awaitCopies(2);
    assertThat(kept()).isEqualTo(2);
    running.countDown();
    thread.join();
    assertThat(thread.failure()).isNull();
  }

  @Test
  void aLastStateThatCannotBeTakenIsTold() throws IOException {
    ArithmeticException thrown = new ArithmeticException();
    CheckpointThread thread = thread(file, Duration.ofNanos(1));
    thread.keepFirst();
    thread.start("checkpoints");
    awaitCopies(1);
    thread.keepLast(
        () -> {
          throw thrown;
        });
    awaitCopies(2);
    running.countDown();
    thread.join();
    assertThat(thread.failure()).isSameAs(thrown);
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void thePathIsFreeAgainAfterTheEnd() throws IOException {
    CheckpointThread thread = thread(file, Duration.ofHours(1));
    thread.keepFirst();
    assertThatThrownBy(() -> CheckpointLock.take(file)).isInstanceOf(IOException.class);
    thread.start("checkpoints");
    running.countDown();
    thread.join();
    CheckpointLock.take(file).close();
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void thePathIsFreeAgainIfTheThreadWasNeverStarted() throws IOException {
    CheckpointThread thread = thread(file, Duration.ofHours(1));
    thread.keepFirst();
    assertThat(thread.join()).isFalse();
    CheckpointLock.take(file).close();
  }

  @Test
  void anInterruptDoesNotKeepTheFirstStateFromBeingWritten() throws IOException {
    CheckpointThread thread = thread(file, Duration.ofHours(1));
    Thread.currentThread().interrupt();
    thread.keepFirst();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kept()).isEqualTo(1);
    thread.join();
  }
}
