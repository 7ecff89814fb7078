package org.multidescent.bench.examples;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.multidescent.Search;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problems;
import org.multidescent.random.Mix;
import org.multidescent.report.Budget;
import org.multidescent.report.Estimate;
import org.multidescent.report.Result;

/**
 * How true the reported means are: three functions whose least value is 1, with normal noise that
 * is added, or in units of the value, at three levels, 1,000 evaluations in two coordinates.
 */
public final class NoiseTable {

  private static final int EVALUATIONS = 1000;

  private NoiseTable() {}

  /** A function whose least value, 1, lies at (1, 1). */
  enum Function {
    /** A sum of squares. */
    SPHERE(x -> 1 + square(x[0] - 1) + square(x[1] - 1)),
    /** A bent valley. */
    ROSENBROCK(x -> 1 + 100 * square(x[1] - x[0] * x[0]) + square(1 - x[0])),
    /** Many wells. */
    RASTRIGIN(x -> 1 + well(x[0] - 1) + well(x[1] - 1));

    private final ToDoubleFunction<double[]> truth;

    Function(ToDoubleFunction<double[]> truth) {
      this.truth = truth;
    }

    private static double square(double number) {
      return number * number;
    }

    private static double well(double off) {
      return 10 + off * off - 10 * Math.cos(2 * Math.PI * off);
    }
  }

  /** What so many runs have shown. */
  record Row(int runs, int within, double truth, double error) {}

  /**
   * Prints the table.
   *
   * @param args how many runs each; 200 if that is not said
   */
  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    MarkdownTable table =
        new MarkdownTable(
            2, "function", "noise", "level", "truth within 2 errors", "true value", "error");
    for (Function function : Function.values()) {
      for (boolean multiplied : new boolean[] {false, true}) {
        for (double level :
            multiplied ? new double[] {0.01, 0.1, 0.3} : new double[] {0.01, 0.1, 1}) {
          Row row = row(function, level, multiplied, runs);
          table.row(
              function.name().toLowerCase(Locale.ROOT),
              multiplied ? "times the value" : "added",
              Double.toString(level),
              String.format(Locale.ROOT, "%.1f %%", 100.0 * row.within() / runs),
              String.format(Locale.ROOT, "%.4f", row.truth()),
              String.format(Locale.ROOT, "%+.4f", row.error()));
        }
      }
    }
    System.out.print(table.markdown());
  }

  /** Counts the runs whose reported mean is within two reported errors of the truth. */
  static Row row(Function function, double level, boolean multiplied, int runs) {
    int within = 0;
    double truth = 0;
    double error = 0;
    long first = Mix.mix(function.ordinal(), Double.doubleToLongBits(multiplied ? -level : level));
    for (long seed = first; seed < first + runs; seed++) {
      Result result =
          Search.of(
                  Problems.stochastic(
                      (x, sample) -> {
                        double value = function.truth.applyAsDouble(x);
                        double noise = level * new SplittableRandom(sample).nextGaussian();
                        return value + noise * (multiplied ? value : 1);
                      },
                      Box.cube(-5, 5, 2)))
              .seed(seed)
              .reproducible(1)
              .budget(Budget.evaluations(EVALUATIONS))
              .run();
      Estimate estimate = result.best().estimate();
      double there = function.truth.applyAsDouble(result.best().x());
      within += Math.abs(estimate.mean() - there) <= 2 * estimate.standardError() ? 1 : 0;
      truth += there / runs;
      error += (estimate.mean() - there) / runs;
    }
    return new Row(runs, within, truth, error);
  }
}
