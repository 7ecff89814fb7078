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

  PooledEntry(long start, double value, double[] u, double[] at, boolean waits) {
    this.start = start;
    this.value = value;
    this.u = u;
    this.at = at;
    this.waits = waits;
  }
}
