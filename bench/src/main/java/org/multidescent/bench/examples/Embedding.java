package org.multidescent.bench.examples;

import java.time.Duration;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/** The README's sample. */
public final class Embedding {

  private Embedding() {}

  /**
   * Minimises Rastrigin's function in ten dimensions.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Problem problem = Problem.of(Embedding::rastrigin, Box.cube(-5.12, 5.12, 10));
    Result result =
        Search.of(problem)
            .seed(42)
            .budget(Budget.target(1e-6).or(Budget.time(Duration.ofSeconds(30))))
            .onBest(best -> System.out.println("new best: " + best.value()))
            .run();
    System.out.println(result);
  }

  private static double rastrigin(double[] x) {
    double sum = 10 * x.length;
    for (double v : x) {
      sum += v * v - 10 * Math.cos(2 * Math.PI * v);
    }
    return sum;
  }
}
