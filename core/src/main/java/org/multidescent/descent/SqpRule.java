package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Feasibility;
import org.multidescent.sqp.ConstrainedFunction;
import org.multidescent.sqp.Sqp;

/**
 * Steps of sequential quadratic programming under constraints.
 *
 * <p>Implementation note. The memory of a point depends on the number of constraints, so it is made
 * at the first step, which begins by evaluating the constraints where the point is. The entry after
 * those of {@link Sqp} tells that it has. A coarse descent stays in that stage, whose second part
 * is fine. Under equations, also such as are written as two inequalities, none is coarse: there is
 * no bowl to see on a curved surface.
 */
final class SqpRule implements StepRule {

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  @Override
  public boolean knowsConstraints() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    Scratch workspace = oracle.workspace().sqp();
    Sqp rule = workspace.rule();
    int begun = rule.memory();
    point.reserve(begun + 1);
    double[] memory = point.memory();
    if (memory[begun] == 0) {
      workspace.begin(point.position(), memory);
      memory[begun] = 1;
      if (point.stage() == Stage.COARSE && !workspace.hasEquations()) {
        rule.makeCoarse(memory);
      }
    }
    rule.place(memory, point.position());
    Sqp.Outcome outcome = rule.step(memory);
    boolean feasible = rule.violation(memory) <= oracle.tolerance();
    return switch (outcome) {
      case MOVED -> {
        point.moveTo(workspace.position(memory), workspace.order(memory));
        yield null;
      }
      case REFINED -> null;
      case NOT_FINITE -> Stall.NOT_FINITE;
      case OPTIMUM -> Stall.VALUE;
      case INFEASIBLE -> Stall.INFEASIBLE;
      case STUCK -> feasible ? Stall.STEP : Stall.INFEASIBLE;
    };
  }

  /** What steps are computed in; belongs to one thread. */
  static final class Scratch {

    private final ConstrainedFunction function;
    private final Sqp rule;
    private final double[] position;
    private final double[] constraints;

    Scratch(Oracle oracle) {
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
     * Tells whether there are equations, or two inequalities that are one: c and -c, as told by
     * their values where a descent has just begun.
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
}
