package org.multidescent.frontier;

import java.util.Arrays;

/**
 * The sequential heap of entries, lowest first.
 *
 * <p>Implementation note. An entry is a key (a value as a sortable long) and an int: the index of a
 * cold start, or the complement of a live point's slot in a {@link PointTable}. Keys and ints lie
 * in two arrays, 12 bytes an entry. The heap is 4-ary with its root at 1 and the children of i at
 * 4i - 2 to 4i + 1, so that four siblings share a cache line; arrays grow by a half, large ones by
 * an eighth; entries move into a hole, not by swaps. Loading appends and leaves the heap
 * disordered, with its least key known; the next operation that takes an entry puts it in order in
 * linear time.
 */
class PointHeap<T> extends LeadingPad {

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /** Beyond this many entries the heap grows when they come. */
  private static final int MOST_RESERVED = 1 << 24;

  private static final int LARGE = 1 << 22;
  private static final int ROOT = 1;

  private final PointTable<T> table = new PointTable<>();
  private long[] keys;
  private int[] entries;
  private int size;
  private boolean ordered = true;
  private long least = PriorityKey.NONE;

  /** Creates an empty heap with room for a number of entries. */
  PointHeap(long expected) {
    long room = Math.min(expected, MOST_RESERVED);
    int capacity = (int) Math.min(room + (room >> 10) + 62, LARGEST - ROOT) + ROOT;
    this.keys = new long[capacity];
    this.entries = new int[capacity];
  }

  final int size() {
    return size;
  }

  /** Returns the least key, {@link PriorityKey#NONE} if the heap is empty. */
  final long least() {
    if (!ordered) {
      return least;
    }
    return size == 0 ? PriorityKey.NONE : keys[ROOT];
  }

  final void add(long key, T point) {
    insert(key, ~table.add(point));
  }

  final void addStart(long key, int start) {
    insert(key, start);
  }

  /** Adds a cold start at the end, whatever the order. */
  final void append(long key, int start) {
    disorder();
    addStart(key, start);
  }

  /** Puts the heap in order: linear in its size after loading, else nothing. */
  final void order() {
    if (!ordered) {
      for (int i = lastParent(); i >= ROOT; i--) {
        siftDown(i, keys[i], entries[i]);
      }
      ordered = true;
    }
  }

  /** Takes the best entry; the heap must not be empty. */
  final void poll(Held<T> held) {
    order();
    long key = keys[ROOT];
    int entry = entries[ROOT];
    int last = size--;
    if (last > ROOT) {
      siftDown(ROOT, keys[last], entries[last]);
    }
    if (entry < 0) {
      held.take(PriorityKey.value(key), table.remove(~entry), -1);
    } else {
      held.take(PriorityKey.value(key), null, entry);
    }
  }

  /** Takes the best entry and puts a point in its place; the heap must not be empty. */
  final void exchange(long key, T point, Held<T> held) {
    order();
    double value = PriorityKey.value(keys[ROOT]);
    int entry = entries[ROOT];
    if (entry < 0) {
      held.take(value, table.replace(~entry, point), -1);
    } else {
      held.take(value, null, entry);
      entry = ~table.add(point);
    }
    siftDown(ROOT, key, entry);
  }

  final void forEachCold(Frontier.ColdVisitor visitor) {
    for (int i = ROOT; i <= size; i++) {
      if (entries[i] >= 0) {
        visitor.visit(PriorityKey.value(keys[i]), entries[i]);
      }
    }
  }

  final void forEachLive(Frontier.LiveVisitor<? super T> visitor) {
    long[] keyOf = new long[table.slots()];
    for (int i = ROOT; i <= size; i++) {
      if (entries[i] < 0) {
        keyOf[~entries[i]] = keys[i];
      }
    }
    for (Integer slot : table.inOrder()) {
      visitor.visit(PriorityKey.value(keyOf[slot]), table.get(slot));
    }
  }

  private void insert(long key, int entry) {
    if (size + 1 == keys.length) {
      grow();
    }
    size++;
    if (ordered) {
      siftUp(size, key, entry);
    } else {
      keys[size] = key;
      entries[size] = entry;
      least = Math.min(least, key);
    }
  }

  private void grow() {
    if (keys.length == LARGEST) {
      throw new IllegalStateException("entries: " + size + " in one heap (expected: fewer)");
    }
    int share = keys.length < LARGE ? 1 : 3;
    int capacity = (int) Math.min(LARGEST, keys.length + (long) (keys.length >> share) + 1);
    keys = Arrays.copyOf(keys, capacity);
    entries = Arrays.copyOf(entries, capacity);
  }

  private void disorder() {
    if (ordered) {
      least = least();
      ordered = false;
    }
  }

  private int lastParent() {
    return (size + 2) >>> 2;
  }

  private void siftUp(int from, long key, int entry) {
    long[] k = keys;
    int[] e = entries;
    int hole = from;
    while (hole > ROOT) {
      int parent = (hole + 2) >>> 2;
      if (!before(key, entry, k[parent], e[parent])) {
        break;
      }
      k[hole] = k[parent];
      e[hole] = e[parent];
      hole = parent;
    }
    k[hole] = key;
    e[hole] = entry;
  }

  private void siftDown(int from, long key, int entry) {
    long[] k = keys;
    int[] e = entries;
    int parents = lastParent();
    int hole = from;
    while (hole <= parents) {
      int child = 4 * hole - 2;
      if (child > size) {
        break;
      }
      int end = Math.min(child + 3, size);
      for (int other = child + 1; other <= end; other++) {
        if (before(k[other], e[other], k[child], e[child])) {
          child = other;
        }
      }
      if (!before(k[child], e[child], key, entry)) {
        break;
      }
      k[hole] = k[child];
      e[hole] = e[child];
      hole = child;
    }
    k[hole] = key;
    e[hole] = entry;
  }

  private boolean before(long key, int entry, long otherKey, int other) {
    return key < otherKey || (key == otherKey && first(entry, other));
  }

  private boolean first(int entry, int other) {
    return entry < 0 && other < 0 ? table.before(~entry, ~other) : entry < other;
  }
}
