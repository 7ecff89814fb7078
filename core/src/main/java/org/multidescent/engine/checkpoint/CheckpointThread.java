package org.multidescent.engine.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.CheckpointLock;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.settings.SafetySettings;
import org.multidescent.engine.telemetry.FlightRecorder;
import org.multidescent.engine.telemetry.SearchLog;

/**
 * The thread that keeps checkpoints: has the state copied, and writes the copy while the workers go
 * on. Those that wait for the copy do not wait long for one that does not let it be taken: then
 * this checkpoint is left out. A checkpoint that cannot be written is reported, and the former one
 * stays.
 */
public final class CheckpointThread {

  /** What is kept. */
  public interface Source {

    /** Returns the state before any work. */
    Snapshot first();

    /**
     * Copies the state of a search at work.
     *
     * @param patienceNanos how long workers may wait for others to let it be copied
     * @return null if it cannot be copied now
     */
    @Nullable Snapshot copy(long patienceNanos);
  }

  private static final int PATIENCE = 8;
  private static final long LEAST_PATIENCE_NANOS = 10_000_000;

  private final @Nullable Path file;
  private final long interval;
  private final CountDownLatch running;
  private final Source source;
  private final SearchLog log;
  private volatile @Nullable Throwable failure;
  private volatile Supplier<@Nullable Snapshot> last = () -> null;
  private @Nullable Thread thread;
  private volatile @Nullable CheckpointLock lock;

  public CheckpointThread(
      SafetySettings safety, CountDownLatch running, Source source, SearchLog log) {
    this.log = log;
    this.file = safety.file();
    this.interval = safety.every().toNanos();
    this.running = running;
    this.source = source;
  }

  /**
   * Keeps the state before any work, so that a path that cannot be written to is found at once. An
   * interrupt of the calling thread would close the file: another thread writes it.
   */
  public void keepFirst() {
    Path path = file;
    if (path == null) {
      return;
    }
    Thread keeping = new Thread(() -> keepFirst(path), "multidescent-first-checkpoint");
    keeping.start();
    if (Threads.join(keeping)) {
      Thread.currentThread().interrupt();
    }
    Throwable unkept = failure;
    if (unkept != null) {
      release();
      failure = unkept;
      throw unkept instanceof IOException unwritable
          ? new UncheckedIOException(
              "checkpoint: " + path + " (expected: a file that can be written)", unwritable)
          : new IllegalStateException("checkpoint: " + path + " could not be written", unkept);
    }
  }

  private void keepFirst(Path path) {
    try {
      lock = CheckpointLock.take(path);
      write(path, source.first(), new Copying(), false);
    } catch (Throwable unwritable) {
      failure = unwritable;
    }
  }

  public void start(String name) {
    Path path = file;
    if (path == null) {
      return;
    }
    Thread started = new Thread(() -> keep(path), name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Takes the state at the end of the search, from its last worker. */
  public void keepLast(Supplier<@Nullable Snapshot> state) {
    if (file != null) {
      try {
        Snapshot taken = state.get();
        last = () -> taken;
      } catch (RuntimeException | Error unkept) {
        last =
            () -> {
              throw unkept;
            };
      }
    }
  }

  /** Waits until the last checkpoint is written; returns as {@link Threads#join}. */
  public boolean join() {
    Thread keeping = thread;
    if (keeping == null) {
      release();
      return false;
    }
    return Threads.join(keeping);
  }

  @Nullable
  public Throwable failure() {
    return failure;
  }

  private void keep(Path path) {
    long patience = Math.max(LEAST_PATIENCE_NANOS, interval / PATIENCE);
    while (!isDone()) {
      keep(path, () -> source.copy(patience), false);
    }
    keep(path, last, true);
    release();
  }

  private synchronized void release() {
    CheckpointLock held = lock;
    if (held != null) {
      lock = null;
      try {
        held.close();
      } catch (IOException unreleased) {
        failure = unreleased;
      }
    }
  }

  private void keep(Path path, Supplier<@Nullable Snapshot> state, boolean atEnd) {
    try {
      Copying copying = new Copying();
      Snapshot snapshot = state.get();
      if (snapshot != null) {
        write(path, snapshot, copying, atEnd);
        failure = null;
      }
    } catch (Throwable unkept) {
      if (failure == null) {
        log.checkpointFailed(path, unkept);
      }
      failure = unkept;
    }
  }

  private void write(Path path, Snapshot snapshot, Copying copying, boolean atEnd)
      throws IOException {
    long copied = System.nanoTime();
    byte[] content = snapshot.encode();
    CheckpointFile.write(path, content);
    log.checkpoint(path, CheckpointFile.size(content));
    if (copying.event != null) {
      copying.event.end(
          path,
          CheckpointFile.size(content),
          copied - copying.begun,
          System.nanoTime() - copied,
          atEnd);
    }
  }

  /** A copy under way: when it began, and its event. */
  private static final class Copying {
    private final FlightRecorder.@Nullable CheckpointSpan event = FlightRecorder.checkpoint();
    private final long begun = System.nanoTime();
  }

  private boolean isDone() {
    try {
      return running.await(interval, TimeUnit.NANOSECONDS);
    } catch (InterruptedException ignored) {
      return running.getCount() == 0;
    }
  }
}
