package org.multidescent.engine.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * The thread that calls the user's listeners, so that they cost a worker nothing. What a listener
 * throws is dropped. A search with no listener has no such thread.
 *
 * <p>Discoveries wait in a bounded queue; a listener too slow for them misses some. Of best values
 * only the latest waits.
 */
final class ListenerThread {

  private static final int PENDING = 65_536;
  private static final long LONGEST_WAIT_NANOS = 20_000_000;

  private final Listeners listeners;
  private final CountDownLatch running;
  private final Supplier<Progress> progress;
  private final LinkedBlockingQueue<Optimum> discoveries = new LinkedBlockingQueue<>(PENDING);
  private final AtomicReference<Result.@Nullable Best> best = new AtomicReference<>();
  private @Nullable Thread thread;

  public ListenerThread(Listeners listeners, CountDownLatch running, Supplier<Progress> progress) {
    this.listeners = listeners;
    this.running = running;
    this.progress = progress;
  }

  public void start(String name, long startNanos) {
    if (listeners.progress() == null && listeners.optimum() == null && listeners.best() == null) {
      return;
    }
    Thread started = new Thread(() -> run(startNanos), name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Takes a new optimum to the listener; called by one worker at a time. */
  public void discovered(Supplier<Optimum> optimum) {
    if (listeners.optimum() != null) {
      discoveries.offer(optimum.get());
    }
  }

  /** Takes a best value to the listener, who is told of the latest; called by one at a time. */
  public void improved(Supplier<Result.Best> latest) {
    if (listeners.best() != null) {
      best.set(latest.get());
    }
  }

  /** Waits until the listeners have been told everything; returns as {@link Threads#join}. */
  public boolean join() {
    Thread watching = thread;
    return watching != null && Threads.join(watching);
  }

  private void run(long startNanos) {
    long interval = listeners.progress() == null ? Long.MAX_VALUE : listeners.interval().toNanos();
    long reported = 0;
    boolean done = false;
    Ending ending = null;
    while (!done) {
      long elapsed = System.nanoTime() - startNanos;
      long wait = interval - (elapsed - reported);
      done = isDone(Math.max(0, Math.min(wait, LONGEST_WAIT_NANOS)));
      elapsed = System.nanoTime() - startNanos;
      if (ending == null && (elapsed - reported >= interval || done)) {
        Progress now = progress.get();
        ending = now.ending();
        tell(listeners.progress(), now);
        reported = elapsed;
      }
      Result.Best improved = best.getAndSet(null);
      if (improved != null) {
        tell(listeners.best(), improved);
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
