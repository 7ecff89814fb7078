package org.multidescent.engine;

import java.util.Arrays;

/**
 * The improvements of a best value in the order of their places, to ask for the best by a place.
 */
public final class Improvements {

  private static final int FEW = 16;

  private final int dimension;
  private long[] places = new long[FEW];
  private double[] values = new double[FEW];
  private double[] positions;
  private int size;

  public Improvements(int dimension) {
    this.dimension = dimension;
    this.positions = new double[FEW * dimension];
  }

  /** Takes an improvement, at a place after the last one. */
  public void add(long place, double value, double[] u, int offset) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      positions = Arrays.copyOf(positions, 2 * size * dimension);
    }
    places[size] = place;
    values[size] = value;
    System.arraycopy(u, offset, positions, size * dimension, dimension);
    size++;
  }

  /** Returns which improvement was the last by a place; -1 if there is none. */
  public int last(long place) {
    int last = size - 1;
    while (last >= 0 && places[last] > place) {
      last--;
    }
    return last;
  }

  public long place(int index) {
    return places[index];
  }

  public double value(int index) {
    return values[index];
  }

  public double[] position(int index) {
    return Arrays.copyOfRange(positions, index * dimension, (index + 1) * dimension);
  }
}
