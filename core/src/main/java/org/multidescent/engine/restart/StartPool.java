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

  /** So many entries have one number that says how far their waiting starts may be. */
  private static final int BLOCK = 64;

  /** After so many starts a coordinate, and as many, one descends that is in no new well. */
  private static final int PATIENCE = 100;

  private static final int MORE = 8;

  private final WorkingCoordinates coordinates;
  private final int capacity;
  private final NearestLower index;
  private final Wells wells;
  private PooledEntry[] entries = new PooledEntry[SMALLEST];
  private int size;

  /** No start that waits in a block of entries is farther from everything lower. */
  private final double[] farthest;

  private int sinceTaken;
  private volatile boolean tellsWells;
  private volatile int waiting;
  private volatile long dropped;

  /**
   * Creates an empty pool.
   *
   * @param coordinates the search's coordinates
   */
  public StartPool(WorkingCoordinates coordinates) {
    this.coordinates = coordinates;
    this.index = new NearestLower(coordinates.dimension());
    this.wells = new Wells(coordinates.dimension());
    int dimension = coordinates.dimension();
    int largest = Math.max(LARGEST, QUICK_COORDINATES / dimension);
    this.capacity = Math.max(SMALLEST, Math.min(largest, MOST_COORDINATES / dimension));
    this.farthest = new double[(capacity - 1) / BLOCK + 1];
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
    return waiting >= capacity / 2 && !tellsWells;
  }

  /**
   * Adds a start that waits for its descent.
   *
   * @param u its position, kept
   * @return how many starts that waited were dropped to make room
   */
  public int addStart(long start, double value, double[] u) {
    int less = size == capacity ? halve() : 0;
    waiting++;
    sinceTaken++;
    add(PooledEntry.start(start, value, u, fractions(u), true));
    return less;
  }

  /**
   * Adds an optimum, if there is room.
   *
   * @param u its position, kept
   */
  public void addOptimum(double value, double[] u) {
    if (size < capacity) {
      add(PooledEntry.optimum(value, u, fractions(u)));
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
    PooledEntry chosen = wells.deepest();
    if (chosen == null) {
      chosen = distant || tellsWells ? farthest() : lowest();
    }
    if (chosen == null) {
      return null;
    }
    chosen.waits = false;
    waiting--;
    sinceTaken = 0;
    return new WaitingStart(chosen.start, chosen.value);
  }

  /** Tells whether starts in wells are told from all others. */
  public boolean tellsWells() {
    return tellsWells;
  }

  /** Tells whether a start waits in a well not known yet. */
  public boolean hasNewWell() {
    return wells.deepest() != null;
  }

  /**
   * Returns how many more starts are evaluated before one descends, where wells are told and none
   * is new.
   */
  public int more() {
    int dimension = coordinates.dimension();
    boolean goesOn = tellsWells && sinceTaken < PATIENCE * (dimension + 1);
    return goesOn && !hasNewWell() ? MORE : 0;
  }

  private @Nullable PooledEntry lowest() {
    PooledEntry chosen = null;
    for (int k = 0; k < size; k++) {
      PooledEntry entry = entries[k];
      if (entry.waits && (chosen == null || entry.value < chosen.value)) {
        chosen = entry;
      }
    }
    return chosen;
  }

  /** Looks only into blocks that may have a farther one than those before. */
  private @Nullable PooledEntry farthest() {
    PooledEntry chosen = null;
    for (int block = 0; block * BLOCK < size; block++) {
      if (chosen == null || farthest[block] > chosen.lower) {
        PooledEntry first = farthest(block * BLOCK, Math.min(size, (block + 1) * BLOCK));
        farthest[block] = first == null ? Double.NEGATIVE_INFINITY : first.lower;
        if (first != null && (chosen == null || first.lower > chosen.lower)) {
          chosen = first;
        }
      }
    }
    return chosen;
  }

  private @Nullable PooledEntry farthest(int from, int to) {
    PooledEntry chosen = null;
    for (int k = from; k < to; k++) {
      PooledEntry entry = entries[k];
      if (entry.waits && (chosen == null || entry.lower > chosen.lower)) {
        chosen = entry;
      }
    }
    return chosen;
  }

  private void add(PooledEntry added) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, Math.min(capacity, 2 * size));
    }
    index.add(added);
    append(added);
    wells.add(entries, size);
    tellsWells = wells.areTold();
  }

  private void append(PooledEntry added) {
    int block = size / BLOCK;
    double before = size % BLOCK == 0 ? Double.NEGATIVE_INFINITY : farthest[block];
    farthest[block] = added.waits ? Math.max(before, added.lower) : before;
    entries[size++] = added;
  }

  private double[] fractions(double[] u) {
    double[] at = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double width = coordinates.startUpper(i) - coordinates.startLower(i);
      at[i] = width > 0 ? u[i] / width : 0;
    }
    return at;
  }

  private int halve() {
    double[] sorted = new double[size];
    Arrays.setAll(sorted, k -> entries[k].lower);
    Arrays.sort(sorted);
    double least = sorted[size / 2];
    int before = waiting;
    int all = size;
    size = 0;
    waiting = 0;
    index.clear();
    for (int k = 0; k < all; k++) {
      PooledEntry entry = entries[k];
      if (!Double.isNaN(entry.room) || entry.lower >= least && size < all / 2) {
        waiting += entry.waits ? 1 : 0;
        index.put(entry);
        append(entry);
      } else {
        entry.waits = false;
      }
    }
    Arrays.fill(entries, size, all, null);
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
    out.putInt(sinceTaken);
    wells.write(out);
    out.putInt(size);
    for (int k = 0; k < size; k++) {
      PooledEntry entry = entries[k];
      out.putLong(entry.start);
      out.putDouble(entry.value);
      out.putDouble(entry.lower);
      out.putBoolean(entry.waits);
      out.putBoolean(entry.optimum);
      out.putDouble(entry.depth);
      out.putDouble(entry.room);
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
    sinceTaken = in.getInt();
    wells.read(in);
    tellsWells = wells.areTold();
    int count = in.getLength(1);
    Decoder.require(count <= capacity, count + " starts that are compared");
    entries = new PooledEntry[Math.max(SMALLEST, count)];
    size = 0;
    while (size < count) {
      long start = in.getLong();
      double value = in.getDouble();
      double lower = in.getDouble();
      boolean waits = in.getBoolean();
      boolean optimum = in.getBoolean();
      double depth = in.getDouble();
      double room = in.getDouble();
      double[] u = in.getDoubles();
      Decoder.require(isSound(start, value, lower, u), "a start that is compared: " + start);
      double[] at = fractions(u);
      PooledEntry entry =
          optimum
              ? PooledEntry.optimum(value, u, at)
              : PooledEntry.start(start, value, u, at, waits);
      entry.lower = lower;
      entry.depth = depth;
      entry.room = room;
      wells.restore(entry);
      index.put(entry);
      append(entry);
      waiting += waits ? 1 : 0;
    }
    in.requireEnd();
  }

  private boolean isSound(long start, double value, double lower, double[] u) {
    boolean sound =
        start >= 0
            && start <= Integer.MAX_VALUE
            && Double.isFinite(value)
            && lower >= 0
            && u.length == coordinates.dimension();
    for (int i = 0; sound && i < u.length; i++) {
      sound = u[i] >= coordinates.lower(i) && u[i] <= coordinates.upper(i);
    }
    return sound;
  }
}
