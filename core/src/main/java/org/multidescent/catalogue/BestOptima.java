package org.multidescent.catalogue;

/**
 * The best optima of a catalogue at one moment, lowest value first: what perturbations set out
 * from. Immutable, so that workers may read it without the catalogue's lock.
 */
public final class BestOptima {

  /** How many optima it holds at most. */
  public static final int SIZE = 20;

  private final long[] ids;
  private final double[][] positions;
  private final double[] values;

  public BestOptima(OptimumIndex index) {
    int size = Math.min(SIZE, index.size());
    ids = new long[size];
    positions = new double[size][];
    values = new double[size];
    for (int rank = 0; rank < size; rank++) {
      CatalogueEntry entry = index.byValue(rank);
      ids[rank] = entry.id;
      positions[rank] = entry.x();
      values[rank] = entry.value();
    }
  }

  /**
   * Returns how many optima these are.
   *
   * @return from 0 to {@link #SIZE}
   */
  public int size() {
    return ids.length;
  }

  /**
   * Returns an optimum's id.
   *
   * @param rank 0 for the best
   * @return the id
   */
  public long id(int rank) {
    return ids[rank];
  }

  /**
   * Returns an optimum's position in working coordinates.
   *
   * @param rank 0 for the best
   * @return the position, shared: not to be written to
   */
  public double[] x(int rank) {
    return positions[rank];
  }

  /**
   * Returns an optimum's value.
   *
   * @param rank 0 for the best
   * @return the value
   */
  public double value(int rank) {
    return values[rank];
  }
}
