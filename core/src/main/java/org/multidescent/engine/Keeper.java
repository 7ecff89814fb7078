package org.multidescent.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;

/**
 * The thread that keeps checkpoints. It stops the workers for as long as it takes to copy the
 * state, and writes the copy while they go on. Workers that have stopped wait for one that does
 * not, but not for long: then this checkpoint is left out. A checkpoint that cannot be written is
 * reported, and the former one stays.
 */
final class Keeper {

  private static final int PATIENCE = 8;
  private static final long LEAST_PATIENCE_NANOS = 10_000_000;

  private final Settings settings;
  private final Shared shared;
  private final CountDownLatch running;
  private final Capture capture;
  private volatile @Nullable Throwable failure;
  private @Nullable Thread thread;

  Keeper(
      Settings settings,
      Shared shared,
      Faults faults,
      CountDownLatch running,
      LongSupplier initialCalls,
      long startNanos) {
    this.settings = settings;
    this.shared = shared;
    this.running = running;
    this.capture = new Capture(settings, shared, faults, initialCalls, startNanos);
  }

  /** Keeps the state before any work, so that a path that cannot be written to is found at once. */
  void keepFirst() {
    Path file = settings.safety().file();
    if (file == null) {
      return;
    }
    try {
      CheckpointFile.write(file, capture.take().encode());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "checkpoint: " + file + " (expected: a file that can be written)", unwritable);
    }
  }

  void start(String name) {
    Path file = settings.safety().file();
    if (file == null) {
      return;
    }
    Thread started = new Thread(() -> keep(file), name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  boolean join() {
    Thread keeping = thread;
    return keeping != null && Threads.join(keeping);
  }

  @Nullable Throwable failure() {
    return failure;
  }

  private void keep(Path file) {
    long interval = settings.safety().every().toNanos();
    while (!isDone(interval)) {
      try {
        Snapshot snapshot = copy(Math.max(LEAST_PATIENCE_NANOS, interval / PATIENCE));
        if (snapshot != null) {
          CheckpointFile.write(file, snapshot.encode());
          failure = null;
        }
      } catch (Throwable unkept) {
        failure = unkept;
      }
    }
  }

  private @Nullable Snapshot copy(long patienceNanos) {
    try {
      return shared.safepoint().stop(patienceNanos) ? capture.take() : null;
    } finally {
      shared.safepoint().go();
    }
  }

  private boolean isDone(long waitNanos) {
    try {
      return running.await(waitNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException ignored) {
      return running.getCount() == 0;
    }
  }
}
