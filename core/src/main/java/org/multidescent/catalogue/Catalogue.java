package org.multidescent.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Completeness;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.util.Require;

/**
 * The distinct optima of a search, in working coordinates. Not thread-safe: whichever thread calls
 * it holds the one lock that guards it.
 *
 * <p>Each optimum stands at its best hit. A stall within the {@link Tolerance} of one is a hit of
 * it, of the nearest if there are several; no two optima kept are within the tolerance of each
 * other: when a better hit moves one to where another stands, they become one, under the lower id.
 * A full catalogue drops the optimum with the highest value (then the highest id), and counts its
 * hits as dropped; so hits kept and dropped always add up to the stalls added.
 */
public final class Catalogue {

  /** How many optima a catalogue keeps by default. */
  public static final int CAPACITY = 10_000;

  private final int capacity;
  private final Tolerance tolerance;
  private final OptimumIndex index;
  private final TreeSet<Long> shares = new TreeSet<>();
  private long nextId;
  private long hits;
  private long droppedHits;
  private long droppedStartHits;
  private long droppedDistinct;
  private int finished;
  private @Nullable BestOptima best;

  /**
   * Creates an empty catalogue.
   *
   * @param dimension the number of coordinates, 1 or more
   * @param tolerance what is the same optimum
   * @param capacity how many optima it keeps, 1 or more
   * @param share the number of the share of a search whose stalls it takes, for {@link #merge}
   */
  public Catalogue(int dimension, Tolerance tolerance, int capacity, long share) {
    Require.atLeast("capacity", capacity, 1);
    this.capacity = capacity;
    this.tolerance = tolerance;
    this.index = new OptimumIndex(dimension, tolerance);
    shares.add(share);
  }

  /**
   * Takes a stall of an objective without noise; see the other form.
   *
   * @param x where, in working coordinates; copied if it is kept
   * @param value the objective there, finite
   * @param origin where its descent began
   * @param summary how its descent went
   * @param evaluation the search's evaluations by then
   * @return what it was
   */
  public Classification add(
      double[] x, double value, Origin origin, DescentSummary summary, long evaluation) {
    return add(x, Estimate.exact(value), origin, summary, evaluation);
  }

  /**
   * Takes a stall.
   *
   * @param x where, in working coordinates; copied if it is kept
   * @param estimate what is known of the objective there, finite
   * @param origin where its descent began
   * @param summary how its descent went
   * @param evaluation the search's evaluations by then
   * @return what it was
   * @throws IllegalArgumentException if the value or a coordinate is not finite; nothing is counted
   */
  public Classification add(
      double[] x, Estimate estimate, Origin origin, DescentSummary summary, long evaluation) {
    Objects.requireNonNull(origin, "origin: null (expected: where the descent began)");
    CatalogueEntry known = index.nearest(x, estimate.mean());
    int before = finished;
    if (known != null) {
      hits++;
      CatalogueEntry entry =
          known.hit(x, estimate, origin, summary, evaluation) ? move(known) : known;
      count(entry);
      return new Classification(Classification.Kind.REPEAT, entry, finished > before);
    }
    CatalogueEntry entry = new CatalogueEntry(x, estimate, origin, summary, evaluation);
    insert(entry);
    return new Classification(
        entry.id < 0 ? Classification.Kind.DROPPED : Classification.Kind.NEW,
        entry,
        entry.isCounted);
  }

