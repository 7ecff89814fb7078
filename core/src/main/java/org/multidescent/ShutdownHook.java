package org.multidescent;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.multidescent.engine.SearchEngine;

/**
 * Ends a search in order when the JVM is told to stop, and lets the thread that waits for it finish
 * its work.
 *
 * <p>Implementation note. The JVM halts when its hooks have ended, whatever other threads are at.
 * So the hook does not end before the waiting thread has, or has come to a {@code System.exit} of
 * its own, which blocks until then. That is looked for now and then, as a thread that blocks there
 * tells nobody.
 */
final class ShutdownHook {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long LOOK_MILLIS = 10;

  private final SearchEngine search;
  private final Thread waiting;
  private final Thread hook = new Thread(this::run, "multidescent-shutdown");

  ShutdownHook(SearchEngine search, Thread waiting) {
    this.search = search;
    this.waiting = waiting;
  }

  /** Has the JVM end the search before it stops. */
  void add() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      search.cancel();
    }
  }

  /** Takes the hook off once the search has ended, unless the JVM is about to stop. */
  void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook waits for the thread that calls this.
    }
  }

  private void run() {
    if (search.isDone()) {
      return;
    }
    search.cancel();
    search.await();
    long end = System.nanoTime() + LONGEST_NANOS;
    try {
      while (!isDone() && System.nanoTime() < end) {
        waiting.join(LOOK_MILLIS);
      }
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDone() {
    return !waiting.isAlive()
        || Arrays.stream(waiting.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
  }
}
