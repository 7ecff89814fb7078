package org.multidescent.catalogue;

import org.jspecify.annotations.Nullable;
import org.multidescent.report.Origin;

/**
 * One worker's memory of the optima it met last. A stall at one of them is tallied here, without
 * the catalogue and its lock, and handed over later; nothing is lost, so {@link Catalogue#hits} and
 * the {@link #pending} stalls of all filters add up to the stalls at any time.
 *
 * <pre>{@code
 * if (!filter.repeats(x, value, origin, evaluation)) {
 *   synchronized (lock) {
 *     filter.add(catalogue, x, value, origin, evaluation);
 *   }
 * }
 * }</pre>
 *
 * <p>Not thread-safe: one owner. Methods that take a catalogue need its lock.
 */
public final class RepeatFilter {

  /** How many optima a filter remembers. */
  static final int SLOTS = 8;

  private final Tolerance tolerance;
  private final @Nullable Entry[] targets = new @Nullable Entry[SLOTS];
  private final @Nullable Entry[] tallies = new @Nullable Entry[SLOTS];
  private int oldest;
  private long pending;

  /**
   * Creates an empty filter.
   *
   * @param tolerance that of the catalogue
   */
  public RepeatFilter(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Takes a stall if it is at one of the optima met last.
   *
   * @param x where, in working coordinates; copied if it is kept
   * @param value the objective there
   * @param origin where its descent began
   * @param evaluation the search's evaluations by then
   * @return whether it was taken; if not, it is for {@link #add}
   */
  public boolean repeats(double[] x, double value, Origin origin, long evaluation) {
    for (Entry tally : tallies) {
      if (tally != null
          && tolerance.compatible(tally.value(), value)
          && tolerance.near(tally.x(), x) <= Double.MAX_VALUE) {
        tally.hit(x, value, origin, evaluation);
        pending++;
        return true;
      }
    }
    return false;
  }

  /**
   * Hands a stall to the catalogue, remembers where it was, and hands over what is pending.
   *
   * @param catalogue the catalogue, always the same one, its lock held
   * @param x where, in working coordinates; copied if it is kept
   * @param value the objective there, finite
   * @param origin where its descent began
   * @param evaluation the search's evaluations by then
   * @return what it was
   * @throws IllegalArgumentException if the value or a coordinate is not finite
   */
  public Sighting add(
      Catalogue catalogue, double[] x, double value, Origin origin, long evaluation) {
    flush(catalogue);
    Sighting sighting = catalogue.add(x, value, origin, evaluation);
    if (sighting.kind() != Sighting.Kind.DROPPED) {
      remember(sighting.entry());
    }
    return sighting;
  }

  /**
   * Hands over what is pending.
   *
   * @param catalogue the catalogue, always the same one, its lock held
   */
  public void flush(Catalogue catalogue) {
    if (pending == 0) {
      return;
    }
    for (int slot = 0; slot < SLOTS; slot++) {
      Entry target = targets[slot];
      Entry tally = tallies[slot];
      if (target != null && tally != null && tally.hits() > 0) {
        catalogue.settle(target, tally);
        tally.clearTally();
      }
    }
    pending = 0;
  }

  /**
   * Returns how many stalls were taken and not handed over yet.
   *
   * @return 0 after {@link #flush}
   */
  public long pending() {
    return pending;
  }

  private void remember(Entry entry) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (targets[slot] == entry) {
        tallies[slot] = entry.blank();
        return;
      }
    }
    targets[oldest] = entry;
    tallies[oldest] = entry.blank();
    oldest = (oldest + 1) % SLOTS;
  }
}
