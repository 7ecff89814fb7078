package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.Search;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.LeastSquaresFit;
import org.multidescent.testproblem.TestProblem;

class RegressionTest {

  private static Stream<TestProblem> landscapes() {
    return Regression.all().stream().map(Regression::testProblem);
  }

  @ParameterizedTest
  @MethodSource("landscapes")
  void certifiedParametersGiveTheCertifiedResiduals(TestProblem testProblem) {
    double[] certified = testProblem.minimiser();
    assertThat(certified).isNotNull();
    double sum = testProblem.problem().evaluator().value(certified);
    assertThat(sum).isCloseTo(testProblem.minimum(), within(1e-10 * testProblem.minimum()));
  }

  @ParameterizedTest
  @MethodSource("landscapes")
  void gradientAgreesWithCentralDifferences(TestProblem testProblem) {
    Gradients.agreeWithDifferences(testProblem, 50);
  }

  @ParameterizedTest
  @MethodSource("landscapes")
  void noSampleLiesBelowTheMinimum(TestProblem testProblem) {
    assertThat(Gradients.leastOfSamples(testProblem, 10_000)).isGreaterThan(testProblem.minimum());
  }

  /** Bennett5, the floor of a curved valley takes longest. */
  @Test
  void sixDigitsAreFoundInNineOfTenSearchesOfTheWideBox() {
    for (Regression regression : Regression.all()) {
      long budget = regression.testProblem().name().equals("bennett5") ? 100_000 : 20_000;
      Search search =
          Search.of(regression.testProblem().problem())
              .workers(1)
              .budget(Budget.evaluations(budget));
      long exact =
          LongStream.rangeClosed(1, 10)
              .parallel()
              .mapToObj(seed -> search.seed(seed).run().best().x())
              .filter(parameters -> regression.digits(parameters) >= 6)
              .count();
      assertThat(exact).as(regression.testProblem().name()).isGreaterThanOrEqualTo(9);
    }
  }

  static Stream<Arguments> residuals() {
    return Regression.all().stream()
        .flatMap(
            regression ->
                Stream.of(
                    Arguments.of(regression, regression.leastSquares()),
                    Arguments.of(regression, regression.leastSquares().withoutGradient())));
  }

  @ParameterizedTest
  @MethodSource("residuals")
  void standardErrorsAreTheCertifiedOnes(Regression regression, Problem problem) {
    LeastSquaresFit fit = LeastSquaresFit.of(problem, regression.certified());
    double[] certified = regression.standardErrors();
    for (int i = 0; i < certified.length; i++) {
      assertThat(fit.standardError(i)).isCloseTo(certified[i], within(1e-8 * certified[i]));
      assertThat(fit.isIdentified(i)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("residuals")
  void residualsGiveSixDigitsAndTheirErrorsInEverySearch(Regression regression, Problem problem) {
    Search search = Search.of(problem).workers(1).budget(Budget.evaluations(20_000));
    LongStream.rangeClosed(1, 10)
        .parallel()
        .mapToObj(seed -> search.seed(seed).run().best().x())
        .forEach(
            x -> {
              assertThat(regression.digits(x)).isGreaterThanOrEqualTo(6);
              LeastSquaresFit fit = LeastSquaresFit.of(problem, x);
              double[] certified = regression.standardErrors();
              for (int i = 0; i < certified.length; i++) {
                assertThat(fit.standardError(i))
                    .isCloseTo(certified[i], within(1e-5 * certified[i]));
              }
            });
  }

  @Test
  void thereAreEight() {
    assertThat(landscapes().map(TestProblem::name))
        .containsExactly(
            "rat42", "rat43", "boxbod", "mgh09", "mgh10", "eckerle4", "thurber", "bennett5");
  }

  @Test
  void digitsAreThoseOfTheWorstParameter() {
    for (Regression regression : Regression.all()) {
      double[] parameters = regression.certified();
      assertThat(regression.digits(parameters)).isEqualTo(11);
      parameters[0] *= 1 + 1e-9;
      parameters[1] *= 1 - 1e-6;
      assertThat(regression.digits(parameters)).isCloseTo(6, within(1e-6));
      parameters[0] = Double.NaN;
      assertThat(regression.digits(parameters)).isEqualTo(0);
    }
  }
}
