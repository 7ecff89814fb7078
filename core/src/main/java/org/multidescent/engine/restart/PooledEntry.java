package org.multidescent.engine.restart;

/** A position of a {@link StartPool}, its value and how far the nearest lower one is. */
final class PooledEntry {

  final long start;
  final double value;
  final double[] u;

  /** The position in fractions of the start box. */
  final double[] at;

  /** The squared distance to the nearest lower one, in fractions of the start box. */
  double lower = Double.POSITIVE_INFINITY;

  /** Whether it is a start that waits for its descent. */
  boolean waits;

  /** Whether it is an optimum. */
  final boolean optimum;

  /** How far it lies below the {@link Background}; 0 if on it; negative if that is forgotten. */
  double depth;

  /** The squared distance to the nearest start on the background, of an optimum in a well. */
  double room = Double.NaN;

  private PooledEntry(
      long start, double value, double[] u, double[] at, boolean waits, boolean optimum) {
    this.start = start;
    this.value = value;
    this.u = u;
    this.at = at;
    this.waits = waits;
    this.optimum = optimum;
  }

  static PooledEntry start(long start, double value, double[] u, double[] at, boolean waits) {
    return new PooledEntry(start, value, u, at, waits, false);
  }

  static PooledEntry optimum(double value, double[] u, double[] at) {
    return new PooledEntry(0, value, u, at, false, true);
  }

  /** Returns the squared distance to another, in fractions of the start box. */
  double squaredDistance(PooledEntry other) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      double move = at[i] - other.at[i];
      sum += move * move;
    }
    return sum;
  }
}