  /**
   * Takes everything another catalogue has taken, unless that has been done: merging the same
   * catalogue twice changes nothing. Ids are given again. The order in which catalogues are merged
   * matters only where more than two optima are near each other, or a catalogue was full.
   *
   * @param other a catalogue of the same problem and tolerance, not changed
   * @return whether it was new
   * @throws IllegalArgumentException if only a share of it has been taken before
   */
  public boolean merge(Catalogue other) {
    if (shares.containsAll(other.shares)) {
      return false;
    }
    if (!Collections.disjoint(shares, other.shares)) {
      throw new IllegalArgumentException(
          "other: parts " + other.shares + " (expected: all or none of " + shares + ")");
    }
    shares.addAll(other.shares);
    for (int rank = 0; rank < other.index.size(); rank++) {
      absorb(other.index.byValue(rank).copy());
    }
    hits += other.droppedHits;
    droppedHits += other.droppedHits;
    droppedStartHits += other.droppedStartHits;
    droppedDistinct += other.droppedDistinct;
    return true;
  }

  /**
   * Returns how many optima are kept.
   *
   * @return from 0 to the capacity
   */
  public int size() {
    return index.size();
  }

  /**
   * Returns how many of the optima kept are finished.
   *
   * @return from 0 to {@link #size}
   */
  public int finished() {
    return finished;
  }

  /**
   * Returns how many stalls have been taken.
   *
   * @return the hits of the optima kept, and {@link #droppedHits}
   */
  public long hits() {
    return hits;
  }

  /**
   * Returns how many of them were at optima that are not kept.
   *
   * @return 0 until the catalogue was full
   */
  public long droppedHits() {
    return droppedHits;
  }

  /**
   * Tells whether the objective was noisy where optima were found.
   *
   * @return whether the best of them says so
   */
  public boolean isNoisy() {
    return index.size() > 0 && index.byValue(0).estimate().isNoisy();
  }

  /**
   * Returns the best optima.
   *
   * @return a snapshot; the same one until the best change
   */
  public BestOptima best() {
    BestOptima current = best;
    if (current == null) {
      current = new BestOptima(index);
      best = current;
    }
    return current;
  }

  /**
   * Returns all optima kept, in the order of value, then id.
   *
   * @param coordinates takes working coordinates to the problem's
   * @return a new list
   */
  public List<Optimum> optima(UnaryOperator<double[]> coordinates) {
    List<Optimum> optima = new ArrayList<>(index.size());
    for (int rank = 0; rank < index.size(); rank++) {
      optima.add(index.byValue(rank).optimum(tolerance, coordinates));
    }
    return optima;
  }

  /**
   * Returns the optimum that a position would be a hit of.
   *
   * @param u the position, in working coordinates
   * @param value the objective there, finite
   * @param coordinates takes working coordinates to the problem's
   * @return the optimum; null if there is none
   */
  public @Nullable Optimum near(double[] u, double value, UnaryOperator<double[]> coordinates) {
    CatalogueEntry entry = index.nearest(u, value);
    return entry == null ? null : entry.optimum(tolerance, coordinates);
  }

  /**
   * Returns what is the same optimum.
   *
   * @return the tolerance
   */
  public Tolerance tolerance() {
    return tolerance;
  }

  /**
   * Returns how complete the finished optima are, from the descents that began at starts and were
   * finished. Each drop counts as an optimum of its own, so that a full catalogue seems less
   * complete than it is, never more.
   *
   * @return the estimate
   */
  public Completeness completeness() {
    long stalls = droppedStartHits;
    long distinct = droppedDistinct;
    for (int rank = 0; rank < index.size(); rank++) {
      CatalogueEntry entry = index.byValue(rank);
      long count = entry.isCounted ? entry.finishedStartHits() : 0;
      stalls += count;
      distinct += Math.min(count, 1);
    }
    return new Completeness(stalls, distinct);
  }

  /**
   * Writes everything the catalogue has taken.
   *
   * @param out takes it
   */
  public void write(Encoder out) {
    out.putLongs(new long[] {nextId, hits, droppedHits, droppedStartHits, droppedDistinct});
    out.putInt(index.size());
    for (int rank = 0; rank < index.size(); rank++) {
      index.byValue(rank).write(out);
    }
  }

