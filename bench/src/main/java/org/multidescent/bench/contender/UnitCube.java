package org.multidescent.bench.contender;

import org.hipparchus.optim.SimpleBounds;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Evaluator;

/**
 * A run's problem over the unit cube, as other methods see it: every evaluation is counted, and the
 * one beyond the cap or after the target throws {@link org.multidescent.evaluation.StopSearch}. A
 * position outside the cube is evaluated at the nearest one inside.
 */
final class UnitCube {

  private static final double WIDTH = 1e-7;

  private final Run run;
  private final WorkingCoordinates scaling;
  private final Evaluator evaluator;
  private final double[] inside;
  private final double[] x;

  UnitCube(Run run) {
    this.run = run;
    this.scaling = WorkingCoordinates.unitBox(run.task().problem());
    this.evaluator = run.monitor().countedProblem().evaluator();
    this.inside = new double[run.dimension()];
    this.x = new double[run.dimension()];
  }

  int dimension() {
    return x.length;
  }

  /** Returns the cube's sides. */
  SimpleBounds bounds() {
    double[] lower = new double[x.length];
    double[] upper = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      lower[i] = scaling.lower(i);
      upper[i] = scaling.upper(i);
    }
    return new SimpleBounds(lower, upper);
  }

  /** Returns the k-th start. */
  double[] start(long index) {
    double[] u = new double[x.length];
    run.start(index, u);
    scaling.toWorking(u, u);
    return u;
  }

  double value(double[] u) {
    run.monitor().checkBudget();
    toProblem(u);
    return evaluator.value(x);
  }

  /**
   * Returns the gradient: analytic where the problem has one, else forward differences, backward at
   * the upper side, each paid for; zero along coordinates outside the cube.
   */
  double[] gradient(double[] u) {
    return run.task().problem().isDifferentiable() ? analytic(u) : differences(u);
  }

  /** Returns the position inside the cube nearest to one. */
  double[] clamped(double[] u) {
    double[] clamped = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      clamped[i] = clamp(i, u[i]);
    }
    return clamped;
  }

  private double[] analytic(double[] u) {
    run.monitor().checkBudget();
    toProblem(u);
    double[] gradient = new double[u.length];
    evaluator.valueAndGradient(x, gradient);
    for (int i = 0; i < u.length; i++) {
      gradient[i] = inside[i] == u[i] ? gradient[i] * scaling.unit(i) : 0;
    }
    return gradient;
  }

  private double[] differences(double[] u) {
    double[] gradient = new double[u.length];
    double[] probe = clamped(u);
    double here = value(probe);
    for (int i = 0; i < u.length; i++) {
      if (probe[i] == u[i]) {
        double width = u[i] + WIDTH <= scaling.upper(i) ? WIDTH : -WIDTH;
        probe[i] = u[i] + width;
        gradient[i] = (value(probe) - here) / width;
        probe[i] = u[i];
      }
    }
    return gradient;
  }

  private void toProblem(double[] u) {
    for (int i = 0; i < u.length; i++) {
      inside[i] = clamp(i, u[i]);
    }
    scaling.toProblem(inside, 0, x, 0);
  }

  private double clamp(int coordinate, double u) {
    return Math.min(Math.max(u, scaling.lower(coordinate)), scaling.upper(coordinate));
  }
}
