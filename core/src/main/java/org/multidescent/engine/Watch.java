package org.multidescent.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;

/**
 * The one thread of a search that looks at the clock: ends it when its time is up, and calls the
 * user's listeners, so that neither costs a worker anything. What a listener throws is dropped. A
 * search with no listener and no limit of time has no such thread.
 *
 * <p>Discoveries wait in a bounded queue; a listener too slow for them misses some.
 */
final class Watch {

  private static final int PENDING = 65_536;
  private static final long LONGEST_WAIT_NANOS = 20_000_000;

  private final Listeners listeners;
  private final Verdict verdict;
  private final CountDownLatch running;
  private final Supplier<Progress> progress;
  private final LinkedBlockingQueue<Optimum> discoveries = new LinkedBlockingQueue<>(PENDING);
  private @Nullable Thread thread;

  Watch(Listeners listeners, Verdict verdict, CountDownLatch running, Supplier<Progress> progress) {
    this.listeners = listeners;
    this.verdict = verdict;
    this.running = running;
    this.progress = progress;
  }

  void start(String name, Duration time, long startNanos) {
    boolean limited = time.compareTo(Budget.FOREVER) < 0;
    if (!limited && listeners.progress() == null && listeners.optimum() == null) {
      return;
    }
    long nanos = time.toNanos();
    Thread started = new Thread(() -> watch(startNanos, nanos), name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Takes a new optimum to the listener; called by one worker at a time. */
  void discovered(Supplier<Optimum> optimum) {
    if (listeners.optimum() != null) {
      discoveries.offer(optimum.get());
    }
  }

  /** Waits until the listeners have been told everything. */
  void join() {
    Thread watching = thread;
    if (watching == null || watching == Thread.currentThread()) {
      return;
    }
    boolean interrupted = false;
    while (watching.isAlive()) {
      try {
        watching.join();
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(long startNanos, long limitNanos) {
    long interval = listeners.progress() == null ? Long.MAX_VALUE : listeners.interval().toNanos();
    long reported = 0;
    boolean done = false;
    while (!done) {
      long elapsed = System.nanoTime() - startNanos;
      long wait = Math.min(limitNanos - elapsed, interval - (elapsed - reported));
      done = isDone(Math.max(0, Math.min(wait, LONGEST_WAIT_NANOS)));
      elapsed = System.nanoTime() - startNanos;
      if (elapsed >= limitNanos) {
        verdict.end(Ending.TIME);
        limitNanos = Long.MAX_VALUE;
      }
      if (elapsed - reported >= interval || done) {
        tell(listeners.progress(), progress.get());
        reported = elapsed;
      }
      for (Optimum next = discoveries.poll(); next != null; next = discoveries.poll()) {
        tell(listeners.optimum(), next);
      }
    }
  }

  private boolean isDone(long waitNanos) {
    try {
      return running.await(waitNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException ignored) {
      return running.getCount() == 0;
    }
  }

  private static <T> void tell(@Nullable Consumer<? super T> listener, T message) {
    if (listener != null) {
      try {
        listener.accept(message);
      } catch (Throwable dropped) {
        // A listener's failure is its own.
      }
    }
  }
}
