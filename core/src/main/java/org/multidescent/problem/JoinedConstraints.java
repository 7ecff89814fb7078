package org.multidescent.problem;

import java.util.Arrays;

/** Two holds on constraints as one: all inequalities, then all equalities. One thread's own. */
final class JoinedConstraints implements ConstraintEvaluator {

  private final Constraints first;
  private final Constraints second;
  private final ConstraintEvaluator firstEvaluator;
  private final ConstraintEvaluator secondEvaluator;

  JoinedConstraints(Constraints first, Constraints second) {
    this.first = first;
    this.second = second;
    this.firstEvaluator = first.evaluator();
    this.secondEvaluator = second.evaluator();
  }

  @Override
  public void values(double[] x, double[] constraints) {
    values(x, 1, x.length, constraints);
  }

  @Override
  public void jacobian(double[] x, double[] rows) {
    double[] firstRows = numbers(first.count() * x.length);
    double[] secondRows = numbers(second.count() * x.length);
    firstEvaluator.jacobian(x, firstRows);
    secondEvaluator.jacobian(x, secondRows);
    join(firstRows, secondRows, 0, x.length, rows);
  }

  @Override
  public void values(double[] positions, int count, int dimension, double[] constraints) {
    double[] firstValues = numbers(first.count() * count);
    double[] secondValues = numbers(second.count() * count);
    if (count == 1) {
      firstEvaluator.values(positions, firstValues);
      secondEvaluator.values(positions, secondValues);
    } else {
      firstEvaluator.values(positions, count, dimension, firstValues);
      secondEvaluator.values(positions, count, dimension, secondValues);
    }
    for (int k = 0; k < count; k++) {
      join(firstValues, secondValues, k, 1, constraints);
    }
  }

  private static double[] numbers(int count) {
    double[] result = new double[count];
    Arrays.fill(result, Double.NaN);
    return result;
  }

  /** Brings those of position k, each of which has a width, into one order. */
  private void join(double[] firsts, double[] seconds, int k, int width, double[] result) {
    int a = first.inequalities() * width;
    int b = second.inequalities() * width;
    int c = first.equalities() * width;
    int d = second.equalities() * width;
    int to = k * (a + b + c + d);
    System.arraycopy(firsts, k * (a + c), result, to, a);
    System.arraycopy(seconds, k * (b + d), result, to + a, b);
    System.arraycopy(firsts, k * (a + c) + a, result, to + a + b, c);
    System.arraycopy(seconds, k * (b + d) + b, result, to + a + b + c, d);
  }
}
