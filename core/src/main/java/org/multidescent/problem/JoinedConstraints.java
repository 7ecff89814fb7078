package org.multidescent.problem;

/** Two functions of constraints as one: all inequalities, then all equalities. One thread's own. */
final class JoinedConstraints implements ConstraintFunction {

  private final Constraints first;
  private final Constraints second;
  private final ConstraintFunction firstFunction;
  private final ConstraintFunction secondFunction;
  private final double[] firstValues;
  private final double[] secondValues;

  JoinedConstraints(Constraints first, Constraints second) {
    this.first = first;
    this.second = second;
    this.firstFunction = first.function();
    this.secondFunction = second.function();
    this.firstValues = new double[first.count()];
    this.secondValues = new double[second.count()];
  }

  @Override
  public void values(double[] x, double[] constraints) {
    firstFunction.values(x, firstValues);
    secondFunction.values(x, secondValues);
    int a = first.inequalities();
    int b = second.inequalities();
    System.arraycopy(firstValues, 0, constraints, 0, a);
    System.arraycopy(secondValues, 0, constraints, a, b);
    System.arraycopy(firstValues, a, constraints, a + b, first.equalities());
    System.arraycopy(secondValues, b, constraints, a + b + first.equalities(), second.equalities());
  }
}
