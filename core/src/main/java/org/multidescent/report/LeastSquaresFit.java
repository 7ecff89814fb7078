package org.multidescent.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Scale;
import org.multidescent.util.Require;

/**
 * How well parameters are determined by the data they were fitted to: what nonlinear regression
 * says at a minimum of a {@link LeastSquares} sum, from the linear model of its residuals there
 * (Bates and Watts, Nonlinear Regression Analysis, 1988). Immutable.
 *
 * <p>The residuals are assumed to be independent, with variances in the inverse ratio of their
 * weights and unknown up to a factor, which is estimated. With a robust {@link Loss} each residual
 * counts by its weight at the minimum; the standard errors are then approximations. All is in the
 * user's units, whatever the scale of a parameter. One that is fixed, a whole number, or at a bound
 * of the problem, is taken for known, and has no standard error of its own (NaN). One that the data
 * do not determine, alone or together with others, has an infinite one.
 */
public final class LeastSquaresFit {

  private static final double TELLING = 1e-9;
  private static final double PART = 0.1;

  private final Box box;
  private final double[] x;
  private final double value;
  private final double[] residuals;
  private final FitJacobian jacobian;
  private final int freedom;
  private final double variance;
  private final double[][] covariance;
  private final double condition;
  private final boolean[] unidentified;
  private final int evaluations;

  private LeastSquaresFit(Problem problem, LeastSquares sum, double[] x) {
    Evaluator evaluator = problem.evaluator();
    this.x = x.clone();
    this.residuals = new double[sum.count()];
    this.box = problem.startBox();
    this.value = evaluator.residuals(x.clone(), residuals);
    for (int i = 0; i < residuals.length; i++) {
      Require.that(
          Double.isFinite(residuals[i]),
          "x",
          "residual %d is %s at %s".formatted(i, residuals[i], box.describe(x)),
          "finite residuals");
    }
    this.jacobian = new FitJacobian(problem, evaluator, this.x, sum.count());
    this.evaluations = 1 + jacobian.evaluations;
    this.unidentified = new boolean[x.length];
    this.covariance = new double[x.length][x.length];
    int free = 0;
    for (boolean held : jacobian.held) {
      free += held ? 0 : 1;
    }
    this.freedom = sum.observations() - free;
    double squares = 0;
    for (double residual : residuals) {
      squares += sum.loss().weight(residual) * residual * residual;
    }
    this.variance = freedom > 0 ? squares / freedom : Double.NaN;
    this.condition = analyse(sum.loss(), free);
  }

  /**
   * Examines a fit. With an analytic Jacobian that takes two evaluations, without one 14 for each
   * coordinate and one more, all inside the bounds.
   *
   * @param problem the sum of squares that was minimised
   * @param x where it is lowest, as an {@link Optimum#x()}
   * @return the fit
   * @throws IllegalArgumentException if the problem is no {@link LeastSquares}, {@code x} does not
   *     lie inside its bounds, or a residual or derivative there is not finite
   */
  public static LeastSquaresFit of(Problem problem, double... x) {
    LeastSquares sum = problem.leastSquares();
    if (sum == null) {
      throw new IllegalArgumentException(
          "problem: one value (expected: a sum of squares, as LeastSquares describes it)");
    }
    if (!problem.bounds().contains(x)) {
      throw new IllegalArgumentException(
          "x: %s (expected: a position inside %s)".formatted(Arrays.toString(x), problem.bounds()));
    }
    return new LeastSquaresFit(problem, sum, x);
  }

