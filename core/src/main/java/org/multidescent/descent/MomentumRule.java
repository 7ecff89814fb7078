package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/**
 * A ball that rolls: part of the last move is kept. Nesterov's form looks ahead along it; written
 * here for the position looked ahead to, so that the gradient is always the position's. The memory
 * holds the velocity, set to zero where a bound stops it.
 */
record MomentumRule(double rate, double momentum, boolean nesterov) implements StepRule {

  MomentumRule {
    Require.fraction("kept", momentum);
    Require.that(rate > 0 && rate < Double.POSITIVE_INFINITY, "rate", rate, "a positive step size");
  }

  @Override
  public int memory(int dimension) {
    return dimension;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    ProjectedLineSearch path = oracle.workspace().path();
    Stall stall = path.downhill(point);
    if (stall != null) {
      return stall;
    }
    double[] velocity = point.memory();
    double[] gradient = point.gradient();
    double[] direction = path.direction();
    for (int i = 0; i < direction.length; i++) {
      double next = momentum * velocity[i] - rate * gradient[i];
      direction[i] = nesterov ? momentum * next - rate * gradient[i] : next;
    }
    if (!path.reach(point)) {
      return Stall.STEP;
    }
    double[] target = path.target();
    double[] position = point.position();
    for (int i = 0; i < direction.length; i++) {
      boolean stopped = target[i] != position[i] + direction[i];
      velocity[i] = stopped ? 0 : momentum * velocity[i] - rate * gradient[i];
    }
    point.moveTo(target, path.value());
    path.passGradient(point);
    return null;
  }
}
