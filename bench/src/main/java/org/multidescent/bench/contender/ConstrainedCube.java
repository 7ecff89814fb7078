package org.multidescent.bench.contender;

import java.util.Arrays;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Evaluator;

/**
 * A run's objective and constraints over the unit cube, as other methods see them: each evaluation
 * is counted, and the one beyond the cap or after the target throws {@link
 * org.multidescent.evaluation.StopSearch}. Value and constraints are computed together and kept for
 * the last position, derivatives are forward differences. A position outside the cube is evaluated
 * at the nearest one inside.
 */
final class ConstrainedCube {

  private static final double WIDTH = 1e-7;

  private final Run run;
  private final WorkingCoordinates scaling;
  private final Evaluator evaluator;
  private final Constraints constraints;
  private final double[] x;
  private final double[] at;
  private final double[] slopesAt;
  private final double[] seen;
  private final double[] gradient;
  private final double[][] jacobian;
  private double value;

  ConstrainedCube(Run run) {
    this.run = run;
    this.scaling = WorkingCoordinates.unitBox(run.task().problem());
    this.evaluator = run.monitor().countedProblem().evaluator();
    this.constraints = run.task().problem().constraints();
    this.x = new double[run.dimension()];
    this.at = new double[x.length];
    this.slopesAt = new double[x.length];
    this.seen = new double[constraints.count()];
    this.gradient = new double[x.length];
    this.jacobian = new double[seen.length][x.length];
    Arrays.fill(at, Double.NaN);
    Arrays.fill(slopesAt, Double.NaN);
  }

  int dimension() {
    return x.length;
  }

  Constraints constraints() {
    return constraints;
  }

  double lower(int i) {
    return scaling.lower(i);
  }

  double upper(int i) {
    return scaling.upper(i);
  }

  /** Returns the k-th start; the first is that of the task, if it has one. */
  double[] start(long index) {
    double[] u = new double[x.length];
    double[] first = run.task().first();
    if (index == 0 && first != null) {
      System.arraycopy(first, 0, u, 0, u.length);
    } else {
      run.start(index, u);
    }
    scaling.toWorking(u, u);
    return u;
  }

  /** Returns the position inside the cube nearest to one. */
  double[] clamped(double[] u) {
    double[] inside = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      inside[i] = Math.min(Math.max(u[i], lower(i)), upper(i));
    }
    return inside;
  }

  /** Returns the objective's value. */
  double value(double[] u) {
    evaluate(clamped(u));
    return value;
  }

  /** Returns the constraints: those that must be 0 or below, then those that must be 0. */
  double[] values(double[] u) {
    evaluate(clamped(u));
    return seen.clone();
  }

  double[] gradient(double[] u) {
    differentiate(clamped(u));
    return gradient.clone();
  }

  /** Returns the derivatives of one constraint. */
  double[] row(double[] u, int constraint) {
    differentiate(clamped(u));
    return jacobian[constraint].clone();
  }

  private void evaluate(double[] inside) {
    if (Arrays.equals(inside, at)) {
      return;
    }
    Arrays.fill(at, Double.NaN);
    scaling.toProblem(inside, 0, x, 0);
    run.monitor().checkBudget();
    if (seen.length == 0) {
      value = evaluator.value(x);
    } else if (constraints.areApart()) {
      evaluator.constraints(x, seen);
      run.monitor().checkBudget();
      value = evaluator.value(x);
    } else {
      value = evaluator.valueAndConstraints(x, seen);
    }
    System.arraycopy(inside, 0, at, 0, at.length);
  }

  private void differentiate(double[] inside) {
    if (Arrays.equals(inside, slopesAt)) {
      return;
    }
    evaluate(inside);
    double here = value;
    double[] before = seen.clone();
    double[] probe = inside.clone();
    for (int i = 0; i < inside.length; i++) {
      double width = inside[i] + WIDTH <= upper(i) ? WIDTH : -WIDTH;
      probe[i] = inside[i] + width;
      evaluate(probe);
      probe[i] = inside[i];
      gradient[i] = (value - here) / width;
      for (int j = 0; j < seen.length; j++) {
        jacobian[j][i] = (seen[j] - before[j]) / width;
      }
    }
    value = here;
    System.arraycopy(before, 0, seen, 0, seen.length);
    System.arraycopy(inside, 0, at, 0, at.length);
    System.arraycopy(inside, 0, slopesAt, 0, slopesAt.length);
  }
}
