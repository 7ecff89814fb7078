package org.multidescent.bench.bbob.constrained;

import org.multidescent.bench.bbob.TargetTrace;
import org.multidescent.bench.bbob.Transform;
import org.multidescent.problem.Box;

/** One problem of the suite in one dimension and instance. Immutable, thread-safe. */
public final class ConstrainedProblem implements ConstrainedFunction {

  private final int number;
  private final int instance;
  private final double offset;
  private final double[] xOpt;
  private final double[] start;
  private final RawObjective objective;
  private final LinearConstraint[] constraints;
  private final double fOpt;

  ConstrainedProblem(
      int number,
      int instance,
      double offset,
      double[] xOpt,
      double[] start,
      RawObjective objective,
      LinearConstraint[] constraints) {
    this.number = number;
    this.instance = instance;
    this.offset = offset;
    this.xOpt = xOpt;
    this.start = start;
    this.objective = objective;
    this.constraints = constraints;
    this.fOpt = objective(xOpt);
  }

  @Override
  public double objective(double[] x) {
    return objective.factor() * (objective.height().at(x, bent(x)) + offset);
  }

  @Override
  public void constraints(double[] x, double[] g) {
    double[] u = bent(x);
    for (int k = 0; k < constraints.length; k++) {
      g[k] = constraints[k].value(u);
    }
  }

  private double[] bent(double[] x) {
    return objective.warp().apply(Transform.difference(x, xOpt));
  }

  /**
   * Returns how many constraints there are.
   *
   * @return 1 or more
   */
  public int constraints() {
    return constraints.length;
  }

  /**
   * Returns the problem's number.
   *
   * @return 1 to 54
   */
  public int number() {
    return number;
  }

  /**
   * Returns the instance's number.
   *
   * @return 1 or more
   */
  public int instance() {
    return instance;
  }

  /**
   * Returns the number of coordinates.
   *
   * @return 2 or more
   */
  public int dimension() {
    return xOpt.length;
  }

  /**
   * Returns the least feasible value.
   *
   * @return the objective at {@link #xOpt()}
   */
  public double fOpt() {
    return fOpt;
  }

  /**
   * Returns where the least feasible value is attained.
   *
   * @return a copy of the position, in the box, all constraints 0 or below
   */
  public double[] xOpt() {
    return xOpt.clone();
  }

  /**
   * Returns the suite's first position.
   *
   * @return a copy of a feasible position in the box
   */
  public double[] start() {
    return start.clone();
  }

  /**
   * Returns the box that positions are usually drawn from; it is no constraint.
   *
   * @return [-5, 5]^D
   */
  public Box box() {
    return Box.cube(-5, 5, dimension());
  }

  /**
   * Returns what targets are about.
   *
   * @param x any position
   * @return {@code max(f, f_opt) - f_opt}, and what is above 0 of each constraint
   */
  public double quality(double[] x) {
    return quality(x, objective(x));
  }

  private double quality(double[] x, double value) {
    double[] g = new double[constraints.length];
    constraints(x, g);
    double sum = Math.max(0, value - fOpt);
    for (double gk : g) {
      sum += Math.max(0, gk);
    }
    return sum;
  }

  /**
   * Returns this problem with its calls counted as the suite counts them: each call of the
   * objective and each of all constraints is one evaluation, and targets are looked at by calls of
   * the objective alone.
   *
   * @param trace counts; made for a least value of 0
   * @return the counted problem
   */
  public ConstrainedFunction traced(TargetTrace trace) {
    return new ConstrainedFunction() {
      @Override
      public double objective(double[] x) {
        double value = ConstrainedProblem.this.objective(x);
        trace.record(quality(x, value));
        return value;
      }

      @Override
      public void constraints(double[] x, double[] g) {
        trace.count(1);
        ConstrainedProblem.this.constraints(x, g);
      }
    };
  }

  @Override
  public String toString() {
    return "problem %d D=%d instance %d".formatted(number, dimension(), instance);
  }
}
