package org.multidescent.engine.checkpoint;

import org.multidescent.concurrent.Backoff;

/**
 * Where workers wait while the state of a search is copied.
 *
 * <p>Implementation note. A worker's {@link WorkerSnapshot} says whether the worker is away, that
 * is, touches nothing of the search: it waits, or it is inside a call of the objective and its
 * berth holds what it had when its step began. The worker says that it is back and then looks
 * whether a stop is asked for; who asks says so and then looks who is back. Both are volatile, so
 * that at least one sees the other, as in Dekker's algorithm.
 */
public final class Safepoint {

  private final WorkerSnapshot[] berths;
  private volatile boolean asked;

  /**
   * Creates a safepoint.
   *
   * @param workers how many there are; 0 for a search that is never stopped
   */
  public Safepoint(int workers) {
    berths = new WorkerSnapshot[workers];
    for (int i = 0; i < workers; i++) {
      berths[i] = new WorkerSnapshot(this);
    }
  }

  public boolean isAsked() {
    return asked;
  }

  public boolean isUsed() {
    return berths.length > 0;
  }

  public WorkerSnapshot berth(int worker) {
    return berths[worker];
  }

  public WorkerSnapshot[] berths() {
    return berths;
  }

  /**
   * Asks all workers to stop and waits until they have.
   *
   * @return whether all have stopped and none has ended; {@link #go} must follow in any case
   */
  public boolean stop(long patienceNanos) {
    asked = true;
    long begun = System.nanoTime();
    Backoff pause = new Backoff();
    for (WorkerSnapshot berth : berths) {
      while (!berth.isAway()) {
        if (System.nanoTime() - begun > patienceNanos) {
          return false;
        }
        pause.once();
      }
      if (berth.isLeft()) {
        return false;
      }
    }
    return true;
  }

  /** Lets all workers go on. */
  public void go() {
    asked = false;
    for (WorkerSnapshot berth : berths) {
      berth.wake();
    }
  }
}
