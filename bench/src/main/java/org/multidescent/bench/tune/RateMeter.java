package org.multidescent.bench.tune;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.report.Budget;
import org.multidescent.report.Progress;

/** Has searches run for a while and counts their evaluations. */
final class RateMeter {

  private static final String WORKERS = "multidescent";
  private static final long POLL_NANOS = 2_000_000;
  private static final int PATIENCE = 8;
  private static final int MOST_REPEATS = 5;
  private static final double DELAYED = 1.5;

  private final IntFunction<Search> searches;
  private final int processors;
  private final Duration length;

  /**
   * Creates a meter.
   *
   * @param searches makes a search for a number of workers
   * @param processors how many the machine has
   * @param length of a sample
   */
  RateMeter(IntFunction<Search> searches, int processors, Duration length) {
    this.searches = searches;
    this.processors = processors;
    this.length = length;
  }

  /**
   * Runs one search; the first part, until its starts are evaluated, does not count. A sample that
   * took much longer than it should, since all of the program was delayed, is measured again.
   */
  RateSample measure(int workers, int round) {
    Timed timed = once(workers, round);
    for (int again = 0;
        again < MOST_REPEATS && timed.nanos() > DELAYED * length.toNanos();
        again++) {
      timed = once(workers, round);
    }
    return timed.sample();
  }

  private record Timed(RateSample sample, double nanos) {}

  private Timed once(int workers, int round) {
    Running running = searches.apply(workers).seed(round).budget(Budget.unlimited()).start();
    try {
      warmUp(running);
      ThreadAccounts accounts = ThreadAccounts.now(WORKERS);
      Progress before = running.progress();
      pause(length.toNanos());
      Progress after = running.progress();
      CoreShare share = ThreadAccounts.now(WORKERS).since(accounts);
      double nanos = after.elapsed().toNanos() - before.elapsed().toNanos();
      double rate = Math.max(after.evaluations() - before.evaluations(), 1) * 1e9 / nanos;
      RateSample sample =
          new RateSample(
              workers,
              round,
              rate,
              rate * share.correction(nanos, processors),
              share.served(),
              share.perCore(rate, nanos),
              share.yields(),
              profile(before, after));
      return new Timed(sample, nanos);
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

  private static SearchProfile profile(Progress before, Progress after) {
    double evaluations = after.evaluations() - before.evaluations();
    long stalls = after.stalls() - before.stalls();
    return new SearchProfile(
        evaluations / Math.max(1, after.steps() - before.steps()),
        stalls > 0 ? evaluations / stalls : Double.POSITIVE_INFINITY,
        after.live());
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