  /**
   * Takes back what {@link #write} wrote.
   *
   * @param in where it was written, by a catalogue of the same dimension and tolerance; this one
   *     must be empty
   */
  public void read(Decoder in) {
    long[] counts = in.getLongs();
    Decoder.require(isCounts(counts), "numbers of optima");
    nextId = counts[0];
    hits = counts[1];
    droppedHits = counts[2];
    droppedStartHits = counts[3];
    droppedDistinct = counts[4];
    Set<Long> ids = new HashSet<>();
    int size = in.getLength(1);
    Decoder.require(size <= capacity, size + " optima");
    for (int left = size; left > 0; left--) {
      CatalogueEntry entry = entry(in, size - left);
      Decoder.require(
          entry.id >= 0 && entry.id < nextId && ids.add(entry.id), "optimum " + entry.id);
      Decoder.require(index.accepts(entry), "optimum " + entry.id + " of no such value or place");
      insertIntoIndex(entry);
    }
    in.requireEnd();
  }

  private static CatalogueEntry entry(Decoder in, int rank) {
    try {
      return new CatalogueEntry(in);
    } catch (IllegalArgumentException senseless) {
      throw new CheckpointException(
          "checkpoint: the optimum of rank " + rank + ": " + senseless.getMessage());
    }
  }

  private static boolean isCounts(long[] counts) {
    return counts.length == 5
        && Arrays.stream(counts).allMatch(count -> count >= 0)
        && counts[4] <= counts[3]
        && counts[4] >= Math.min(counts[3], 1)
        && counts[3] <= counts[2]
        && counts[2] <= counts[1];
  }

  private void absorb(CatalogueEntry entry) {
    CatalogueEntry known = index.nearest(entry.x(), entry.value());
    if (known == null) {
      insert(entry);
    } else {
      take(known, entry);
    }
  }

  private void take(CatalogueEntry known, CatalogueEntry entry) {
    hits += entry.hits();
    if (known.absorb(entry)) {
      move(known);
    }
  }

  private void insert(CatalogueEntry entry) {
    hits += entry.hits();
    if (index.size() == capacity) {
      CatalogueEntry worst = index.byValue(capacity - 1);
      if (entry.value() >= worst.value()) {
        drop(entry);
        return;
      }
      removeFromIndex(worst);
      drop(worst);
    }
    entry.id = nextId++;
    insertIntoIndex(entry);
  }

  /** Files an entry again after its best hit has changed; returns the one that stands there now. */
  private CatalogueEntry move(CatalogueEntry entry) {
    removeFromIndex(entry);
    CatalogueEntry survivor = entry;
    for (CatalogueEntry near = index.nearest(survivor.x(), survivor.value());
        near != null;
        near = index.nearest(survivor.x(), survivor.value())) {
      removeFromIndex(near);
      CatalogueEntry younger = near.id < survivor.id ? survivor : near;
      survivor = near.id < survivor.id ? near : survivor;
      survivor.absorb(younger);
      younger.id = -1;
    }
    insertIntoIndex(survivor);
    return survivor;
  }

  private void insertIntoIndex(CatalogueEntry entry) {
    count(entry);
    if (index.add(entry) < BestOptima.SIZE) {
      best = null;
    }
  }

  private void removeFromIndex(CatalogueEntry entry) {
    count(entry, false);
    if (index.remove(entry) < BestOptima.SIZE) {
      best = null;
    }
  }

  /** Counts an entry the catalogue holds if it is finished by now. */
  private void count(CatalogueEntry entry) {
    count(entry, entry.isFinished(tolerance));
  }

  private void count(CatalogueEntry entry, boolean now) {
    finished += (now ? 1 : 0) - (entry.isCounted ? 1 : 0);
    entry.isCounted = now;
  }

  private void drop(CatalogueEntry entry) {
    entry.id = -1;
    droppedHits += entry.hits();
    droppedStartHits += entry.finishedStartHits();
    droppedDistinct += Math.min(entry.finishedStartHits(), 1);
  }
}
