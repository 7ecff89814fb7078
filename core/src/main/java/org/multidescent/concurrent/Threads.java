package org.multidescent.concurrent;

/** FrontierSnapshot for threads. */
public final class Threads {

  private Threads() {}

  /**
   * Waits for a thread to end, unless it is the one that waits.
   *
   * @return whether the waiting thread was interrupted meanwhile; its status is not set again
   */
  public static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread != Thread.currentThread() && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    return interrupted;
  }
}
