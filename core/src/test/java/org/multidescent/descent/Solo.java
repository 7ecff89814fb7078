package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.problem.Problem;

/** One descent on its own, without an engine: counts the calls, grants them all. */
final class Solo implements EvaluationCounter {

  final Problem problem;
  final Descent descent;
  final Oracle oracle;
  final Point point;
  long values;
  long gradients;

  Solo(Problem problem, Descent descent, double... start) {
    this(problem, WorkingCoordinates.unitBox(problem), descent, start);
  }

  Solo(Problem problem, WorkingCoordinates scaling, Descent descent, double... start) {
    this.problem = problem;
    this.descent = descent;
    this.oracle = new CountedOracle(problem, scaling, descent.differences(), this);
    this.point = descent.newPoint(problem.dimension());
    scaling.toWorking(start, point.position());
    descent.begin(point, oracle.value(point.position()), 0);
  }

  static Descent with(StepRule steps) {
    return new Descent(steps, StallRule.standard(), Differences.adaptive());
  }

  /** Runs to the stall. */
  Stall run() {
    return run(oracle);
  }

  Stall run(Oracle hands) {
    while (true) {
      Stall stall = advance(hands);
      if (stall != null) {
        return stall;
      }
      if (point.steps() > 200_000) {
        throw new AssertionError("no stall after " + point.steps() + " steps");
      }
    }
  }

  @Nullable Stall advance(Oracle hands) {
    return descent.advance(point, hands);
  }

  /** The position in the problem's coordinates. */
  double[] x() {
    double[] x = new double[problem.dimension()];
    oracle.coordinates().toProblem(point.position(), 0, x, 0);
    return x;
  }

  @Override
  public void beforeValue() {
    values++;
  }

  @Override
  public void beforeGradient() {
    gradients++;
  }

  @Override
  public int beforeValues(int wanted) {
    values += wanted;
    return wanted;
  }

  @Override
  public void after(double value, double[] u, int offset) {}

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    if (cause instanceof Error error) {
      throw error;
    }
    throw new AssertionError(cause);
  }
}
