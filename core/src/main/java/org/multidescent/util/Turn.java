package org.multidescent.util;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What only one thread may do at a time: others wait for their turn. Who limits calls in time can
 * tell such a wait from a call that hangs, and have the thread that waits give it up.
 */
public final class Turn {

  /** What each thread waits for that has not had its turn yet. */
  private static final Map<Thread, Turn> AWAITED = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong taken = new AtomicLong();

  /**
   * Waits for the turn; an interrupt is kept for later.
   *
   * @throws IllegalStateException if the wait was given up
   */
  public void take() {
    if (!lock.tryLock()) {
      await(Thread.currentThread());
    }
    taken.incrementAndGet();
  }

  private void await(Thread waiting) {
    boolean interrupted = false;
    AWAITED.put(waiting, this);
    while (!hasGivenUp(waiting) && AWAITED.containsKey(waiting)) {
      try {
        lock.lockInterruptibly();
        if (AWAITED.remove(waiting) != null) {
          break;
        }
        lock.unlock();
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    if (!lock.isHeldByCurrentThread()) {
      AWAITED.remove(waiting);
      throw new IllegalStateException("turn: given up");
    }
    if (interrupted) {
      waiting.interrupt();
    }
  }

  private static boolean hasGivenUp(Thread thread) {
    return thread instanceof Caller caller && caller.givenUp;
  }

  /** Lets another thread have its turn. */
  public void pass() {
    lock.unlock();
  }

  /**
   * Returns how often turns were taken that a thread waits for.
   *
   * @param thread the thread
   * @return the number, which changes when another thread has its turn; -1 if the thread does not
   *     wait for any
   */
  public static long awaited(Thread thread) {
    Turn turn = AWAITED.get(thread);
    return turn == null ? -1 : turn.taken.get();
  }

  /** A thread that makes calls, and does nothing else any more once it has given up. */
  public static final class Caller extends Thread {

    private volatile boolean givenUp;

    /**
     * Creates the thread.
     *
     * @param work what it does
     * @param name its name
     */
    public Caller(Runnable work, String name) {
      super(work, name);
    }

    /** Has the thread wait for no turn, from now on. */
    public void giveUp() {
      givenUp = true;
      if (AWAITED.remove(this) != null) {
        interrupt();
      }
    }
  }
}
