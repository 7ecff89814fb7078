package org.multidescent.bench.examples;

import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/**
 * Tunes a damped oscillator with a simulator that has state, so that no two threads may share one,
 * and that gives up where its time step is too large for the stiffness.
 */
public final class FailingSimulator {

  private FailingSimulator() {}

  /**
   * Prints what was found, and how often the simulator gave up.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Result result = tune(20_000);
    System.out.println(result);
    System.out.println("gave up: " + result.faultCounts());
    result.firstFaults().stream().limit(1).forEach(System.out::println);
  }

  static Result tune(long evaluations) {
    Box box = Box.of(new double[] {1, 0}, new double[] {30_000, 200}); // stiffness, damping
    Problem problem = Problems.perWorker(() -> new Oscillator()::settlingError, box);
    return Search.of(problem)
        .seed(5)
        .failures(FailurePolicy.tolerate(evaluations))
        .budget(Budget.evaluations(evaluations))
        .run();
  }

  /** Position and speed are fields: the next step needs them. */
  private static final class Oscillator {

    private static final double STEP = 0.01;
    private static final int STEPS = 200;

    private double position;
    private double speed;

    /** Returns the mean square distance from rest, with a price for stiffness and damping. */
    double settlingError(double[] x) {
      position = 1;
      speed = 0;
      double sum = 0;
      for (int i = 0; i < STEPS; i++) {
        advance(x[0], x[1]);
        sum += position * position;
      }
      return sum / STEPS + 1e-6 * x[0] + 1e-4 * x[1];
    }

    private void advance(double stiffness, double damping) {
      speed -= STEP * (stiffness * position + damping * speed);
      position += STEP * speed;
      if (Math.abs(position) > 1e6) {
        throw new ArithmeticException("unstable at stiffness " + stiffness);
      }
    }
  }
}
