package org.multidescent.engine.threads;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Threads;
import org.multidescent.problem.Evaluator;

/**
 * Tells calls under way that the search has ended, on a thread of its own: how to cancel a call is
 * the user's.
 */
final class Cancellations {

  private final List<Runnable> all = new CopyOnWriteArrayList<>();
  private volatile boolean started;
  private volatile @Nullable Thread thread;

  /** Has the calls of an evaluator be cancelled with all others; at once if these have been. */
  void add(Evaluator evaluator) {
    Runnable cancellation = evaluator.cancellation();
    if (cancellation != null) {
      all.add(cancellation);
      if (started) {
        run(cancellation);
      }
    }
  }

  /** Cancels all calls; once, when the search has ended. */
  void start(String name) {
    started = true;
    if (!all.isEmpty()) {
      Thread telling = new Thread(() -> all.forEach(Cancellations::run), name);
      telling.setDaemon(true);
      thread = telling;
      telling.start();
    }
  }

  private static void run(Runnable cancellation) {
    try {
      cancellation.run();
    } catch (Throwable dropped) {
      // The call goes on.
    }
  }

  /** Waits until all calls have been told; returns as {@link Threads#join}. */
  boolean join() {
    Thread telling = thread;
    return telling != null && Threads.join(telling);
  }
}
