package org.multidescent.concurrent;

import java.util.concurrent.locks.LockSupport;

/** Waiting that grows more patient: spin, yield, then park for 50 microseconds up to 1 ms. */
public final class Backoff {

  private static final int SPINS = 64;
  private static final int YIELDS = 16;
  private static final long SHORTEST_NANOS = 50_000;
  private static final long LONGEST_NANOS = 1_000_000;

  private int rounds;
  private long nanos = SHORTEST_NANOS;

  /** Begins anew, after there was something to do. */
  public void reset() {
    rounds = 0;
    nanos = SHORTEST_NANOS;
  }

  public void once() {
    if (rounds < SPINS) {
      rounds++;
      Thread.onSpinWait();
    } else if (rounds < SPINS + YIELDS) {
      rounds++;
      Thread.yield();
    } else {
      LockSupport.parkNanos(this, nanos);
      nanos = Math.min(2 * nanos, LONGEST_NANOS);
    }
  }
}
