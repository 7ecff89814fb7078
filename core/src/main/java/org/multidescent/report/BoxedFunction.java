package org.multidescent.report;

import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.sqp.ConstrainedFunction;

/** A problem in fractions of its start box. One thread's own. */
final class BoxedFunction implements ConstrainedFunction {

  private final Problem problem;
  private final Evaluator evaluator;
  private final double[] x;

  BoxedFunction(Problem problem) {
    this.problem = problem;
    this.evaluator = problem.evaluator();
    this.x = new double[problem.dimension()];
  }

  /** Returns a position in fractions of the box, inside the bounds whatever rounding does. */
  double[] inside(double[] position) {
    double[] u = new double[position.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = Math.max(lower(i), Math.min(fraction(i, position[i]), upper(i)));
    }
    return u;
  }

  private double fraction(int i, double coordinate) {
    Box box = problem.startBox();
    double width = box.width(i);
    return width == 0 ? 0 : (coordinate - box.lower(i)) / width;
  }

  private double[] problemPosition(double[] u) {
    Box bounds = problem.bounds();
    for (int i = 0; i < u.length; i++) {
      double coordinate = problem.startBox().lower(i) + u[i] * problem.startBox().width(i);
      x[i] = Math.max(bounds.lower(i), Math.min(coordinate, bounds.upper(i)));
    }
    return x;
  }

  @Override
  public int dimension() {
    return x.length;
  }

  @Override
  public int inequalities() {
    return problem.constraints().inequalities();
  }

  @Override
  public int equalities() {
    return problem.constraints().equalities();
  }

  @Override
  public double lower(int i) {
    return fraction(i, problem.bounds().lower(i));
  }

  @Override
  public double upper(int i) {
    return fraction(i, problem.bounds().upper(i));
  }

  @Override
  public boolean isApart() {
    return problem.constraints().areApart();
  }

  @Override
  public double value(double[] u) {
    return evaluator.value(problemPosition(u));
  }

  @Override
  public void constraints(double[] u, double[] constraints) {
    evaluator.constraints(problemPosition(u), constraints);
  }

  @Override
  public boolean hasGradient() {
    return problem.isDifferentiable();
  }

  @Override
  public boolean hasJacobian() {
    return isApart() ? problem.constraints().isDifferentiable() : problem.isDifferentiable();
  }

  @Override
  public boolean gradient(double[] u, double[] result, int at) {
    double[] gradient = new double[x.length];
    evaluator.valueAndGradient(problemPosition(u), gradient);
    return convert(gradient, result, at);
  }

  @Override
  public boolean jacobian(double[] u, double[] result, int at) {
    double[] rows = new double[problem.constraints().count() * x.length];
    evaluator.constraintJacobian(problemPosition(u), rows);
    return convert(rows, result, at);
  }

  @Override
  public boolean derivatives(double[] u, double[] result, int gradientAt, int jacobianAt) {
    double[] gradient = new double[x.length];
    double[] constraints = new double[problem.constraints().count()];
    double[] rows = new double[constraints.length * x.length];
    evaluator.valueAndDerivatives(problemPosition(u), gradient, constraints, rows);
    return convert(gradient, result, gradientAt) && convert(rows, result, jacobianAt);
  }

  /** Brings derivatives into fractions of the box; returns whether they are finite. */
  private boolean convert(double[] derivatives, double[] result, int at) {
    boolean finite = true;
    for (int k = 0; k < derivatives.length; k++) {
      result[at + k] = derivatives[k] * problem.startBox().width(k % x.length);
      finite &= Double.isFinite(derivatives[k]);
    }
    return finite;
  }

  @Override
  public double evaluate(double[] u, double[] constraints) {
    if (isApart()) {
      constraints(u, constraints);
      return value(u);
    }
    return evaluator.valueAndConstraints(problemPosition(u), constraints);
  }
}
