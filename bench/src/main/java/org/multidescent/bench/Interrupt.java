package org.multidescent.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes Ctrl-C, or another request to end, wait for a command's orderly end. */
final class Interrupt implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean requested;

  private Interrupt() {}

  /**
   * From now on until it is closed, such a request calls {@code cancel} and waits for the close.
   */
  static Interrupt calls(Runnable cancel) {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupt.end(cancel), "benchmarks-interrupt"));
    return interrupt;
  }

  /** Tells whether there was such a request. */
  boolean isRequested() {
    return requested;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void end(Runnable cancel) {
    if (closed.getCount() == 0) {
      return;
    }
    requested = true;
    cancel.run();
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }
}