  /** Fills in covariance and what is not identified; returns the condition number. */
  private double analyse(Loss loss, int free) {
    int[] coordinates = new int[free];
    double[] norms = new double[free];
    double[][] columns = new double[free][];
    int k = 0;
    for (int j = 0; j < x.length; j++) {
      if (!jacobian.held[j]) {
        columns[k] = weighted(loss, jacobian.columns[j]);
        norms[k] = norm(columns[k]);
        for (int i = 0; i < residuals.length && norms[k] != 0; i++) {
          columns[k][i] /= norms[k];
        }
        coordinates[k++] = j;
      }
    }
    SingularValues singular = new SingularValues(columns);
    double largest = Arrays.stream(singular.values).max().orElse(0);
    double smallest = Arrays.stream(singular.values).min().orElse(0);
    for (k = 0; k < free; k++) {
      double size = singular.values[k];
      boolean known = size > TELLING * largest;
      for (int a = 0; a < free; a++) {
        double part = singular.vectors[k][a];
        unidentified[coordinates[a]] |= !known && Math.abs(part) > PART;
        for (int b = 0; b < free && known; b++) {
          covariance[coordinates[a]][coordinates[b]] +=
              variance * (part / norms[a] / size) * (singular.vectors[k][b] / norms[b] / size);
        }
      }
    }
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < x.length; i++) {
        if (jacobian.held[i] || jacobian.held[j]) {
          covariance[i][j] = Double.NaN;
        } else if (unidentified[i] || unidentified[j]) {
          covariance[i][j] = i == j ? Double.POSITIVE_INFINITY : Double.NaN;
        }
      }
    }
    return smallest == 0 ? Double.POSITIVE_INFINITY : largest / smallest;
  }

  private double[] weighted(Loss loss, double[] column) {
    double[] weighted = column.clone();
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] *= Math.sqrt(loss.weight(residuals[i]));
    }
    return weighted;
  }

  private static double norm(double[] a) {
    double norm = 0;
    for (double entry : a) {
      norm = Math.hypot(norm, entry);
    }
    return norm;
  }

  /**
   * Returns the parameters.
   *
   * @return a copy of the position examined
   */
  public double[] x() {
    return x.clone();
  }

  /**
   * Returns what was minimised.
   *
   * @return half the sum of the weighted losses
   */
  public double value() {
    return value;
  }

  /**
   * Returns the weighted residuals.
   *
   * @return one a datum
   */
  public double[] residuals() {
    return residuals.clone();
  }

  /**
   * Returns the derivatives of the weighted residuals.
   *
   * @return {@code [i][j]}: of residual i by parameter j; 0 where that is held
   */
  public double[][] jacobian() {
    double[][] rows = new double[residuals.length][x.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < x.length; j++) {
        rows[i][j] = jacobian.columns[j][i];
      }
    }
    return rows;
  }

  /**
   * Returns how many data there are beyond the parameters that are free.
   *
   * @return the degrees of freedom; below 1 nothing can be said of errors
   */
  public int degreesOfFreedom() {
    return freedom;
  }

  /**
   * Returns the estimated variance of a datum of weight 1.
   *
   * @return the sum of the squared weighted residuals, by the degrees of freedom; NaN if there are
   *     none
   */
  public double variance() {
    return variance;
  }

  /**
   * Returns the covariance of the parameters.
   *
   * @return one row and column a parameter
   */
  public double[][] covariance() {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Returns the correlations of the parameters.
   *
   * @return one row and column a parameter, -1 to 1; NaN with one that is held or not identified
   */
  public double[][] correlation() {
    double[][] correlation = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        correlation[i][j] = covariance[i][j] / (standardError(i) * standardError(j));
      }
    }
    return correlation;
  }

  /**
   * Returns how uncertain a parameter is.
   *
   * @param parameter which, from 0
   * @return its standard error; infinite if the data do not determine it, NaN if it is held or
   *     there are not more data than free parameters
   */
  public double standardError(int parameter) {
    return Math.sqrt(covariance[parameter][parameter]);
  }

  /**
   * Returns how far a parameter's confidence interval reaches to either side.
   *
   * @param parameter which, from 0
   * @param level the probability that the interval holds the true value, such as 0.95
   * @return half the length of the interval, by Student's t distribution
   * @throws IllegalArgumentException if {@code level} is not above 0 and below 1
   */
  public double confidence(int parameter, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level: " + level + " (expected: above 0 and below 1)");
    }
    return freedom < 1 ? Double.NaN : StudentT.twoSided(level, freedom) * standardError(parameter);
  }

  /**
   * Returns a parameter's confidence interval. On a logarithmic scale it is symmetric in the
   * logarithm, so that a rate stays above 0.
   *
   * @param parameter which, from 0
   * @param level the probability that the interval holds the true value, such as 0.95
   * @return where it begins and where it ends, in the parameter's unit; perhaps beyond its bounds
   * @throws IllegalArgumentException if {@code level} is not above 0 and below 1
   */
  public double[] interval(int parameter, double level) {
    double half = confidence(parameter, level);
    double here = x[parameter];
    if (box.scale(parameter) != Scale.LOGARITHMIC) {
      return new double[] {here - half, here + half};
    }
    double slope = box.slope(parameter, here);
    double from = box.fraction(parameter, here) - half / slope;
    double to = box.fraction(parameter, here) + half / slope;
    return new double[] {box.at(parameter, from), box.at(parameter, to)};
  }

  /**
   * Returns the condition of the problem in parameters each measured by its effect on the data.
   *
   * @return the ratio of the largest singular value of the Jacobian, its columns scaled to length
   *     1, to the smallest; 1 or more
   */
  public double condition() {
    return condition;
  }

  /**
   * Tells whether the data determine a parameter.
   *
   * @param parameter which, from 0
   * @return false if it can be changed, perhaps together with others, and no residual changes
   */
  public boolean isIdentified(int parameter) {
    return !unidentified[parameter];
  }

  /**
   * Tells whether a parameter was taken for known.
   *
   * @param parameter which, from 0
   * @return whether it is fixed, or at a bound
   */
  public boolean isHeld(int parameter) {
    return jacobian.held[parameter];
  }

  /**
   * Returns what it took to examine the fit.
   *
   * @return the number of evaluations
   */
  public int evaluations() {
    return evaluations;
  }

  /** Returns a table: each parameter with its standard error and its 95 % confidence interval. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < x.length; j++) {
      text.append(jacobian.name(j)).append(" = ").append(line(j)).append('\n');
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%d degrees of freedom  standard deviation %.6g  condition %.3g",
                freedom,
                Math.sqrt(variance),
                condition))
        .toString();
  }

  private String line(int j) {
    if (box.scale(j) == Scale.INTEGER) {
      String whole = Objects.requireNonNull(box.parameters()).list().get(j).text(x[j]);
      return whole + "  whole, taken for known";
    }
    String number = String.format(Locale.ROOT, "%.8g", x[j]);
    if (isHeld(j)) {
      return number + (box.width(j) == 0 ? "  fixed" : "  at a bound, taken for known");
    }
    if (!isIdentified(j)) {
      return number + "  not identified by the data";
    }
    double[] interval = interval(j, 0.95);
    String reach =
        box.scale(j) == Scale.LOGARITHMIC
            ? String.format(Locale.ROOT, "%.8g to %.8g", interval[0], interval[1])
            : String.format(Locale.ROOT, "within %.4g", confidence(j, 0.95));
    return String.format(
        Locale.ROOT, "%s  standard error %.4g  95 %% %s", number, standardError(j), reach);
  }
}
