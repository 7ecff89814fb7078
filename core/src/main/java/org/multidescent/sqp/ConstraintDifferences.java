package org.multidescent.sqp;

/**
 * The gradient of the objective and the Jacobian of the constraints by finite differences that do
 * not leave the bounds: forward ones, or central ones, which need twice as many evaluations. The
 * widths are those that suit values known to their last digits: the square root of the rounding
 * error, and its cube root. Where objective and constraints come apart, only what is not known of
 * them is evaluated.
 */
final class ConstraintDifferences {

  private static final double FORWARD = 1.5e-8;
  private static final double CENTRAL = 6e-6;

  private final ConstrainedFunction function;
  private final SqpMemory layout;
  private final double[] neighbour;
  private final double[] ahead;
  private final double[] behind;

  ConstraintDifferences(ConstrainedFunction function, SqpMemory layout) {
    this.function = function;
    this.layout = layout;
    this.neighbour = new double[layout.n];
    this.ahead = new double[layout.m];
    this.behind = new double[layout.m];
  }

  /** Makes gradient and Jacobian in memory those of the position there. */
  void differentiate(double[] memory) {
    boolean gradient = memory[SqpMemory.GRADIENT_KNOWN] == 0;
    boolean jacobian = layout.m > 0 && memory[SqpMemory.JACOBIAN_KNOWN] == 0;
    if (!gradient && !jacobian) {
      return;
    }
    System.arraycopy(memory, layout.position, neighbour, 0, layout.n);
    for (int i = 0; i < layout.n; i++) {
      differentiate(memory, i, gradient, jacobian);
      neighbour[i] = memory[layout.position + i];
    }
    memory[SqpMemory.GRADIENT_KNOWN] = 1;
    memory[SqpMemory.JACOBIAN_KNOWN] = 1;
  }

  private void differentiate(double[] memory, int i, boolean gradient, boolean jacobian) {
    double here = memory[layout.position + i];
    boolean central = memory[SqpMemory.CENTRAL] == 1;
    double width = (central ? CENTRAL : FORWARD) * Math.max(1, Math.abs(here));
    double upward = here + width;
    double first = upward <= function.upper(i) ? upward : Math.max(here - width, function.lower(i));
    double second = 2 * here - first;
    boolean both = central && second >= function.lower(i) && second <= function.upper(i);
    double value = at(i, first, gradient, jacobian, ahead);
    double before = memory[SqpMemory.VALUE];
    if (both) {
      before = at(i, second, gradient, jacobian, behind);
    } else {
      System.arraycopy(memory, layout.constraints, behind, 0, layout.m);
    }
    double span = both ? first - second : first - here;
    if (gradient) {
      memory[layout.gradient + i] = finite((value - before) / span);
    }
    for (int j = 0; jacobian && j < layout.m; j++) {
      memory[layout.jacobian + j * layout.n + i] = finite((ahead[j] - behind[j]) / span);
    }
  }

  private double at(
      int i, double coordinate, boolean gradient, boolean jacobian, double[] constraints) {
    neighbour[i] = coordinate;
    if (!function.isApart()) {
      return function.evaluate(neighbour, constraints);
    }
    if (jacobian) {
      function.constraints(neighbour, constraints);
    }
    return gradient ? function.value(neighbour) : Double.NaN;
  }

  private static double finite(double slope) {
    return Double.isFinite(slope) ? slope : 0;
  }
}
