package org.multidescent.frontier;

/** Partial orders of an array of keys and the array of entries that goes with it. */
final class Selection {

  private Selection() {}

  /**
   * Moves live points, the negative entries, to the front.
   *
   * @return the place of the first cold start
   */
  static int liveFirst(long[] keys, int[] entries, int from, int to) {
    int front = from;
    for (int i = from; i < to; i++) {
      if (entries[i] < 0) {
        swap(keys, entries, i, front++);
      }
    }
    return front;
  }

  /** Moves the lowest {@code count} by (key, entry) to the front: Hoare's quickselect. */
  static void lowest(long[] keys, int[] entries, int from, int to, int count) {
    int target = from + count - 1;
    int low = from;
    int high = to - 1;
    while (low < high) {
      int pivot = middle(keys, entries, low, (low + high) >>> 1, high);
      long key = keys[pivot];
      int entry = entries[pivot];
      int i = low;
      int j = high;
      while (i <= j) {
        while (before(keys[i], entries[i], key, entry)) {
          i++;
        }
        while (before(key, entry, keys[j], entries[j])) {
          j--;
        }
        if (i <= j) {
          swap(keys, entries, i++, j--);
        }
      }
      if (target <= j) {
        high = j;
      } else if (target >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  private static int middle(long[] keys, int[] entries, int a, int b, int c) {
    if (before(keys, entries, a, b)) {
      return before(keys, entries, b, c) ? b : before(keys, entries, a, c) ? c : a;
    }
    return before(keys, entries, a, c) ? a : before(keys, entries, b, c) ? c : b;
  }

  private static boolean before(long[] keys, int[] entries, int i, int j) {
    return before(keys[i], entries[i], keys[j], entries[j]);
  }

  private static boolean before(long key, int entry, long otherKey, int other) {
    return key < otherKey || (key == otherKey && entry < other);
  }

  private static void swap(long[] keys, int[] entries, int i, int j) {
    long key = keys[i];
    keys[i] = keys[j];
    keys[j] = key;
    int entry = entries[i];
    entries[i] = entries[j];
    entries[j] = entry;
  }
}
