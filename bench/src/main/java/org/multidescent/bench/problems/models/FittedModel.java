package org.multidescent.bench.problems.models;

import java.util.Arrays;
import java.util.Random;
import org.multidescent.problem.Box;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/**
 * A model and data: its response at the true parameters with normal noise, whose standard deviation
 * is a share of the largest response. The objective is half the residual sum of squares; it has no
 * analytic derivatives.
 */
public final class FittedModel {

  private static final long SEED = 7;

  private final String name;
  private final Response response;
  private final double[] data;
  private final Box box;
  private final double minimum;
  private final double[] minimiser;

  FittedModel(
      String name,
      Response response,
      double[] truth,
      double noise,
      Box box,
      double minimum,
      double... minimiser) {
    this.name = name;
    this.response = response;
    this.data = noisy(response.at(truth), noise);
    this.box = box;
    this.minimum = minimum;
    this.minimiser = minimiser;
  }

  private static double[] noisy(double[] exact, double noise) {
    Random random = new Random(SEED);
    double largest = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
    return Arrays.stream(exact).map(y -> y + noise * largest * random.nextGaussian()).toArray();
  }

  /**
   * Returns the problem of which only the sum is known.
   *
   * @return the problem, with its least value
   */
  public TestProblem testProblem() {
    return new TestProblem(name, Problem.of(this::value, box), minimum, false, minimiser);
  }

  /**
   * Returns the problem with its residuals.
   *
   * @return the problem, its name with {@code -residuals} added
   */
  public TestProblem withResiduals() {
    Problem problem = LeastSquares.of(this::residuals, data.length).problem(box);
    return new TestProblem(name + "-residuals", problem, minimum, false, minimiser);
  }

  private void residuals(double[] x, double[] residuals) {
    double[] responses = response.at(x);
    for (int i = 0; i < data.length; i++) {
      residuals[i] = responses[i] - data[i];
    }
  }

  private double value(double[] x) {
    double[] residuals = new double[data.length];
    residuals(x, residuals);
    double sum = 0;
    for (double residual : residuals) {
      sum += residual * residual;
    }
    return sum / 2;
  }
}
