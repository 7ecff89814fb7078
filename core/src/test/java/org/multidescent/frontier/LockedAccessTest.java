package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockedAccessTest {

  private final GuardedHeap<String> heap = new GuardedHeap<>(0);
  private final LockedAccess<String> access = new LockedAccess<>(heap);

  @Test
  void startsAreHandedOverByTheBufferOrWhenItIsSealed() {
    for (int start = 0; start < 511; start++) {
      access.load(start, start);
    }
    assertThat(heap.countOpaque()).isZero();
    access.load(511, 511);
    assertThat(heap.countOpaque()).isEqualTo(512);
    access.load(512, 512);
    assertThat(heap.countOpaque()).isEqualTo(512);
    access.seal();
    access.seal();
    assertThat(heap.countOpaque()).isEqualTo(513);
  }

  /** The test has the lock: whoever wanted it would wait for ever. */
  @Test
  void whoFindsNothingBetterNeedsNoLock() {
    heap.lock();
    assertThat(access.poll()).isFalse();
    heap.unlock();
    access.offer(1, "best");
    heap.lock();
    assertThat(access.exchange(1, "mine")).isFalse();
    assertThat(access.exchange(0.5, "mine")).isFalse();
  }

  @Test
  void theBestIsTakenFirst() {
    access.offerStart(2, 4);
    access.offer(1, "point");
    assertThat(access.exchange(1.5, "mine")).isTrue();
    assertThat(access.point()).isEqualTo("point");
    assertThat(access.poll()).isTrue();
    assertThat(access.point()).isEqualTo("mine");
    assertThat(access.poll()).isTrue();
    assertThat(access.start()).isEqualTo(4);
    assertThat(access.poll()).isFalse();
  }
}
