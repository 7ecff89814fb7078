package org.multidescent.frontier;

import org.multidescent.util.Require;

/** A worker's access to a heap behind a lock; loads go through a buffer of its own. */
final class LockedAccess<T> extends PaddedHeld<T> implements Frontier.Access<T> {

  private static final int BUFFERED = 512;

  private final GuardedHeap<T> heap;
  private final long[] keys = new long[BUFFERED];
  private final int[] starts = new int[BUFFERED];

  LockedAccess(GuardedHeap<T> heap) {
    this.heap = heap;
  }

  @Override
  public void offerStart(double value, int start) {
    long key = PriorityKey.of(value);
    Require.atLeast("start", start, 0);
    heap.lock();
    try {
      heap.addStart(key, start);
    } finally {
      heap.unlock();
    }
  }

  @Override
  public void offerStarts(double[] values, int from, int count, int start) {
    Require.atLeast("start", start, 0);
    heap.lock();
    try {
      for (int k = 0; k < count; k++) {
        heap.addStart(PriorityKey.of(values[from + k]), start + k);
      }
    } finally {
      heap.unlock();
    }
  }

  @Override
  public void offer(double value, T point) {
    long key = PriorityKey.of(value);
    heap.lock();
    try {
      heap.add(key, point);
    } finally {
      heap.unlock();
    }
  }

  @Override
  public boolean poll() {
    if (heap.topOpaque() == PriorityKey.NONE) {
      return false;
    }
    heap.lock();
    try {
      if (heap.size() == 0) {
        return false;
      }
      heap.poll(this);
      return true;
    } finally {
      heap.unlock();
    }
  }

  @Override
  public boolean exchange(double value, T point) {
    long key = PriorityKey.of(value);
    if (heap.topOpaque() >= key) {
      return false;
    }
    heap.lock();
    try {
      if (heap.least() >= key) {
        return false;
      }
      heap.exchange(key, point, this);
      return true;
    } finally {
      heap.unlock();
    }
  }

  @Override
  public void load(double value, int start) {
    keys[loaded] = PriorityKey.of(value);
    starts[loaded] = Require.atLeast("start", start, 0);
    if (++loaded == BUFFERED) {
      heap.lock();
      try {
        flush();
      } finally {
        heap.unlock();
      }
    }
  }

  /** Hands the loaded starts over. The heap is put in order by the first that takes an entry. */
  @Override
  public void seal() {
    heap.lock();
    try {
      flush();
    } finally {
      heap.unlock();
    }
  }

  private void flush() {
    for (int i = 0; i < loaded; i++) {
      heap.append(keys[i], starts[i]);
    }
    loaded = 0;
  }
}
