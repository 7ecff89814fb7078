package org.multidescent.bench.tune;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.report.Budget;
import org.multidescent.report.Progress;

/** Has searches run for a while and counts their calls. */
final class RateMeter {

  private static final String WORKERS = "multidescent";
  private static final Set<Thread.State> WAITING =
      EnumSet.of(Thread.State.WAITING, Thread.State.BLOCKED);
  private static final int MOST_THREADS = 16_384;
  private static final long SAMPLE_NANOS = 1_000_000;
  private static final long POLL_NANOS = 2_000_000;
  private static final int PATIENCE = 8;
  private static final int MOST_HELD = 5;
  private static final double HELD = 1.5;

  private final IntFunction<Search> searches;
  private final int processors;
  private final Duration length;

  /**
   * Creates a meter.
   *
   * @param searches makes a search for a number of workers
   * @param processors how many the machine has
   * @param length of a window
   */
  RateMeter(IntFunction<Search> searches, int processors, Duration length) {
    this.searches = searches;
    this.processors = processors;
    this.length = length;
  }

  /**
   * Runs one search; the first part, until its starts are evaluated, does not count. A window that
   * took much longer than it should, since all of the program was held, is measured again.
   */
  RateSample measure(int workers, int round) {
    Timed timed = once(workers, round);
    for (int again = 0; again < MOST_HELD && timed.nanos() > HELD * length.toNanos(); again++) {
      timed = once(workers, round);
    }
    return timed.window();
  }

  private record Timed(RateSample window, double nanos) {}

  private Timed once(int workers, int round) {
    Running running = searches.apply(workers).seed(round).budget(Budget.unlimited()).start();
    try {
      warmUp(running);
      CoreShare shareBefore = CoreShare.now(WORKERS);
      Progress before = running.progress();
      double waiting = watch(length.toNanos());
      Progress after = running.progress();
      CoreShare share = CoreShare.now(WORKERS).since(shareBefore);
      return new Timed(
          window(workers, round, before, after, share, waiting),
          after.elapsed().toNanos() - before.elapsed().toNanos());
    } finally {
      running.cancel();
      running.await();
    }
  }

  private void warmUp(Running running) {
    long begin = System.nanoTime();
    pause(length.toNanos() / 4);
    while (!running.isDone()
        && running.progress().steps() == 0
        && System.nanoTime() - begin < PATIENCE * length.toNanos()) {
      pause(POLL_NANOS);
    }
  }

  private RateSample window(
      int workers, int round, Progress before, Progress after, CoreShare share, double waiting) {
    double nanos = after.elapsed().toNanos() - before.elapsed().toNanos();
    double calls = after.evaluations() - before.evaluations();
    double rate = Math.max(calls, 1) * 1e9 / nanos;
    return new RateSample(
        workers,
        round,
        rate,
        rate * share.correction(nanos, processors),
        share.perCore(rate, nanos),
        share.served(),
        waiting,
        calls / Math.max(1, after.steps() - before.steps()),
        after.stalls() > before.stalls()
            ? calls / (after.stalls() - before.stalls())
            : Double.POSITIVE_INFINITY,
        after.live());
  }

  /** Waits, and returns the mean number of workers that meanwhile waited for a lock. */
  private static double watch(long nanos) {
    Thread[] threads = new Thread[MOST_THREADS];
    long end = System.nanoTime() + nanos;
    long waiting = 0;
    int samples = 0;
    do {
      pause(Math.min(SAMPLE_NANOS, end - System.nanoTime()));
      int count = Thread.enumerate(threads);
      for (int i = 0; i < count; i++) {
        if (isWorker(threads[i]) && WAITING.contains(threads[i].getState())) {
          waiting++;
        }
      }
      samples++;
    } while (System.nanoTime() < end);
    return (double) waiting / samples;
  }

  private static boolean isWorker(Thread thread) {
    return thread.getName().startsWith(WORKERS) && thread.getName().contains("-worker-");
  }

  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while rates were measured");
      }
      LockSupport.parkNanos(left);
    }
  }
}
