package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/** A step of fixed length against the gradient, as in the article; projected onto the bounds. */
record EulerRule(double dt) implements StepRule {

  EulerRule {
    Require.that(dt > 0 && dt < Double.POSITIVE_INFINITY, "dt", dt, "a positive step size");
  }

  @Override
  public int memory(int dimension) {
    return 0;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    if (!Double.isFinite(point.value())) {
      return Stall.NOT_FINITE;
    }
    Stall stall = oracle.gradient(point);
    if (stall != null) {
      return stall;
    }
    double[] position = point.position();
    double[] gradient = point.gradient();
    double[] target = oracle.workspace().trial();
    for (int i = 0; i < target.length; i++) {
      target[i] = oracle.coordinates().clamp(i, position[i] - dt * gradient[i]);
    }
    double value = oracle.value(target);
    if (!Double.isFinite(value)) {
      return Stall.NOT_FINITE;
    }
    point.moveTo(target, value);
    return null;
  }
}
