package org.multidescent.frontier;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/** A worker's access to the heaps of a MultiQueue: its own ones and, by chance, any other. */
final class RelaxedAccess<T> extends PaddedHeld<T> implements Frontier.Access<T> {

  private static final int ATTEMPTS = 4;
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private final GuardedHeap<T>[] heaps;
  private final int first;
  private final int own;

  RelaxedAccess(GuardedHeap<T>[] heaps, int first, int own, long seed) {
    this.heaps = heaps;
    this.first = first;
    this.own = own;
    this.random = mix(mix(seed + GAMMA) + first);
  }

  @Override
  public void offerStart(double value, int start) {
    long key = PriorityKey.of(value);
    Require.atLeast("start", start, 0);
    GuardedHeap<T> heap = lockAny();
    try {
      heap.addStart(key, start);
    } finally {
      heap.unlock();
    }
  }

  @Override
  public void offer(double value, T point) {
    long key = PriorityKey.of(value);
    GuardedHeap<T> heap = lockAny();
    try {
      heap.add(key, point);
    } finally {
      heap.unlock();
    }
  }

  @Override
  public boolean poll() {
    GuardedHeap<T> heap = lockBelow(PriorityKey.NONE, next());
    return (heap != null && takeAndUnlock(heap)) || sweep();
  }

  @Override
  public boolean exchange(double value, T point) {
    long key = PriorityKey.of(value);
    long choice = next();
    if (own(choice).topOpaque() >= key && any(choice).topOpaque() >= key) {
      return false;
    }
    GuardedHeap<T> heap = lockBelow(key, choice);
    if (heap == null) {
      return false;
    }
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
    long key = PriorityKey.of(value);
    Require.atLeast("start", start, 0);
    loaded = loaded + 1 == own ? 0 : loaded + 1;
    GuardedHeap<T> heap = heaps[first + loaded];
    heap.lock();
    try {
      heap.append(key, start);
    } finally {
      heap.unlock();
    }
  }

  /** Puts the worker's own heaps in order. */
  @Override
  public void seal() {
    for (int i = first; i < first + own; i++) {
      heaps[i].lock();
      try {
        heaps[i].order();
      } finally {
        heaps[i].unlock();
      }
    }
  }

  /** Takes the best visible entry of all until there is none to be seen. */
  private boolean sweep() {
    while (true) {
      GuardedHeap<T> best = heaps[first];
      long top = best.topOpaque();
      for (GuardedHeap<T> heap : heaps) {
        long other = heap.topOpaque();
        if (other < top) {
          top = other;
          best = heap;
        }
      }
      if (top == PriorityKey.NONE) {
        return false;
      }
      best.lock();
      if (takeAndUnlock(best)) {
        return true;
      }
    }
  }

  private boolean takeAndUnlock(GuardedHeap<T> heap) {
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

  private GuardedHeap<T> lockAny() {
    for (int i = 0; i < ATTEMPTS; i++) {
      GuardedHeap<T> heap = any(next());
      if (heap.tryLock()) {
        return heap;
      }
    }
    GuardedHeap<T> heap = any(next());
    heap.lock();
    return heap;
  }

  /**
   * Looks at one of the worker's own heaps and at any one; locks the better, or the other one if
   * another thread is at the better; then looks elsewhere. Returns null if neither shows a top
   * below the key, or after some failures.
   */
  private @Nullable GuardedHeap<T> lockBelow(long key, long choice) {
    for (int i = 0; i < ATTEMPTS; i++) {
      GuardedHeap<T> better = own(choice);
      GuardedHeap<T> other = any(choice);
      long top = better.topOpaque();
      long otherTop = other.topOpaque();
      if (Math.min(top, otherTop) >= key) {
        return null;
      }
      if (otherTop < top) {
        GuardedHeap<T> heap = better;
        better = other;
        other = heap;
        otherTop = top;
      }
      if (better.tryLock()) {
        return better;
      }
      if (otherTop < key && other.tryLock()) {
        return other;
      }
      choice = next();
    }
    return null;
  }

  private GuardedHeap<T> own(long choice) {
    return heaps[first + below(choice << 32, own)];
  }

  private GuardedHeap<T> any(long choice) {
    return heaps[below(choice, heaps.length)];
  }

  /** Maps the upper 32 bits of a random number to 0 .. bound - 1. */
  private static int below(long random, int bound) {
    return (int) ((random >>> 32) * bound >>> 32);
  }

  /** SplitMix64: G. Steele, D. Lea, C. Flood, OOPSLA 2014. */
  private long next() {
    return mix(random += GAMMA);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
