package org.multidescent.catalogue;

import org.jspecify.annotations.Nullable;
import org.multidescent.random.Mix;
import org.multidescent.util.Require;

/**
 * A catalogue's entries, filed twice. By value, then id: the order of all output, the best for
 * perturbations and the worst to drop. By projection on a fixed random unit vector: two positions
 * are never nearer to each other than their projections are, so whatever may be the same as a stall
 * lies in a short window there, even where thousands of optima share one value.
 */
public final class OptimumIndex {

  private static final long KEY = Mix.mix(0x66696c6573L, 0);

  /** What rounding may add to a difference of projections, relative to the distance. */
  private static final double SLACK = 1 + 1e-9;

  private final Tolerance tolerance;
  private final double[] direction;
  private final SortedEntries byValue = new SortedEntries();
  private final SortedEntries byProjection = new SortedEntries();

  public OptimumIndex(int dimension, Tolerance tolerance) {
    Require.atLeast("dimension", dimension, 1);
    this.tolerance = tolerance;
    direction = new double[dimension];
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      direction[i] = 2 * Mix.unit(Mix.at(KEY, i)) - 1;
      sum += direction[i] * direction[i];
    }
    double norm = Math.sqrt(sum);
    for (int i = 0; i < dimension; i++) {
      direction[i] /= norm;
    }
  }

  public int size() {
    return byValue.size();
  }

  /** Tells whether an entry can be filed. */
  boolean accepts(CatalogueEntry entry) {
    return entry.x().length == direction.length
        && Double.isFinite(entry.value())
        && Double.isFinite(project(entry.x()));
  }

  /** Returns the entry at a rank in the order of value, then id. */
  public CatalogueEntry byValue(int rank) {
    return byValue.entry(rank);
  }

  /** Files an entry, which has an id by now, and returns its rank by value. */
  public int add(CatalogueEntry entry) {
    entry.indexedValue = entry.value();
    entry.indexedProjection = project(entry.x());
    byProjection.insert(entry.indexedProjection, entry);
    return byValue.insert(entry.indexedValue, entry);
  }

  /** Removes an entry and returns the rank it had by value. */
  public int remove(CatalogueEntry entry) {
    byProjection.remove(entry.indexedProjection, entry);
    return byValue.remove(entry.indexedValue, entry);
  }

  /**
   * Returns the entry that a stall is a hit of: the nearest within the tolerance, of equally near
   * ones the one with the lowest id.
   */
  @Nullable
  public CatalogueEntry nearest(double[] x, double value) {
    double projection = project(x);
    if (!Double.isFinite(value) || !Double.isFinite(projection)) {
      throw new IllegalArgumentException(
          "value: " + value + ", x: a projection of " + projection + " (expected: finite numbers)");
    }
    double reach = tolerance.distance() * SLACK;
    CatalogueEntry nearest = null;
    double least = Double.POSITIVE_INFINITY;
    int rank = byProjection.firstAtLeast(projection - reach);
    for (; rank < byProjection.size() && byProjection.key(rank) <= projection + reach; rank++) {
      CatalogueEntry entry = byProjection.entry(rank);
      if (tolerance.compatible(entry.value(), value)) {
        double distance = tolerance.near(entry.x(), x);
        if (distance < least || distance == least && nearest != null && entry.id < nearest.id) {
          nearest = entry;
          least = distance;
        }
      }
    }
    return nearest;
  }

  private double project(double[] x) {
    if (x.length != direction.length) {
      throw new IllegalArgumentException(
          "x: %d coordinates (expected: %d)".formatted(x.length, direction.length));
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += direction[i] * x[i];
    }
    return sum;
  }
}
