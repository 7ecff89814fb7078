package org.multidescent.descent;

/** The Jacobian of residuals by finite differences. */
final class ResidualDifferences {

  /** Widths are a fraction of the coordinate itself, but of no less than this part of its box. */
  private static final double SMALL_PART = 1e-3;

  private ResidualDifferences() {}

  /**
   * Writes the Jacobian at the point's position behind its residuals, column by column, by working
   * units. A neighbour without a value is replaced by one on the other side; a column with neither
   * is 0.
   *
   * @param count how many residuals there are
   * @param at where the residuals stand in the point's memory
   * @param noise the relative noise of the residuals
   * @param central whether neighbours on both sides are evaluated
   */
  static void jacobian(
      Point point, Oracle oracle, int count, int at, double noise, boolean central) {
    double[] there = oracle.workspace().probe();
    double[] position = point.position();
    System.arraycopy(position, 0, there, 0, position.length);
    double part = central ? Math.cbrt(noise) : Math.sqrt(noise);
    for (int j = 0; j < position.length; j++) {
      int column = at + count + j * count;
      double width = part * size(oracle, j, position[j]);
      double first = oracle.coordinates().stepInside(j, position[j], width) - position[j];
      boolean known = first != 0 && column(point, oracle, count, at, column, j, first);
      double second = oracle.coordinates().clamp(j, position[j] - first) - position[j];
      if (known && central && second != 0) {
        average(point, oracle, count, at, column, j, second);
      } else if (!known && !(second != 0 && column(point, oracle, count, at, column, j, second))) {
        java.util.Arrays.fill(point.memory(), column, column + count, 0);
      }
    }
  }

  /** The size of a coordinate, in working units. */
  private static double size(Oracle oracle, int j, double u) {
    double x = oracle.coordinates().toProblem(j, u);
    double unit = oracle.coordinates().unit(j);
    double extent = oracle.coordinates().extent(j);
    return unit == 0 ? 0 : Math.max(Math.abs(x) / unit, SMALL_PART * extent);
  }

  private static boolean column(
      Point point, Oracle oracle, int count, int at, int column, int j, double step) {
    double[] memory = point.memory();
    double[] values = evaluate(point, oracle, count, j, step);
    boolean finite = true;
    for (int i = 0; i < count; i++) {
      memory[column + i] = (values[i] - memory[at + i]) / step;
      finite &= Double.isFinite(memory[column + i]);
    }
    return finite;
  }

  /** Makes the one-sided difference the slope of the parabola through both neighbours. */
  private static void average(
      Point point, Oracle oracle, int count, int at, int column, int j, double step) {
    double[] memory = point.memory();
    double[] values = evaluate(point, oracle, count, j, step);
    for (int i = 0; i < count; i++) {
      double other = (values[i] - memory[at + i]) / step;
      if (Double.isFinite(other)) {
        memory[column + i] = 0.5 * (memory[column + i] + other);
      }
    }
  }

  private static double[] evaluate(Point point, Oracle oracle, int count, int j, double step) {
    double[] there = oracle.workspace().probe();
    double[] values = oracle.workspace().leastSquares(count).residuals;
    there[j] = point.position()[j] + step;
    oracle.residuals(there, values);
    there[j] = point.position()[j];
    return values;
  }
}
