package org.multidescent.engine.threads;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.budget.Termination;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;

/**
 * The one thread of a search that looks at the clock: ends the search when its time is up, and
 * abandons calls that hang. It runs no code of the user's, so that nothing delays it. A search with
 * neither limit has no such thread.
 */
final class Watchdog {

  private static final long FIRST_CALL_NANOS = 500_000;

  private final Termination termination;
  private final CountDownLatch running;
  private final CallTimeouts callTimeouts;
  private final boolean late;
  private final BooleanSupplier started;
  private final long limitNanos;
  private @Nullable Thread thread;

  /**
   * Creates a watchdog.
   *
   * @param time the budget of time
   * @param late whether the clock of that budget waits for {@code begun}
   * @param started whether the first call has ended
   */
  public Watchdog(
      Termination termination,
      CountDownLatch running,
      CallTimeouts callTimeouts,
      Duration time,
      boolean late,
      BooleanSupplier started) {
    this.termination = termination;
    this.running = running;
    this.callTimeouts = callTimeouts;
    this.late = late;
    this.started = started;
    this.limitNanos = time.toNanos();
  }

  public void start(String name, long startNanos) {
    if (limitNanos == Budget.FOREVER.toNanos() && callTimeouts.periodNanos() == Long.MAX_VALUE) {
      return;
    }
    Thread started = new Thread(() -> run(startNanos), name);
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  public boolean join() {
    Thread watching = thread;
    return watching != null && Threads.join(watching);
  }

  private void run(long startNanos) {
    long from = startNanos;
    boolean counting = !late;
    do {
      long now = System.nanoTime();
      if (!counting && started.getAsBoolean()) {
        counting = true;
        from = now;
      }
      if (counting && now - from >= limitNanos) {
        termination.end(Ending.TIME);
      }
      callTimeouts.look(now);
    } while (!isDone(Math.min(untilDeadline(counting, from), callTimeouts.periodNanos())));
  }

  private long untilDeadline(boolean counting, long from) {
    if (termination.isEnded()) {
      return Long.MAX_VALUE;
    }
    return counting ? Math.max(0, limitNanos - (System.nanoTime() - from)) : FIRST_CALL_NANOS;
  }

  private boolean isDone(long waitNanos) {
    try {
      return running.await(waitNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException ignored) {
      return running.getCount() == 0;
    }
  }
}
