package org.multidescent.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class BackoffTest {

  /** Rounds in which a new backoff spins or yields. */
  private static final int ROUNDS_BEFORE_PARKING = 64 + 16;

  @Test
  void parksInTheEnd() throws InterruptedException {
    Backoff backoff = new Backoff();
    AtomicBoolean seen = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              while (!seen.get()) {
                backoff.once();
              }
            });
    waiting.start();
    while (LockSupport.getBlocker(waiting) != backoff) {
      Thread.onSpinWait();
    }
    seen.set(true);
    waiting.join();
    assertThat(seen).isTrue();
  }

  /** A thread that was told to go on passes its next park: none was before the last. */
  @Test
  void doesNotParkAtFirstNorAfterAReset() throws InterruptedException {
    Backoff backoff = new Backoff();
    AtomicBoolean passed = new AtomicBoolean();
    Thread waiting =
        new Thread(
            () -> {
              LockSupport.unpark(Thread.currentThread());
              for (int repeat = 0; repeat < 3; repeat++) {
                for (int round = 0; round < ROUNDS_BEFORE_PARKING; round++) {
                  backoff.once();
                }
                backoff.reset();
              }
              LockSupport.park(passed);
              passed.set(true);
            });
    waiting.start();
    waiting.join();
    assertThat(passed).isTrue();
  }
}
