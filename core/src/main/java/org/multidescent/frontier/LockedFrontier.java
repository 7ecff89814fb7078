package org.multidescent.frontier;

import java.util.Objects;
import org.multidescent.util.Require;

/**
 * One heap behind one lock. Polls and exchanges look at the published top first, so that a worker
 * whose point is still the best never touches the lock, and idle workers do not contend for it.
 */
final class LockedFrontier<T> implements Frontier<T> {

  private final GuardedHeap<T> heap;
  private final LockedAccess<T>[] accesses;

  @SuppressWarnings({"unchecked", "rawtypes"})
  LockedFrontier(int workers, long expected) {
    Require.atLeast("workers", workers, 1);
    Require.atLeast("expected", expected, 0);
    heap = new GuardedHeap<>(expected);
    accesses = new LockedAccess[workers];
    for (int i = 0; i < workers; i++) {
      accesses[i] = new LockedAccess<>(heap);
    }
  }

  @Override
  public Access<T> access(int worker) {
    return accesses[Objects.checkIndex(worker, accesses.length)];
  }

  @Override
  public long size() {
    return heap.countOpaque();
  }

  @Override
  public double best() {
    return PriorityKey.value(heap.topOpaque());
  }

  @Override
  public void forEachCold(ColdVisitor visitor) {
    heap.forEachCold(visitor);
  }

  @Override
  public void forEachLive(LiveVisitor<? super T> visitor) {
    heap.forEachLive(visitor);
  }
}
