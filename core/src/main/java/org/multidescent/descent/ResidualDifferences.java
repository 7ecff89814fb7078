package org.multidescent.descent;

import java.util.Arrays;

/** The Jacobian of residuals by finite differences. */
final class ResidualDifferences {

  /** Widths are a fraction of the value itself, but of no less than this part of its box. */
  private static final double SMALL_PART = 1e-3;

  private ResidualDifferences() {}

  /**
   * Computes the Jacobian at a position into {@link LevenbergMarquardt.Scratch#jacobian}, by
   * working units. A neighbour without a value is replaced by one on the other side; a column with
   * neither is 0.
   *
   * @param here the residuals at the position
   * @param noise the relative noise of the residuals
   * @param central whether neighbours on both sides are evaluated
   */
  static void jacobian(
      double[] position,
      Oracle oracle,
      double[] here,
      LevenbergMarquardt.Scratch scratch,
      double noise,
      boolean central) {
    double[] first = oracle.workspace().there();
    double[] second = oracle.workspace().behind();
    double part = central ? Math.cbrt(noise) : Math.sqrt(noise);
    for (int j = 0; j < position.length; j++) {
      double width = part * size(oracle, j, position[j]);
      first[j] = oracle.coordinates().stepInside(j, position[j], width);
    }
    Arrays.fill(scratch.jacobian, 0);
    oracle.residualNeighbours(position, first, scratch.raw);
    for (int j = 0; j < position.length; j++) {
      boolean known = difference(scratch, here, j, first[j] - position[j], 0);
      double opposite = 2 * position[j] - first[j];
      second[j] = central || !known ? oracle.coordinates().clamp(j, opposite) : position[j];
      first[j] = known ? 0.5 : 0;
    }
    oracle.residualNeighbours(position, second, scratch.raw);
    for (int j = 0; j < position.length; j++) {
      difference(scratch, here, j, second[j] - position[j], first[j]);
    }
  }

  /** The size of a coordinate, in working units. */
  private static double size(Oracle oracle, int j, double u) {
    double x = oracle.coordinates().toProblem(j, u);
    double unit = oracle.coordinates().slope(j, u);
    double extent = oracle.coordinates().extent(j);
    return unit == 0 ? 0 : Math.max(Math.abs(x) / unit, SMALL_PART * extent);
  }

  /**
   * Writes a column, if all of it is finite.
   *
   * @param step how far the neighbour is away; 0: there is none
   * @param kept the share of the column that was there before
   * @return whether it was written
   */
  private static boolean difference(
      LevenbergMarquardt.Scratch scratch, double[] here, int j, double step, double kept) {
    int column = j * here.length;
    for (int i = 0; step != 0 && i < here.length; i++) {
      if (!Double.isFinite((scratch.raw[column + i] - here[i]) / step)) {
        return false;
      }
    }
    for (int i = 0; step != 0 && i < here.length; i++) {
      double slope = (scratch.raw[column + i] - here[i]) / step;
      scratch.jacobian[column + i] = kept * scratch.jacobian[column + i] + (1 - kept) * slope;
    }
    return step != 0;
  }
}
