package org.multidescent.frontier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The live points of one heap, each in a slot, with the sequence number of its offer. Free slots
 * form a list: a free slot's sequence number is the next free slot, or -1.
 */
final class PointTable<T> {

  private @Nullable Object[] points = new Object[8];
  private long[] sequence = new long[8];
  private int used;
  private int free = -1;
  private long offers;

  /** Puts a point into a free slot. */
  int add(T point) {
    int slot = free;
    if (slot >= 0) {
      free = (int) sequence[slot];
    } else {
      slot = used;
      if (slot == points.length) {
        int capacity = slot + (slot >> 1);
        sequence = Arrays.copyOf(sequence, capacity);
        points = Arrays.copyOf(points, capacity);
      }
      used++;
    }
    points[slot] = point;
    sequence[slot] = offers++;
    return slot;
  }

  /** Empties a slot. */
  T remove(int slot) {
    T point = get(slot);
    points[slot] = null;
    sequence[slot] = free;
    free = slot;
    return point;
  }

  /** Puts a newly offered point in another's place. */
  T replace(int slot, T point) {
    T former = get(slot);
    points[slot] = point;
    sequence[slot] = offers++;
    return former;
  }

  @SuppressWarnings("unchecked")
  T get(int slot) {
    return (T) points[slot];
  }

  /** Tells whether the point in one slot was offered before that in another. */
  boolean before(int slot, int other) {
    return sequence[slot] < sequence[other];
  }

  /** Returns the number of slots that were ever in use. */
  int slots() {
    return used;
  }

  /** Returns the slots in use in the order of their points' offers. */
  Integer[] inOrder() {
    Integer[] slots = new Integer[used];
    int count = 0;
    for (int slot = 0; slot < used; slot++) {
      if (points[slot] != null) {
        slots[count++] = slot;
      }
    }
    Integer[] inUse = Arrays.copyOf(slots, count);
    Arrays.sort(inUse, (a, b) -> Long.compare(sequence[a], sequence[b]));
    return inUse;
  }
}
