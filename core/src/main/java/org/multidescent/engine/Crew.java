package org.multidescent.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;

/** The threads of one search: its workers, and the watch if it needs one. */
final class Crew {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Settings settings;
  private final Verdict verdict;
  private final CountDownLatch running;
  private final AtomicInteger working;
  private final Watch watch;
  private final long startNanos = System.nanoTime();
  private volatile long endNanos;

  Crew(Settings settings, Listeners listeners, Verdict verdict, Supplier<Progress> progress) {
    this.settings = settings;
    this.verdict = verdict;
    this.working = new AtomicInteger(settings.workers());
    this.running = new CountDownLatch(settings.workers());
    this.watch = new Watch(listeners, verdict, running, progress);
  }

  /**
   * Makes all workers, then starts each on a thread of its own.
   *
   * @param last what the last of them does in the end
   */
  void start(IntFunction<? extends Runnable> workers, Runnable last) {
    int search = COUNT.incrementAndGet();
    List<Thread> threads = new ArrayList<>();
    for (int index = 0; index < settings.workers(); index++) {
      Runnable worker = workers.apply(index);
      Thread thread =
          new Thread(() -> work(worker, last), "multidescent-" + search + "-worker-" + (index + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    watch.start("multidescent-" + search + "-watch", settings.budget().time(), startNanos);
    threads.forEach(Thread::start);
  }

  /** Waits for all threads to end; an interrupt ends the search and is set again afterwards. */
  void await() {
    boolean interrupted = false;
    while (true) {
      try {
        running.await();
        break;
      } catch (InterruptedException now) {
        interrupted = true;
        verdict.end(Ending.INTERRUPTED);
      }
    }
    watch.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isDone() {
    return running.getCount() == 0;
  }

  /** Returns the time since the start, until the last worker ended. */
  Duration elapsed() {
    long now = isDone() ? endNanos : System.nanoTime();
    return Duration.ofNanos(now - startNanos);
  }

  /** Tells the listener of a new optimum; called by one worker at a time. */
  void discovered(Supplier<Optimum> optimum) {
    watch.discovered(optimum);
  }

  private void work(Runnable worker, Runnable last) {
    try {
      worker.run();
    } finally {
      if (working.decrementAndGet() == 0) {
        last.run();
      }
      endNanos = System.nanoTime();
      running.countDown();
    }
  }
}
