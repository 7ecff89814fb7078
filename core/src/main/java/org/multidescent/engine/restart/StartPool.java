package org.multidescent.engine.restart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.descent.WorkingCoordinates;

/**
 * Evaluated starts, and the optima found, each with its distance to the nearest lower one of all
 * these: a start far from everything lower may lie in a basin of its own, however high it is
 * (nearest-better clustering: Preuss, Niching the CMA-ES via nearest-better clustering, GECCO 2010;
 * that a start descends if no lower one is near is the rule of multi-level single linkage: Rinnooy
 * Kan and Timmer, Stochastic global optimization methods part II, 1987).
 *
 * <p>Implementation note. Distances are squared, in fractions of the start box. A full pool drops
 * the half that has lower ones nearest. Not thread-safe, but for the two numbers.
 */
final class StartPool {

  private static final int LARGEST = 1024;
  private static final int SMALLEST = 16;
  private static final int MOST_COORDINATES = 1 << 20;

  /** So many entries of one coordinate are compared as soon as few of many. */
  private static final int QUICK_COORDINATES = 1 << 14;

  private final WorkingCoordinates coordinates;
  private final int capacity;
  private Entry[] entries = new Entry[SMALLEST];
  private int size;
  private volatile int waiting;
  private volatile long dropped;

  /** A position, its value and the squared distance to the nearest lower one. */
  private static final class Entry {
    final long start;
    final double value;
    final double[] u;
    double lower;
    boolean waits;

    Entry(long start, double value, double[] u, boolean waits) {
      this.start = start;
      this.value = value;
      this.u = u;
      this.waits = waits;
    }
  }

  /**
   * Creates an empty pool.
   *
   * @param coordinates the search's coordinates
   */
  public StartPool(WorkingCoordinates coordinates) {
    this.coordinates = coordinates;
    int dimension = coordinates.dimension();
    int largest = Math.max(LARGEST, QUICK_COORDINATES / dimension);
    this.capacity = Math.max(SMALLEST, Math.min(largest, MOST_COORDINATES / dimension));
  }

  /** Returns how many starts wait for their descents. */
  public int waiting() {
    return waiting;
  }

  /** Returns how many starts that waited were dropped to make room. */
  public long dropped() {
    return dropped;
  }

  /** Tells whether as many starts wait as may be compared at once. */
  public boolean isFull() {
    return waiting >= capacity / 2;
  }

  /**
   * Adds a start that waits for its descent.
   *
   * @param u its position, kept
   * @return how many starts that waited were dropped to make room
   */
  public int addStart(long start, double value, double[] u) {
    int less = size == capacity ? halve() : 0;
    add(new Entry(start, value, u, true));
    waiting++;
    return less;
  }

  /**
   * Adds an optimum, if there is room.
   *
   * @param u its position, kept
   */
  public void addOptimum(double value, double[] u) {
    if (size < capacity) {
      add(new Entry(0, value, u, false));
    }
  }

  /**
   * Takes a start, which then waits no more.
   *
   * @param distant whether to take the one farthest from everything lower, the first of equals; if
   *     not, the lowest
   * @return null if none waits
   */
  public @Nullable WaitingStart take(boolean distant) {
    Entry chosen = null;
    for (int k = 0; k < size; k++) {
      Entry entry = entries[k];
      boolean better =
          chosen == null || (distant ? entry.lower > chosen.lower : entry.value < chosen.value);
      if (entry.waits && better) {
        chosen = entry;
      }
    }
    if (chosen == null) {
      return null;
    }
    chosen.waits = false;
    waiting--;
    return new WaitingStart(chosen.start, chosen.value);
  }

  private void add(Entry added) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, Math.min(capacity, 2 * size));
    }
    added.lower = Double.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      Entry entry = entries[k];
      if (entry.value <= added.value) {
        added.lower = distance(entry.u, added.u, added.lower);
      } else {
        entry.lower = distance(entry.u, added.u, entry.lower);
      }
    }
    entries[size++] = added;
  }

  /** Returns the squared distance of two positions, or the limit if it is not below that. */
  private double distance(double[] u, double[] v, double limit) {
    double sum = 0;
    for (int i = 0; i < u.length && sum < limit; i++) {
      double width = coordinates.startUpper(i) - coordinates.startLower(i);
      double move = width > 0 ? (u[i] - v[i]) / width : 0;
      sum += move * move;
    }
    return Math.min(sum, limit);
  }

  private int halve() {
    double[] sorted = new double[size];
    Arrays.setAll(sorted, k -> entries[k].lower);
    Arrays.sort(sorted);
    double least = sorted[size / 2];
    int before = waiting;
    int kept = 0;
    waiting = 0;
    for (int k = 0; k < size; k++) {
      Entry entry = entries[k];
      if (entry.lower >= least && kept < size / 2) {
        waiting += entry.waits ? 1 : 0;
        entries[kept++] = entry;
      }
    }
    Arrays.fill(entries, kept, size, null);
    size = kept;
    dropped += before - waiting;
    return before - waiting;
  }

  /**
   * Writes everything the pool holds.
   *
   * @param out takes it
   */
  public void write(Encoder out) {
    out.putLong(dropped);
    out.putInt(size);
    for (int k = 0; k < size; k++) {
      Entry entry = entries[k];
      out.putLong(entry.start);
      out.putDouble(entry.value);
      out.putDouble(entry.lower);
      out.putBoolean(entry.waits);
      out.putDoubles(entry.u);
    }
  }

  /**
   * Takes back what {@link #write} wrote.
   *
   * @param in where it was written, by a pool of the same coordinates; this one must be empty
   */
  public void read(Decoder in) {
    dropped = in.getLong();
    Decoder.require(dropped >= 0, dropped + " starts that were dropped");
    int count = in.getLength(1);
    Decoder.require(count <= capacity, count + " starts that are compared");
    entries = new Entry[Math.max(SMALLEST, count)];
    for (size = 0; size < count; size++) {
      long start = in.getLong();
      double value = in.getDouble();
      double lower = in.getDouble();
      boolean waits = in.getBoolean();
      Entry entry = new Entry(start, value, in.getDoubles(), waits);
      entry.lower = lower;
      Decoder.require(isSound(entry), "a start that is compared: " + start);
      entries[size] = entry;
      waiting += waits ? 1 : 0;
    }
    in.requireEnd();
  }

  private boolean isSound(Entry entry) {
    boolean sound =
        entry.start >= 0
            && entry.start <= Integer.MAX_VALUE
            && Double.isFinite(entry.value)
            && entry.lower >= 0
            && entry.u.length == coordinates.dimension();
    for (int i = 0; sound && i < entry.u.length; i++) {
      sound = entry.u[i] >= coordinates.lower(i) && entry.u[i] <= coordinates.upper(i);
    }
    return sound;
  }
}
