package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
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
    SqpWorkspace workspace = oracle.workspace().sqp();
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
}
