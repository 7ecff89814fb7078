package org.multidescent.engine.threads;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.budget.CallTimeout;
import org.multidescent.problem.Evaluator;
import org.multidescent.util.Turn;

/**
 * A thread that makes one worker's calls of the objective, one at a time.
 *
 * <p>The turn says whose it is: even, the thread waits for a call; odd, the call is under way. Both
 * count on. {@link #ABANDONED} and {@link #CLOSED} are final. The one who moves the turn on by
 * compare and set has won: the thread, and the worker takes the value; or the one who abandons the
 * call, and the thread ends, whenever that may be, without touching anything of the search.
 */
final class CallThread implements Runnable {

  private static final long ABANDONED = -1;
  private static final long CLOSED = -2;
  private static final int SPINS = 64;

  private final Evaluator evaluator;
  private final Turn.Caller thread;
  private final AtomicLong turn = new AtomicLong();
  private volatile @Nullable Thread worker;
  private Consumer<Evaluator> call = none -> {};
  private @Nullable Throwable thrown;

  public CallThread(Evaluator evaluator, String name) {
    this.evaluator = evaluator;
    this.thread = new Turn.Caller(this, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    long now;
    while ((now = turn.get()) >= 0) {
      if (isWaiting(now)) {
        LockSupport.park(this);
        Thread.interrupted();
        continue;
      }
      thrown = null;
      try {
        call.accept(evaluator);
      } catch (Throwable failure) {
        thrown = failure;
      }
      if (turn.compareAndSet(now, now + 1)) {
        LockSupport.unpark(worker);
      }
    }
  }

  /**
   * Makes a call and waits for its end; by the worker.
   *
   * @throws CallTimeout if the call was abandoned
   */
  public void make(Consumer<Evaluator> asked) {
    call = asked;
    worker = Thread.currentThread();
    long mine = turn.get() + 1;
    turn.set(mine);
    LockSupport.unpark(thread);
    boolean interrupted = false;
    for (int spins = 0; turn.get() == mine; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (isAbandoned()) {
      throw CallTimeout.INSTANCE;
    }
    Throwable failure = thrown;
    if (failure != null) {
      throw CallThread.<RuntimeException>unchecked(failure);
    }
  }

  /** Lets a call go, if it is still under way, and tells whether it was; from any thread. */
  public boolean abandon(long seen) {
    boolean underWay = turn.compareAndSet(seen, ABANDONED);
    if (underWay) {
      LockSupport.unpark(worker);
      thread.giveUp();
    }
    return underWay;
  }

  /** Ends the thread, unless a call is under way. */
  public void close() {
    long now = turn.get();
    if (isWaiting(now) && turn.compareAndSet(now, CLOSED)) {
      LockSupport.unpark(thread);
    }
  }

  public long turn() {
    return turn.get();
  }

  public boolean isAbandoned() {
    return turn.get() == ABANDONED;
  }

  /** Returns what cancels a call; null if that cannot be done. */
  public @Nullable Runnable cancellation() {
    return evaluator.cancellation();
  }

  public Thread thread() {
    return thread;
  }

  public static boolean isWaiting(long turn) {
    return (turn & 1) == 0;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
