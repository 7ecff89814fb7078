package example;

import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Result;

/** Fits a decay to three points, and fails if it does not fit. */
public final class Fit {

  private static final double[][] DATA = {{0, 3}, {1, 3 * Math.exp(-0.5)}, {2, 3 * Math.exp(-1)}};

  private Fit() {}

  public static void main(String[] args) {
    Problem problem = Problem.of(Fit::error, Box.of(new double[] {0, 0}, new double[] {10, 5}));
    Result result = Search.of(problem).seed(1).run();
    System.out.println(result);
    if (result.best().value() > 1e-12) {
      throw new IllegalStateException("error: " + result.best().value() + " (expected: 0)");
    }
  }

  private static double error(double[] x) {
    double sum = 0;
    for (double[] row : DATA) {
      double gap = x[0] * Math.exp(-x[1] * row[0]) - row[1];
      sum += gap * gap;
    }
    return sum;
  }
}
