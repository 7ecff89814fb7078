package org.multidescent.engine.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;

/**
 * The threads of one search: its workers, the couriers that make their calls if these are limited,
 * the sentry and the watch if it needs them.
 */
public final class WorkerPool {

  /** What a crew does its work on. */
  public interface Post {

    /** Makes a worker; called on the worker's own thread. */
    Runnable worker(int index);

    /** Tells that a worker could not be made. */
    default void absent() {}

    /** What the last worker does in the end. */
    default void last() {}
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final SearchSettings settings;
  private final Termination verdict;
  private final CountDownLatch running;
  private final AtomicInteger working;
  private final String name = "multidescent-" + COUNT.incrementAndGet();
  private final List<Thread> threads = new ArrayList<>();
  private final CallTimeouts couriers;
  private final Watchdog sentry;
  private final ListenerThread watch;
  private final long startNanos;
  private volatile long endNanos;

  /**
   * Creates a crew.
   *
   * @param begun whether the first call has ended
   * @param elapsedNanos the time the search had taken when it was interrupted
   */
  public WorkerPool(
      SearchSettings settings,
      Listeners listeners,
      Termination verdict,
      Supplier<Progress> progress,
      BooleanSupplier begun,
      long elapsedNanos) {
    this.verdict = verdict;
    this.couriers = new CallTimeouts(settings.safety().failures(), verdict, name + "-call-");
    this.settings = settings.with(couriers.guard(settings.problem()));
    this.working = new AtomicInteger(settings.workers());
    this.running = new CountDownLatch(settings.workers());
    this.watch = new ListenerThread(listeners, running, progress);
    this.sentry =
        new Watchdog(
            verdict,
            running,
            couriers,
            settings.budget().time(),
            settings.safety().lateClock(),
            begun);
    this.startNanos = System.nanoTime() - elapsedNanos;
  }

  /** Returns the settings workers go by: with calls that can be let go. */
  public SearchSettings settings() {
    return settings;
  }

  /** Returns the name threads of this search begin with. */
  public String name() {
    return name;
  }

  /** Returns the latch that opens when the last worker has ended. */
  public CountDownLatch running() {
    return running;
  }

  public long startNanos() {
    return startNanos;
  }

  /**
   * Starts each worker on a thread of its own.
   *
   * @param helpers starts threads of the search that are not the crew's
   */
  public void start(Post post, Runnable helpers) {
    for (int index = 0; index < settings.workers(); index++) {
      int worker = index;
      Thread thread = new Thread(() -> work(post, worker), name + "-worker-" + (index + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    int started = 0;
    try {
      sentry.start(name + "-sentry", startNanos);
      watch.start(name + "-watch", startNanos);
      helpers.run();
      for (Thread thread : threads) {
        thread.start();
        started++;
      }
    } catch (Throwable failure) {
      verdict.fail(failure, "the search failed: no thread for worker " + (started + 1));
      for (; started < threads.size(); started++) {
        post.absent();
        leave(post);
      }
    }
  }

  /** A wait for the workers' end that has a pool of tasks make up for the thread that waits. */
  private record End(CountDownLatch running) implements ForkJoinPool.ManagedBlocker {

    @Override
    public boolean block() throws InterruptedException {
      running.await();
      return true;
    }

    @Override
    public boolean isReleasable() {
      return running.getCount() == 0;
    }
  }

  /** Waits for all threads to end; an interrupt ends the search and is set again afterwards. */
  public void await() {
    if (threads.contains(Thread.currentThread()) || couriers.isCaller(Thread.currentThread())) {
      throw new IllegalStateException(
          "await: called by a worker of the search (expected: by another thread)");
    }
    boolean interrupted = false;
    while (true) {
      try {
        ForkJoinPool.managedBlock(new End(running));
        break;
      } catch (InterruptedException now) {
        interrupted = true;
        verdict.end(Ending.INTERRUPTED);
      }
    }
    for (Thread thread : threads) {
      interrupted |= Threads.join(thread);
    }
    interrupted |= couriers.join() | sentry.join() | watch.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isDone() {
    return running.getCount() == 0;
  }

  /** Returns the time since the start, until the last worker ended. */
  public Duration elapsed() {
    long now = isDone() ? endNanos : System.nanoTime();
    return Duration.ofNanos(now - startNanos);
  }

  /** Returns how many calls hang at the moment. */
  public int hanging() {
    return couriers.hanging();
  }

  /** Tells the listener of a new optimum; called by one worker at a time. */
  public void discovered(Supplier<Optimum> optimum) {
    watch.discovered(optimum);
  }

  private void work(Post post, int index) {
    try {
      Runnable worker;
      try {
        worker = post.worker(index);
      } catch (Throwable failure) {
        verdict.fail(failure, "the problem failed: no evaluator for a worker");
        post.absent();
        return;
      }
      worker.run();
    } finally {
      leave(post);
    }
  }

  private void leave(Post post) {
    try {
      if (working.decrementAndGet() == 0) {
        post.last();
        couriers.close();
        endNanos = System.nanoTime();
      }
    } finally {
      running.countDown();
    }
  }
}
