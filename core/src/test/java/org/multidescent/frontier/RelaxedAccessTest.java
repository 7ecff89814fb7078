package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelaxedAccessTest {

  private static final int HEAPS = 4;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private final GuardedHeap<String>[] heaps = new GuardedHeap[HEAPS];

  /** The access of a worker whose own heaps are the last two. */
  private final RelaxedAccess<String> access;

  RelaxedAccessTest() {
    for (int k = 0; k < HEAPS; k++) {
      heaps[k] = new GuardedHeap<>(0);
    }
    access = new RelaxedAccess<>(heaps, 2, 2, 1);
  }

  @Test
  void startsAreLoadedIntoTheWorkersOwnHeapsInTurn() {
    for (int start = 0; start < 5; start++) {
      access.load(start, start);
    }
    assertThat(heaps[0].countOpaque() + heaps[1].countOpaque()).isZero();
    assertThat(Math.abs(heaps[2].countOpaque() - heaps[3].countOpaque())).isOne();
    assertThat(heaps[2].countOpaque() + heaps[3].countOpaque()).isEqualTo(5);
  }

  @Test
  void pointsGoToAnyHeap() {
    for (int k = 0; k < 200; k++) {
      access.offer(k, "point");
    }
    assertThat(heaps).allSatisfy(heap -> assertThat(heap.countOpaque()).isGreaterThan(20));
  }

  @Test
  void aHeapAtWhichAnotherThreadIsIsPassedOver() {
    heaps[0].lock();
    for (int k = 0; k < 20; k++) {
      access.offerStart(k, k);
    }
    heaps[0].unlock();
    assertThat(heaps[0].countOpaque()).isZero();
  }

  /** All heaps are locked: whoever wanted one would wait for ever. */
  @Test
  void aPointGoesOnWhenOthersAreAtTheHeaps() {
    access.offer(1, "better");
    for (GuardedHeap<String> heap : heaps) {
      heap.lock();
    }
    for (int k = 0; k < 20; k++) {
      assertThat(access.exchange(2, "mine")).isFalse();
    }
    for (GuardedHeap<String> heap : heaps) {
      heap.unlock();
    }
    while (!access.exchange(2, "mine")) {
      Thread.onSpinWait();
    }
    assertThat(access.point()).isEqualTo("better");
  }

  @Test
  void pollFindsTheLastEntryInAHeapThatIsNotItsOwn() {
    heaps[0].lock();
    heaps[0].add(PriorityKey.of(3), "far");
    heaps[0].unlock();
    assertThat(access.poll()).isTrue();
    assertThat(access.point()).isEqualTo("far");
    assertThat(access.poll()).isFalse();
  }
}
