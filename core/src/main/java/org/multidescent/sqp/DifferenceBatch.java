package org.multidescent.sqp;

/** The neighbours of a difference, evaluated together. Belongs to one thread. */
final class DifferenceBatch {

  private final ConstrainedFunction function;
  private final SqpMemory layout;
  private double[] positions = new double[0];
  private double[] values = new double[0];
  private double[] constraints = new double[0];
  private int next;

  DifferenceBatch(ConstrainedFunction function, SqpMemory layout) {
    this.function = function;
    this.layout = layout;
  }

  /** Evaluates all neighbours of the position in memory: what is not known of them. */
  void evaluate(double[] memory, ConstraintDifferences widths, boolean gradient, boolean jacobian) {
    int n = layout.n;
    int most = memory[SqpMemory.REACH] == SqpMemory.FORWARD ? n : 2 * n;
    if (values.length < most) {
      positions = new double[most * n];
      values = new double[most];
      constraints = new double[most * layout.m];
    }
    int count = 0;
    for (int i = 0; i < n; i++) {
      double first = widths.first(memory, i);
      double second = widths.second(memory, i, first);
      if (first != memory[layout.position + i]) {
        count = add(memory, i, first, count);
      }
      if (second != memory[layout.position + i]) {
        count = add(memory, i, second, count);
      }
    }
    next = 0;
    if (count == 0) {
      return;
    }
    if (!function.isApart()) {
      function.evaluate(positions, count, values, constraints);
      return;
    }
    if (jacobian) {
      function.constraints(positions, count, constraints);
    }
    if (gradient) {
      function.values(positions, count, values);
    }
  }

  private int add(double[] memory, int i, double coordinate, int count) {
    System.arraycopy(memory, layout.position, positions, count * layout.n, layout.n);
    positions[count * layout.n + i] = coordinate;
    return count + 1;
  }

  /** Returns the objective at the next neighbour, in the order they are asked for. */
  double next(double[] result) {
    System.arraycopy(constraints, next * layout.m, result, 0, layout.m);
    return values[next++];
  }
}
