package org.multidescent.descent;

/** Positions along one coordinate and the objective's values there; an oracle's scratch. */
final class AxisScan {

  /** The most positions of one scan. */
  static final int MOST = 6;

  /** The values of the coordinate. */
  final double[] at = new double[MOST];

  /** The objective's values there. */
  final double[] values = new double[MOST];

  private final double[] positions;

  AxisScan(int dimension) {
    positions = new double[MOST * dimension];
  }

  /** Evaluates the first positions of {@link #at}, all else as in {@code position}. */
  void look(double[] position, int axis, int count, Oracle oracle) {
    int dimension = position.length;
    for (int k = 0; k < count; k++) {
      System.arraycopy(position, 0, positions, k * dimension, dimension);
      positions[k * dimension + axis] = at[k];
    }
    oracle.values(positions, count, values);
  }
}
