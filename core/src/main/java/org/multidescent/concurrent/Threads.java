package org.multidescent.concurrent;

import java.util.concurrent.locks.ReentrantLock;

/** What threads do in more than one place. */
public final class Threads {

  private static final int SPINS = 64;
  private static final int YIELDS = 16;

  private Threads() {}

  /**
   * Takes a lock that is held for a short time: spins a little, and yields some microseconds,
   * before it waits, since to be woken takes longer than most holds.
   */
  public static void lock(ReentrantLock lock) {
    for (int spin = 0; spin < SPINS; spin++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    for (int yield = 0; yield < YIELDS; yield++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.yield();
    }
    lock.lock();
  }

  /**
   * Waits for a thread to end, unless it is the one that waits.
   *
   * @return whether the waiting thread was interrupted in between; its status is not set again
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
