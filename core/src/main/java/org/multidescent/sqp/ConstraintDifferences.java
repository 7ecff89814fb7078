package org.multidescent.sqp;

/**
 * The gradient of the objective and the Jacobian of the constraints: those that are known, and
 * finite differences that do not leave the bounds for what is not: forward ones, or central ones,
 * which need twice as many evaluations. The widths are those that suit values known to their last
 * digits: the square root of the rounding error, and its cube root. Coarse ones span a fifth of the
 * box and see the bowl below ripples. Where objective and constraints come apart, only what is not
 * known of them is evaluated.
 */
final class ConstraintDifferences {

  private static final double FORWARD = 1.5e-8;
  private static final double CENTRAL = 6e-6;
  private static final double COARSE = 0.1;

  private final ConstrainedFunction function;
  private final SqpMemory layout;
  private final double[] position;
  private final double[] ahead;
  private final double[] behind;
  private final DifferenceBatch batch;

  ConstraintDifferences(ConstrainedFunction function, SqpMemory layout) {
    this.function = function;
    this.layout = layout;
    this.position = new double[layout.n];
    this.ahead = new double[layout.m];
    this.behind = new double[layout.m];
    this.batch = new DifferenceBatch(function, layout);
  }

  /** Tells whether nothing is left to be made more exact. */
  boolean areExact() {
    return function.hasGradient() && (layout.m == 0 || function.hasJacobian());
  }

  /**
   * Makes gradient and Jacobian in memory those of the position there; returns whether all that is
   * known of them is finite.
   */
  boolean differentiate(double[] memory) {
    boolean gradient = memory[SqpMemory.GRADIENT_KNOWN] == 0;
    boolean jacobian = layout.m > 0 && memory[SqpMemory.JACOBIAN_KNOWN] == 0;
    System.arraycopy(memory, layout.position, position, 0, layout.n);
    if (!known(memory, gradient, jacobian)) {
      return false;
    }
    gradient &= !function.hasGradient();
    jacobian &= !function.hasJacobian();
    if (gradient || jacobian) {
      if (function.isBatch()) {
        batch.evaluate(memory, this, gradient, jacobian);
      }
      for (int i = 0; i < layout.n; i++) {
        differentiate(memory, i, gradient, jacobian);
      }
    }
    memory[SqpMemory.GRADIENT_KNOWN] = 1;
    memory[SqpMemory.JACOBIAN_KNOWN] = 1;
    return true;
  }

  private boolean known(double[] memory, boolean gradient, boolean jacobian) {
    if (!function.isApart()) {
      return !(gradient || jacobian)
          || !function.hasGradient()
          || function.derivatives(position, memory, layout.gradient, layout.jacobian);
    }
    return (!gradient
            || !function.hasGradient()
            || function.gradient(position, memory, layout.gradient))
        && (!jacobian
            || !function.hasJacobian()
            || function.jacobian(position, memory, layout.jacobian));
  }

  /** Returns the first neighbour along a coordinate. */
  double first(double[] memory, int i) {
    double here = memory[layout.position + i];
    double reach = memory[SqpMemory.REACH];
    if (reach == SqpMemory.COARSE) {
      double upward = Math.min(here + COARSE, function.upper(i));
      return upward > here ? upward : Math.max(here - COARSE, function.lower(i));
    }
    double share = reach == SqpMemory.CENTRAL ? CENTRAL : FORWARD;
    double width = share * Math.max(1, Math.abs(here));
    double upward = here + width;
    return upward <= function.upper(i) ? upward : Math.max(here - width, function.lower(i));
  }

  /** Returns the second neighbour along a coordinate; the position itself if there is none. */
  double second(double[] memory, int i, double first) {
    double here = memory[layout.position + i];
    double reach = memory[SqpMemory.REACH];
    if (reach == SqpMemory.COARSE) {
      return first > here ? Math.max(here - COARSE, function.lower(i)) : here;
    }
    double second = 2 * here - first;
    boolean inside = second >= function.lower(i) && second <= function.upper(i);
    return reach == SqpMemory.CENTRAL && inside ? second : here;
  }

  private void differentiate(double[] memory, int i, boolean gradient, boolean jacobian) {
    double here = memory[layout.position + i];
    double first = first(memory, i);
    double second = second(memory, i, first);
    if (first == here) {
      clear(memory, i, gradient, jacobian);
      return;
    }
    double value = at(i, first, gradient, jacobian, ahead);
    double before = memory[SqpMemory.VALUE];
    if (second != here) {
      before = at(i, second, gradient, jacobian, behind);
    } else {
      System.arraycopy(memory, layout.constraints, behind, 0, layout.m);
    }
    position[i] = here;
    double span = first - second;
    if (gradient) {
      memory[layout.gradient + i] = finite((value - before) / span);
    }
    for (int j = 0; jacobian && j < layout.m; j++) {
      memory[layout.jacobian + j * layout.n + i] = finite((ahead[j] - behind[j]) / span);
    }
  }

  /** Makes the derivatives by a coordinate that cannot move 0. */
  private void clear(double[] memory, int i, boolean gradient, boolean jacobian) {
    if (gradient) {
      memory[layout.gradient + i] = 0;
    }
    for (int j = 0; jacobian && j < layout.m; j++) {
      memory[layout.jacobian + j * layout.n + i] = 0;
    }
  }

  private double at(
      int i, double coordinate, boolean gradient, boolean jacobian, double[] constraints) {
    if (function.isBatch()) {
      return batch.next(constraints);
    }
    position[i] = coordinate;
    if (!function.isApart()) {
      return function.evaluate(position, constraints);
    }
    if (jacobian) {
      function.constraints(position, constraints);
    }
    return gradient ? function.value(position) : Double.NaN;
  }

  private static double finite(double slope) {
    return Double.isFinite(slope) ? slope : 0;
  }
}
