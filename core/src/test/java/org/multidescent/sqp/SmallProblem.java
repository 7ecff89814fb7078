package org.multidescent.sqp;

import org.multidescent.function.ConstrainedObjective;

/** Objective and constraints in a box, with their calls counted; together, or apart. */
final class SmallProblem implements ConstrainedFunction {

  private final double[] lower;
  private final double[] upper;
  private final int inequalities;
  private final int equalities;
  private final ConstrainedObjective objective;
  private final boolean apart;
  long values;
  long constraintCalls;

  SmallProblem(
      double[] lower,
      double[] upper,
      int inequalities,
      int equalities,
      boolean apart,
      ConstrainedObjective objective) {
    this.lower = lower;
    this.upper = upper;
    this.inequalities = inequalities;
    this.equalities = equalities;
    this.apart = apart;
    this.objective = objective;
  }

  /** Rosenbrock's function in a disc, least at (0.7864, 0.6177). */
  static SmallProblem disc() {
    return disc(1, 1);
  }

  /** The same in other units of objective and constraint. */
  static SmallProblem disc(double unit, double constraintUnit) {
    return new SmallProblem(
        new double[] {-1.5, -1.5},
        new double[] {1.5, 1.5},
        1,
        0,
        false,
        (x, c) -> {
          c[0] = constraintUnit * (x[0] * x[0] + x[1] * x[1] - 1);
          double bend = x[1] - x[0] * x[0];
          return unit * (100 * bend * bend + (1 - x[0]) * (1 - x[0]));
        });
  }

  /** Number 71 of Hock and Schittkowski (1981): 17.0140173 at (1, 4.743, 3.8211, 1.3794). */
  static SmallProblem hockSchittkowski71() {
    return new SmallProblem(
        new double[] {1, 1, 1, 1},
        new double[] {5, 5, 5, 5},
        1,
        1,
        false,
        (x, c) -> {
          c[0] = 25 - x[0] * x[1] * x[2] * x[3];
          c[1] = x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3] - 40;
          return x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2];
        });
  }

  /** Two half planes that have nothing in common: least violated where the first sum is 1/2. */
  static SmallProblem contradiction() {
    return new SmallProblem(
        new double[] {-2, -2},
        new double[] {2, 2},
        2,
        0,
        false,
        (x, c) -> {
          c[0] = x[0] + x[1];
          c[1] = 1 - x[0] - x[1];
          return (x[0] - x[1]) * (x[0] - x[1]);
        });
  }

  /** A bowl under linear constraints that are evaluated apart: least at (1, 2, -1). */
  static SmallProblem apart() {
    return new SmallProblem(
        new double[] {-5, -5, -5},
        new double[] {5, 5, 5},
        2,
        0,
        true,
        (x, c) -> {
          c[0] = x[0] + x[1] - 3;
          c[1] = -x[2] - 1;
          double a = x[0] - 2;
          double b = x[1] - 3;
          return a * a + b * b + (x[2] + 2) * (x[2] + 2) + 0.1 * StrictMath.pow(x[2] + 1, 4);
        });
  }

  @Override
  public int dimension() {
    return lower.length;
  }

  @Override
  public int inequalities() {
    return inequalities;
  }

  @Override
  public int equalities() {
    return equalities;
  }

  @Override
  public double lower(int i) {
    return lower[i];
  }

  @Override
  public double upper(int i) {
    return upper[i];
  }

  @Override
  public boolean isApart() {
    return apart;
  }

  @Override
  public double value(double[] position) {
    values++;
    return ask(position, new double[inequalities + equalities]);
  }

  @Override
  public void constraints(double[] position, double[] constraints) {
    constraintCalls++;
    ask(position, constraints);
  }

  @Override
  public double evaluate(double[] position, double[] constraints) {
    values++;
    constraintCalls++;
    return ask(position, constraints);
  }

  private double ask(double[] position, double[] constraints) {
    for (int i = 0; i < lower.length; i++) {
      if (!(position[i] >= lower[i] && position[i] <= upper[i])) {
        throw new AssertionError("position " + i + ": " + position[i] + ", outside the bounds");
      }
    }
    return objective.value(position, constraints);
  }
}
