package org.multidescent.bench.problems;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.multidescent.function.Jacobian;
import org.multidescent.problem.Box;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/**
 * A nonlinear regression of NIST's Statistical Reference Datasets, all eight of the higher level of
 * difficulty. The objective is the residual sum of squares.
 *
 * <p>The box follows from NIST's two published starts, not from the certified values: with m the
 * larger of a parameter's two starting magnitudes, its bounds are m / 1000 and 3 m, with the sign
 * of the starts.
 */
public final class Regression {

  private final TestProblem testProblem;
  private final double[] certified;

  private final double[] standardErrors;
  private final LeastSquares sum;

  private Regression(TestProblem testProblem, Table table, LeastSquares sum) {
    this.testProblem = testProblem;
    this.certified = table.field("certified");
    this.standardErrors = table.field("errors");
    this.sum = sum;
  }

  /**
   * Returns the eight regressions.
   *
   * @return the regressions, in the order Rat42, Rat43, BoxBOD, MGH09, MGH10, Eckerle4, Thurber,
   *     Bennett5
   */
  public static List<Regression> all() {
    return Arrays.stream(NistModel.values()).map(Regression::load).toList();
  }

  private static Regression load(NistModel model) {
    Table table = Table.read("nist/" + model.label() + ".txt");
    ResidualSum sum = new ResidualSum(model, table.column(1), table.column(0));
    Problem problem =
        Problem.withGradient(sum, sum, box(table.field("start1"), table.field("start2")));
    double[] certified = table.field("certified");
    double minimum = table.field("residuals")[0];
    String name = model.label().toLowerCase(Locale.ROOT);
    TestProblem testProblem = new TestProblem(name, problem, minimum, false, certified);
    return new Regression(testProblem, table, residuals(model, table));
  }

  private static LeastSquares residuals(NistModel model, Table table) {
    double[] xs = table.column(1);
    double[] ys = table.column(0);
    return LeastSquares.of(
            (b, result) -> {
              for (int i = 0; i < xs.length; i++) {
                result[i] = model.value(xs[i], b) - ys[i];
              }
            },
            xs.length)
        .jacobian(
            Jacobian.byRows(
                (b, i, row) -> {
                  Arrays.fill(row, 0);
                  model.addGradient(xs[i], b, 1, row);
                }));
  }

  private static Box box(double[] first, double[] second) {
    double[] lower = new double[first.length];
    double[] upper = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      double size = Math.max(Math.abs(first[i]), Math.abs(second[i]));
      lower[i] = first[i] < 0 ? -3 * size : size / 1000;
      upper[i] = first[i] < 0 ? -size / 1000 : 3 * size;
    }
    return Box.of(lower, upper);
  }

  /**
   * Returns the problem, with the certified residual sum of squares as its minimum and the
   * certified parameters as its minimiser.
   *
   * @return the landscape, its name the data set's in lower case
   */
  public TestProblem testProblem() {
    return testProblem;
  }

  /**
   * Returns the certified parameters.
   *
   * @return a copy, 11 significant digits each
   */
  public double[] certified() {
    return certified.clone();
  }

  /**
   * Returns the certified standard errors of the parameters.
   *
   * @return a copy, 11 significant digits each
   */
  public double[] standardErrors() {
    return standardErrors.clone();
  }

  /**
   * Returns the same problem with its residuals, so that a search sees more than their sum; the
   * value is half the sum of squares.
   *
   * @return the problem, with an analytic Jacobian
   */
  public Problem leastSquares() {
    return sum.problem(testProblem.problem().startBox());
  }

  /**
   * Returns the problem with its residuals, its value and minimum half the sum of squares.
   *
   * @return the problem, its name with {@code -residuals} added
   */
  public TestProblem withResiduals() {
    return new TestProblem(
        testProblem.name() + "-residuals",
        leastSquares(),
        testProblem.minimum() / 2,
        false,
        certified);
  }

  /**
   * Returns to how many digits parameters agree with the certified ones: the log relative error of
   * the worst parameter.
   *
   * @param parameters as many as {@link #certified()}
   * @return the digits, 0 to 11; 0 if a parameter is not a number
   */
  public double digits(double[] parameters) {
    double worst = 0;
    for (int i = 0; i < certified.length; i++) {
      double error = Math.abs(parameters[i] - certified[i]) / Math.abs(certified[i]);
      worst = Math.max(worst, Double.isNaN(error) ? 1 : error);
    }
    return Math.min(11, Math.max(0, -Math.log10(worst)));
  }
}
