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
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;

/**
 * The distinct optima of a search, in working coordinates. Not thread-safe: whoever calls it holds
 * the one lock that guards it.
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
  private final OptimumIndex files;
  private final TreeSet<Long> parts = new TreeSet<>();
  private long nextId;
  private long hits;
  private long droppedHits;
  private long droppedStartHits;
  private long droppedDistinct;
  private @Nullable BestOptima elite;

  /**
   * Creates an empty catalogue.
   *
   * @param dimension the number of coordinates, 1 or more
   * @param tolerance what is the same optimum
   * @param capacity how many optima it keeps, 1 or more
   * @param part the number of the share of a search whose stalls it takes, for {@link #merge}
   */
  public Catalogue(int dimension, Tolerance tolerance, int capacity, long part) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: " + capacity + " (expected: 1 or more)");
    }
    this.capacity = capacity;
    this.files = new OptimumIndex(dimension, tolerance);
    parts.add(part);
  }

  /**
   * Takes a stall.
   *
   * @param x where, in working coordinates; copied if it is kept
   * @param value the objective there, finite
   * @param origin where its descent began
   * @param course how its descent went
   * @param evaluation the search's evaluations by then
   * @return what it was
   * @throws IllegalArgumentException if the value or a coordinate is not finite; nothing is counted
   */
  public Classification add(
      double[] x, double value, Origin origin, DescentSummary course, long evaluation) {
    Objects.requireNonNull(origin, "origin: null (expected: where the descent began)");
    CatalogueEntry known = files.nearest(x, value);
    if (known != null) {
      hits++;
      CatalogueEntry entry = known.hit(x, value, origin, course, evaluation) ? move(known) : known;
      return new Classification(Classification.Kind.REPEAT, entry);
    }
    CatalogueEntry entry = new CatalogueEntry(x, value, origin, course, evaluation);
    insert(entry);
    return new Classification(
        entry.id < 0 ? Classification.Kind.DROPPED : Classification.Kind.NEW, entry);
  }

  /**
   * Takes everything another catalogue has taken, unless that has been done: merging the same
   * catalogue twice changes nothing. Ids are given anew. The order in which catalogues are merged
   * matters only where more than two optima are near each other, or a catalogue was full.
   *
   * @param other a catalogue of the same problem and tolerance, not changed
   * @return whether it was new
   * @throws IllegalArgumentException if only a share of it has been taken before
   */
  public boolean merge(Catalogue other) {
    if (parts.containsAll(other.parts)) {
      return false;
    }
    if (!Collections.disjoint(parts, other.parts)) {
      throw new IllegalArgumentException(
          "other: parts " + other.parts + " (expected: all or none of " + parts + ")");
    }
    parts.addAll(other.parts);
    for (int rank = 0; rank < other.files.size(); rank++) {
      settle(other.files.byValue(rank).copy());
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
    return files.size();
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
   * Returns the best optima.
   *
   * @return a snapshot; the same one until the best change
   */
  public BestOptima elite() {
    BestOptima current = elite;
    if (current == null) {
      current = new BestOptima(files);
      elite = current;
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
    List<Optimum> optima = new ArrayList<>(files.size());
    for (int rank = 0; rank < files.size(); rank++) {
      optima.add(files.byValue(rank).optimum(coordinates));
    }
    return optima;
  }

  /**
   * Returns how complete the catalogue is, from the descents that began at starts. Each drop counts
   * as an optimum of its own, so that a full catalogue seems less complete than it is, never more.
   *
   * @return the estimate
   */
  public Completeness completeness() {
    long stalls = droppedStartHits;
    long distinct = droppedDistinct;
    for (int rank = 0; rank < files.size(); rank++) {
      long count = files.byValue(rank).startHits();
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
    out.putInt(files.size());
    for (int rank = 0; rank < files.size(); rank++) {
      files.byValue(rank).write(out);
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
      Decoder.require(files.accepts(entry), "optimum " + entry.id + " of no such value or place");
      file(entry);
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
        && counts[3] <= counts[2]
        && counts[2] <= counts[1];
  }

  /** Adds a tally to the optimum it was kept for, or, if that is gone, to what is there now. */
  public void settle(CatalogueEntry target, CatalogueEntry tally) {
    if (target.id < 0) {
      settle(tally.copy());
    } else {
      take(target, tally);
    }
  }

  private void settle(CatalogueEntry entry) {
    CatalogueEntry known = files.nearest(entry.x(), entry.value());
    if (known == null) {
      insert(entry);
    } else {
      take(known, entry);
    }
  }

  private void take(CatalogueEntry known, CatalogueEntry tally) {
    hits += tally.hits();
    if (known.absorb(tally)) {
      move(known);
    }
  }

  private void insert(CatalogueEntry entry) {
    hits += entry.hits();
    if (files.size() == capacity) {
      CatalogueEntry worst = files.byValue(capacity - 1);
      if (entry.value() >= worst.value()) {
        drop(entry);
        return;
      }
      unfile(worst);
      drop(worst);
    }
    entry.id = nextId++;
    file(entry);
  }

  /** Files an entry anew after its best hit has changed; returns the one that stands there now. */
  private CatalogueEntry move(CatalogueEntry entry) {
    unfile(entry);
    CatalogueEntry survivor = entry;
    for (CatalogueEntry near = files.nearest(survivor.x(), survivor.value());
        near != null;
        near = files.nearest(survivor.x(), survivor.value())) {
      unfile(near);
      CatalogueEntry younger = near.id < survivor.id ? survivor : near;
      survivor = near.id < survivor.id ? near : survivor;
      survivor.absorb(younger);
      younger.id = -1;
    }
    file(survivor);
    return survivor;
  }

  private void file(CatalogueEntry entry) {
    if (files.add(entry) < BestOptima.SIZE) {
      elite = null;
    }
  }

  private void unfile(CatalogueEntry entry) {
    if (files.remove(entry) < BestOptima.SIZE) {
      elite = null;
    }
  }

  private void drop(CatalogueEntry entry) {
    entry.id = -1;
    droppedHits += entry.hits();
    droppedStartHits += entry.startHits();
    droppedDistinct += Math.min(entry.startHits(), 1);
  }
}
