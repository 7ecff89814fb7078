package org.multidescent.bench.problems.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.Search;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.testproblem.TestProblem;

class FittedModelsTest {

  private static final double DIGITS = 1e-12;

  static Stream<FittedModel> models() {
    return FittedModels.all().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void theMinimumIsAttainedAtTheMinimiser(FittedModel model) {
    assertAttained(model.testProblem());
    assertAttained(model.withResiduals());
  }

  private static void assertAttained(TestProblem problem) {
    double value = problem.problem().evaluator().value(minimiser(problem));
    assertThat(value).isCloseTo(problem.minimum(), within(DIGITS * problem.minimum()));
  }

  private static double[] minimiser(TestProblem problem) {
    return Objects.requireNonNull(problem.minimiser());
  }

  /** With residuals and without: the two take different steps, and see the problem differently. */
  @ParameterizedTest
  @MethodSource("models")
  void twentySearchesAgreeOnTheMinimum(FittedModel model) {
    TestProblem plain = model.testProblem();
    TestProblem residuals = model.withResiduals();
    LongStream.rangeClosed(1, 20)
        .parallel()
        .mapToDouble(seed -> search(residuals, seed, 20_000))
        .forEach(
            value ->
                assertThat(value).isCloseTo(plain.minimum(), within(DIGITS * plain.minimum())));
    LongStream.rangeClosed(1, 2)
        .mapToDouble(seed -> search(plain, seed, 40_000))
        .forEach(
            value -> assertThat(value).isCloseTo(plain.minimum(), within(1e-10 * plain.minimum())));
  }

  private static double search(TestProblem problem, long seed, long evaluations) {
    Budget budget = Budget.evaluations(evaluations);
    return Search.of(problem.problem()).seed(seed).workers(1).budget(budget).run().best().value();
  }

  @ParameterizedTest
  @MethodSource("models")
  void hipparchusEndsAtTheSameMinimum(FittedModel model) {
    TestProblem problem = model.withResiduals();
    double[] start = minimiser(problem);
    for (int i = 0; i < start.length; i++) {
      start[i] *= i % 2 == 0 ? 1.02 : 0.98;
    }
    int count = Objects.requireNonNull(problem.problem().leastSquares()).count();
    var optimum =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .model(x -> linearised(problem.problem(), x))
                    .target(new double[count])
                    .start(start)
                    .maxEvaluations(1000)
                    .maxIterations(1000)
                    .build());
    double half = optimum.getResiduals().getNorm() * optimum.getResiduals().getNorm() / 2;
    assertThat(half).isCloseTo(problem.minimum(), within(1e-10 * problem.minimum()));
  }

  /** The residuals and their derivatives by central differences. */
  private static Pair<RealVector, RealMatrix> linearised(Problem problem, RealVector at) {
    LeastSquares sum = Objects.requireNonNull(problem.leastSquares());
    double[] x = at.toArray();
    double[] here = residuals(problem, sum, x);
    RealMatrix jacobian = MatrixUtils.createRealMatrix(here.length, x.length);
    for (int j = 0; j < x.length; j++) {
      double centre = x[j];
      double width = 1e-5 * Math.abs(centre);
      x[j] = centre + width;
      double[] above = residuals(problem, sum, x);
      x[j] = centre - width;
      double[] below = residuals(problem, sum, x);
      x[j] = centre;
      for (int i = 0; i < here.length; i++) {
        jacobian.setEntry(i, j, (above[i] - below[i]) / (2 * width));
      }
    }
    return new Pair<>(MatrixUtils.createRealVector(here), jacobian);
  }

  private static double[] residuals(Problem problem, LeastSquares sum, double[] x) {
    Evaluator evaluator = problem.evaluator();
    double[] residuals = new double[sum.count()];
    evaluator.residuals(x, residuals);
    return residuals;
  }

  @Test
  void namesAreThoseDocumented() {
    assertThat(models().map(model -> model.testProblem().name()))
        .containsExactly("exponentials", "populations", "kinetics", "chain", "peaks");
    assertThat(models().map(model -> model.withResiduals().name()))
        .allMatch(name -> name.endsWith("-residuals"));
  }
}
