package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HeapStateTest {

  private final GuardedHeap<String> heap = new GuardedHeap<>(0);

  @Test
  void oneHasTheLock() {
    heap.lock();
    assertThat(heap.tryLock()).isFalse();
    heap.unlock();
    heap.lock();
    assertThat(heap.tryLock()).isFalse();
  }

  @Test
  void whatWasChangedIsToBeSeenAfterTheLockIsGivenBack() {
    heap.lock();
    heap.addStart(PriorityKey.of(3), 1);
    heap.addStart(PriorityKey.of(2), 2);
    assertThat(heap.topOpaque()).isEqualTo(PriorityKey.NONE);
    assertThat(heap.countOpaque()).isZero();
    heap.unlock();
    assertThat(heap.topOpaque()).isEqualTo(PriorityKey.of(2));
    assertThat(heap.countOpaque()).isEqualTo(2);
  }

  @Test
  void whoWaitsForLongParks() throws InterruptedException {
    heap.lock();
    Thread other =
        new Thread(
            () -> {
              heap.lock();
              heap.addStart(PriorityKey.of(1), 1);
              heap.unlock();
            });
    other.start();
    while (LockSupport.getBlocker(other) != heap) {
      Thread.onSpinWait();
    }
    heap.unlock();
    other.join();
    assertThat(heap.countOpaque()).isOne();
  }
}
