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
import org.multidescent.problem.Evaluator;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * The threads of one search: its workers, of which a single one may have the caller's thread, the
 * threads that make their calls if these are limited, the watchdog and the listeners' thread if it
 * needs them.
 */
public final class WorkerPool {

  /** What the workers do. */
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
  private final Termination termination;
  private final CountDownLatch running;
  private final AtomicInteger working;
  private final String name = "multidescent-" + COUNT.incrementAndGet();
  private final List<Thread> threads = new ArrayList<>();
  private final CallTimeouts callTimeouts;
  private final Watchdog watchdog;
  private final ListenerThread listenerThread;
  private final Cancellations cancellations;
  private final long startNanos;
  private volatile long endNanos;

  /**
   * Creates a pool.
   *
   * @param started whether the first call has ended
   * @param elapsedNanos the time the search had taken when it was interrupted
   */
  public WorkerPool(
      SearchSettings settings,
      Listeners listeners,
      Termination termination,
      Supplier<Progress> progress,
      BooleanSupplier started,
      long elapsedNanos) {
    this.termination = termination;
    this.callTimeouts =
        new CallTimeouts(settings.execution().safety().failures(), termination, name + "-call-");
    this.settings = settings.with(callTimeouts.guard(settings.problem()));
    this.working = new AtomicInteger(settings.execution().workers());
    this.running = new CountDownLatch(settings.execution().workers());
    this.listenerThread = new ListenerThread(listeners, running, progress);
    this.watchdog =
        new Watchdog(
            termination,
            running,
            callTimeouts,
            settings.budget().time(),
            settings.execution().safety().lateClock(),
            started);
    this.startNanos = System.nanoTime() - elapsedNanos;
    this.cancellations = new Cancellations();
    termination.onEnd(this::cancelCalls);
  }

  /** Has the search's end cancel the calls of an evaluator. */
  public void cancelAtEnd(Evaluator evaluator) {
    cancellations.add(evaluator);
  }

  /** Cancels calls under way, unless those of a noisy objective's end are still to come. */
  private void cancelCalls() {
    if (!settings.problem().isNoisy() || termination.isCutShort()) {
      cancellations.start(name + "-cancel");
    }
  }

  /** Returns the settings workers go by: with calls that can be abandoned. */
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
   * Has the one worker work on the calling thread, until it ends. An interrupt of that thread ends
   * the search.
   *
   * @param helpers starts threads of the search that are not the pool's
   */
  public void runHere(Post post, Runnable helpers) {
    termination.endWhenInterrupted(Thread.currentThread());
    try {
      startServices(helpers);
    } catch (Throwable failure) {
      termination.fail(failure, "the search failed: no thread to watch it");
      post.absent();
      leave(post);
      return;
    }
    work(post, 0);
  }

  /**
   * Starts each worker on a thread of its own.
   *
   * @param helpers starts threads of the search that are not the pool's
   */
  public void start(Post post, Runnable helpers) {
    for (int index = 0; index < settings.execution().workers(); index++) {
      int worker = index;
      Thread thread = new Thread(() -> work(post, worker), name + "-worker-" + (index + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    int started = 0;
    try {
      startServices(helpers);
      for (Thread thread : threads) {
        thread.start();
        started++;
      }
    } catch (Throwable failure) {
      termination.fail(failure, "the search failed: no thread for worker " + (started + 1));
      for (; started < threads.size(); started++) {
        post.absent();
        leave(post);
      }
    }
  }

  private void startServices(Runnable helpers) {
    watchdog.start(name + "-watchdog", startNanos);
    listenerThread.start(name + "-listeners", startNanos);
    helpers.run();
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
    if (threads.contains(Thread.currentThread()) || callTimeouts.isCaller(Thread.currentThread())) {
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
        termination.end(Ending.INTERRUPTED);
      }
    }
    for (Thread thread : threads) {
      interrupted |= Threads.join(thread);
    }
    interrupted |=
        callTimeouts.join() | watchdog.join() | listenerThread.join() | cancellations.join();
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
    return callTimeouts.hanging();
  }

  /** Tells the listener of a new optimum; called by one worker at a time. */
  public void discovered(Supplier<Optimum> optimum) {
    listenerThread.discovered(optimum);
  }

  /** Tells the listener of a new best value; called by one worker at a time. */
  public void improved(double value, double[] u, int offset) {
    listenerThread.improved(
        () -> {
          double[] x = new double[settings.problem().dimension()];
          settings.path().coordinates().toProblem(u, offset, x, 0);
          return new Result.Best(x, value, settings.problem().bounds());
        });
  }

  private void work(Post post, int index) {
    try {
      Runnable worker;
      try {
        worker = post.worker(index);
      } catch (Throwable failure) {
        termination.fail(failure, "the problem failed: no evaluator for a worker");
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
        callTimeouts.close();
        endNanos = System.nanoTime();
      }
    } finally {
      running.countDown();
    }
  }
}
