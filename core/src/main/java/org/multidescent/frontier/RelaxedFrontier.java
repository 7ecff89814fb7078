package org.multidescent.frontier;

import java.util.Objects;
import org.multidescent.util.Require;

/**
 * A MultiQueue: several heaps a worker, a try-lock each, the better of two tops taken.
 *
 * <p>Source: H. Rihani, P. Sanders, R. Dementiev, "MultiQueues: Simple Relaxed Concurrent Priority
 * Queues", SPAA 2015; the expected rank error of n heaps is about 5/6 n by their measurements and
 * those of M. Williams, P. Sanders, R. Dementiev, "Engineering MultiQueues", ESA 2021.
 */
final class RelaxedFrontier<T> implements Frontier<T> {

  private final GuardedHeap<T>[] heaps;
  private final RelaxedAccess<T>[] accesses;

  @SuppressWarnings({"unchecked", "rawtypes"})
  RelaxedFrontier(int workers, int heapsPerWorker, long seed, long expected) {
    Require.atLeast("workers", workers, 1);
    Require.atLeast("heapsPerWorker", heapsPerWorker, 1);
    Require.atLeast("expected", expected, 0);
    int count = Math.multiplyExact(workers, heapsPerWorker);
    heaps = new GuardedHeap[count];
    for (int i = 0; i < count; i++) {
      heaps[i] = new GuardedHeap<>(share(expected, count));
    }
    accesses = new RelaxedAccess[workers];
    for (int i = 0; i < workers; i++) {
      accesses[i] = new RelaxedAccess<>(heaps, i * heapsPerWorker, heapsPerWorker, seed);
    }
  }

  @Override
  public Access<T> access(int worker) {
    return accesses[Objects.checkIndex(worker, accesses.length)];
  }

  @Override
  public long size() {
    long size = 0;
    for (GuardedHeap<T> heap : heaps) {
      size += heap.countOpaque();
    }
    return size;
  }

  @Override
  public double best() {
    long top = PriorityKey.NONE;
    for (GuardedHeap<T> heap : heaps) {
      top = Math.min(top, heap.topOpaque());
    }
    return PriorityKey.value(top);
  }

  @Override
  public void forEachCold(ColdVisitor visitor) {
    for (GuardedHeap<T> heap : heaps) {
      heap.forEachCold(visitor);
    }
  }

  @Override
  public void forEachLive(LiveVisitor<? super T> visitor) {
    for (GuardedHeap<T> heap : heaps) {
      heap.forEachLive(visitor);
    }
  }

  private static long share(long total, int count) {
    return total / count + (total % count == 0 ? 0 : 1);
  }
}
