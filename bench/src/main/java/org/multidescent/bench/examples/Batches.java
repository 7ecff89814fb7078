package org.multidescent.bench.examples;

import java.util.concurrent.atomic.LongAdder;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * An objective that takes many positions in one call, as vectorised code or a remote service does:
 * starts, differences and candidates come together.
 */
public final class Batches {

  private static final int DIMENSION = 8;

  private Batches() {}

  /**
   * Prints the result, and how many positions came in how many calls.
   *
   * @param args none
   */
  public static void main(String[] args) {
    LongAdder calls = new LongAdder();
    Result result = search(calls);
    System.out.println(result);
    System.out.printf("%,d positions in %,d calls%n", result.progress().evaluations(), calls.sum());
  }

  static Result search(LongAdder calls) {
    Problem problem =
        Problems.batch(
            (positions, count, values) -> {
              calls.increment();
              evaluate(positions, count, values);
            },
            Box.cube(-2, 2, DIMENSION));
    return Search.of(problem).seed(3).workers(1).budget(Budget.evaluations(20_000)).run();
  }

  /** Rosenbrock's function; coordinate {@code i} of position {@code k} is at {@code k * 8 + i}. */
  private static void evaluate(double[] positions, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int i = 0; i + 1 < DIMENSION; i++) {
        double x = positions[k * DIMENSION + i];
        double bend = positions[k * DIMENSION + i + 1] - x * x;
        sum += 100 * bend * bend + (1 - x) * (1 - x);
      }
      values[k] = sum;
    }
  }
}
