package org.multidescent.concurrent;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where workers wait until all have evaluated their share of the starts. The last to arrive does
 * what needs all of it, and its writes are visible to everyone who has passed.
 */
public final class StartBarrier {

  private final AtomicInteger missing;
  private final CountDownLatch open = new CountDownLatch(1);
  private final Runnable last;

  public StartBarrier(int workers, Runnable last) {
    this.missing = new AtomicInteger(workers);
    this.last = last;
  }

  public void arrive() {
    if (missing.decrementAndGet() == 0) {
      try {
        last.run();
      } finally {
        open.countDown();
      }
    }
  }

  /** Waits for all to arrive; an interrupt does not end the wait. */
  public void await() {
    boolean interrupted = false;
    while (true) {
      try {
        open.await();
        break;
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
