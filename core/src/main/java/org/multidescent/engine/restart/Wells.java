package org.multidescent.engine.restart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;

/**
 * Tells starts in wells not known yet, where most starts lie on a smooth {@link Background}. A
 * start far below it is taken to be in the well of a known optimum that lies deeper, if no start on
 * the background is nearer to that optimum than it.
 *
 * <p>Not thread-safe.
 */
final class Wells {

  private static final int MOST_OPTIMA = 64;
  private static final int MOST_STARTS = 256;
  private static final double FORGOTTEN = -1;

  private final Background background;
  private final List<PooledEntry> optima = new ArrayList<>();
  private final List<PooledEntry> starts = new ArrayList<>();

  Wells(int dimension) {
    background = new Background(dimension);
  }

  /** Tells whether there is a background. */
  boolean areTold() {
    return background.isKnown();
  }

  /** Takes the last one of the entries of a pool, which was added just now. */
  void add(PooledEntry[] entries, int size) {
    PooledEntry added = entries[size - 1];
    if (!added.optimum && background.add(added.at, added.value)) {
      begin(entries, size);
    } else if (areTold()) {
      added.depth = background.depth(added.at, added.value);
      include(added, entries, size);
    }
  }

  /** Looks at all entries anew. */
  private void begin(PooledEntry[] entries, int size) {
    optima.clear();
    starts.clear();
    for (int k = 0; k < size; k++) {
      entries[k].depth = background.depth(entries[k].at, entries[k].value);
      entries[k].room = Double.NaN;
    }
    for (int k = 0; k < size; k++) {
      include(entries[k], entries, size);
    }
  }

  private void include(PooledEntry added, PooledEntry[] entries, int size) {
    if (!added.optimum && added.depth > 0) {
      starts.add(added);
    } else if (!added.optimum) {
      optima.forEach(o -> o.room = Math.min(o.room, o.squaredDistance(added)));
    } else if (added.depth > 0 && optima.size() < MOST_OPTIMA) {
      added.room = Double.POSITIVE_INFINITY;
      for (int k = 0; k < size; k++) {
        PooledEntry entry = entries[k];
        if (!entry.optimum && entry.depth == 0) {
          added.room = Math.min(added.room, added.squaredDistance(entry));
        }
      }
      optima.add(added);
    }
  }

  /** Returns the start that waits deepest in a well not known; null if there is none. */
  @Nullable PooledEntry deepest() {
    starts.removeIf(entry -> !entry.waits);
    if (starts.size() > MOST_STARTS) {
      List<PooledEntry> oldest = starts.subList(0, MOST_STARTS / 2);
      oldest.forEach(entry -> entry.depth = FORGOTTEN);
      oldest.clear();
    }
    PooledEntry deepest = null;
    for (PooledEntry entry : starts) {
      if ((deepest == null || entry.depth > deepest.depth) && !isKnown(entry)) {
        deepest = entry;
      }
    }
    return deepest;
  }

  private boolean isKnown(PooledEntry entry) {
    for (PooledEntry optimum : optima) {
      if (optimum.depth >= entry.depth && optimum.squaredDistance(entry) < optimum.room) {
        return true;
      }
    }
    return false;
  }

  void write(Encoder out) {
    background.write(out);
  }

  void read(Decoder in) {
    background.read(in);
  }

  /** Takes an entry that was written. */
  void restore(PooledEntry entry) {
    if (!Double.isNaN(entry.room)) {
      optima.add(entry);
    } else if (!entry.optimum && entry.depth > 0) {
      starts.add(entry);
    }
  }
}
