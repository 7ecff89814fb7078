package org.multidescent.descent;

import org.multidescent.problem.Feasibility;
import org.multidescent.sqp.ConstrainedFunction;
import org.multidescent.sqp.Sqp;

/** What {@link SqpRule} works in on one thread. */
final class SqpWorkspace {

  private final ConstrainedFunction function;
  private final Sqp rule;
  private final double[] position;
  private final double[] constraints;

  SqpWorkspace(Oracle oracle) {
    this.function = oracle.constrained();
    this.rule = new Sqp(function, oracle.tolerance());
    this.position = new double[oracle.dimension()];
    this.constraints = new double[function.inequalities() + function.equalities()];
  }

  Sqp rule() {
    return rule;
  }

  /** Begins a descent at a position. */
  void begin(double[] start, double[] memory) {
    System.arraycopy(start, 0, position, 0, position.length);
    double value = function.evaluate(position, constraints);
    rule.begin(memory, position, value, constraints);
  }

  /**
   * Tells whether there are equations, or two inequalities that are one: c and -c, as told by their
   * values where a descent has just begun.
   */
  boolean hasEquations() {
    if (function.equalities() > 0) {
      return true;
    }
    for (int j = 1; j < constraints.length; j++) {
      for (int i = 0; i < j; i++) {
        if (constraints[i] == -constraints[j] && constraints[i] != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns where a descent is. */
  double[] position(double[] memory) {
    rule.position(memory, position);
    return position;
  }

  /** Returns the number of a descent's position in the order of {@link Feasibility}. */
  double order(double[] memory) {
    return Feasibility.order(rule.value(memory), rule.sumOfViolations(memory));
  }
}
