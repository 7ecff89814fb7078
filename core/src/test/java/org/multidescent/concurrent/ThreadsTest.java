package org.multidescent.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  @Test
  void takesALockThatIsFree() {
    ReentrantLock lock = new ReentrantLock();
    Threads.lock(lock);
    assertThat(lock.getHoldCount()).isOne();
  }

  @Test
  void waitsForALockThatAnotherThreadHas() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    AtomicBoolean taken = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              Threads.lock(lock);
              taken.set(true);
              lock.unlock();
            });
    lock.lock();
    other.start();
    while (!lock.hasQueuedThread(other)) {
      Thread.onSpinWait();
    }
    assertThat(taken).isFalse();
    lock.unlock();
    other.join();
    assertThat(taken).isTrue();
  }

  @Test
  void waitsForTheEndOfAThread() {
    AtomicBoolean ended = new AtomicBoolean();
    Thread other = new Thread(() -> ended.set(true));
    other.start();
    assertThat(Threads.join(other)).isFalse();
    assertThat(ended).isTrue();
  }

  @Test
  void tellsOfAnInterruptAndWaitsOn() {
    CountDownLatch joining = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread waiting = Thread.currentThread();
    Thread other =
        new Thread(
            () -> {
              awaitUninterrupted(joining);
              waiting.interrupt();
              while (waiting.isInterrupted()) {
                Thread.onSpinWait();
              }
              ended.set(true);
            });
    other.start();
    joining.countDown();
    assertThat(Threads.join(other)).isTrue();
    assertThat(ended).isTrue();
    assertThat(waiting.isInterrupted()).isFalse();
  }

  @Test
  void noThreadWaitsForItself() {
    assertThat(Threads.join(Thread.currentThread())).isFalse();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
