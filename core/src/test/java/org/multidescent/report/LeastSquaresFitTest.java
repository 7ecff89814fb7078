package org.multidescent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.Fits;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Parameters;
import org.multidescent.problem.Problem;

class LeastSquaresFitTest {

  /** Table of Student's t distribution: Abramowitz and Stegun, table 26.10. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 1, 1.000", "0.9, 1, 6.314", "0.95, 1, 12.706", "0.99, 1, 63.657", "0.95, 2, 4.303",
    "0.99, 2, 9.925", "0.9, 3, 2.353", "0.95, 4, 2.776", "0.95, 5, 2.571", "0.99, 5, 4.032",
    "0.95, 10, 2.228", "0.99, 10, 3.169", "0.95, 29, 2.045", "0.95, 30, 2.042", "0.99, 30, 2.750",
    "0.95, 120, 1.980", "0.95, 1000000, 1.960", "0.99, 2000000000, 2.576"
  })
  void quantilesAreThoseOfTables(double level, int freedom, double expected) {
    assertThat(StudentT.twoSided(level, freedom)).isCloseTo(expected, within(5.1e-4));
  }

  /** A straight line, where all can be written down. */
  private static LeastSquares line(double... weights) {
    LeastSquares sum =
        LeastSquares.of(
            (x, r) -> {
              for (int i = 0; i < r.length; i++) {
                r[i] = x[0] + x[1] * i - (i % 2 == 0 ? 1 : 2);
              }
            },
            6);
    return weights.length == 0 ? sum : sum.weights(weights);
  }

  private static final Box LINE = Box.cube(-5, 5, 2);

  @Test
  void straightLine() {
    double slope = 3 * 0.5 / 17.5;
    double[] x = {1.5 - 2.5 * slope, slope};
    LeastSquaresFit fit = LeastSquaresFit.of(line().problem(LINE), x);
    double variance = (1.5 - slope * slope * 17.5) / 4;
    assertThat(fit.degreesOfFreedom()).isEqualTo(4);
    assertThat(fit.variance()).isCloseTo(variance, within(1e-12));
    assertThat(fit.standardError(1)).isCloseTo(Math.sqrt(variance / 17.5), within(1e-9));
    assertThat(fit.standardError(0))
        .isCloseTo(Math.sqrt(variance * (1.0 / 6 + 6.25 / 17.5)), within(1e-9));
    assertThat(fit.covariance()[0][1]).isCloseTo(-2.5 * variance / 17.5, within(1e-9));
    assertThat(fit.correlation()[0][0]).isCloseTo(1, within(1e-12));
    assertThat(fit.confidence(1, 0.95))
        .isCloseTo(2.776 * fit.standardError(1), Percentage.withPercentage(0.02));
    assertThat(fit.evaluations()).isEqualTo(29);
    assertThat(fit.jacobian()[3]).containsExactly(new double[] {1, 3}, within(1e-9));
    assertThat(fit.toString()).contains("x[1] = 0.085714286  standard error");
  }

  @Test
  void dataWithoutWeightDoNotCount() {
    LeastSquares fewer = line(1, 1, 0, 0, 1, 1);
    LeastSquaresFit fit = LeastSquaresFit.of(fewer.problem(LINE), 1, 0.2);
    assertThat(fit.degreesOfFreedom()).isEqualTo(2);
    double squares = 0 + 0.8 * 0.8 + 0.8 * 0.8 + 0;
    assertThat(fit.variance()).isCloseTo(squares / 2, within(1e-12));
  }

  @Test
  void differencesAgreeWithDerivatives() {
    Problem differences = Fits.decays(0.05).problem(Fits.box());
    Problem analytic = Fits.decays(0.05).jacobian(Fits.jacobian()).problem(Fits.box());
    double[] x = Search.of(analytic).workers(1).budget(Budget.evaluations(1_500)).run().best().x();
    LeastSquaresFit one = LeastSquaresFit.of(differences, x);
    LeastSquaresFit other = LeastSquaresFit.of(analytic, x);
    for (int j = 0; j < 4; j++) {
      assertThat(one.standardError(j))
          .isCloseTo(other.standardError(j), Percentage.withPercentage(1e-5));
    }
    assertThat(one.condition()).isCloseTo(other.condition(), Percentage.withPercentage(1e-5));
    assertThat(other.evaluations()).isEqualTo(2);
    assertThat(one.evaluations()).isEqualTo(57);
  }

  @Test
  void parametersThatDataDoNotDetermineAreNamed() {
    LeastSquares sum =
        LeastSquares.of(
            (x, r) -> {
              for (int i = 0; i < r.length; i++) {
                r[i] = x[0] * x[1] * i + x[2] - 3 * i - (i % 2);
              }
            },
            8);
    Problem problem = sum.problem(Box.cube(0.5, 5, 4));
    LeastSquaresFit fit = LeastSquaresFit.of(problem, 2, 1.5, 0.6, 3);
    assertThat(fit.isIdentified(0)).isFalse();
    assertThat(fit.isIdentified(1)).isFalse();
    assertThat(fit.isIdentified(2)).isTrue();
    assertThat(fit.isIdentified(3)).isFalse();
    assertThat(fit.standardError(0)).isInfinite();
    assertThat(fit.standardError(2)).isFinite().isPositive();
    assertThat(fit.condition()).isGreaterThan(1e9);
    assertThat(fit.toString()).contains("x[3] = 3.0000000  not identified");
  }

  @Test
  void parametersAtABoundAreTakenForKnown() {
    LeastSquaresFit fit = LeastSquaresFit.of(line().problem(Box.cube(-5, 0.1, 2)), 0.1, 0.09);
    assertThat(fit.isHeld(0)).isTrue();
    assertThat(fit.standardError(0)).isNaN();
    assertThat(fit.toString()).startsWith("x[0] = 0.10000000  at a bound, taken for known");
    assertThat(fit.degreesOfFreedom()).isEqualTo(5);
    assertThat(fit.standardError(1)).isCloseTo(Math.sqrt(fit.variance() / 55), within(1e-9));
  }

  /** Decays whose rate is far below the width of its range. */
  private static Problem decay(Parameters parameters, double offset) {
    return LeastSquares.of(
            (x, r) -> {
              for (int i = 0; i < r.length; i++) {
                r[i] = Math.exp(-(x[0] + offset) * 4e3 * i) - (i % 2 == 0 ? 0.01 : 0);
              }
            },
            12)
        .problem(parameters.box());
  }

  @Test
  void smallRatesOnALogarithmicScaleAreNotAtABound() {
    Parameters parameters = Parameters.none().logarithmic("rate", 1e-6, 1e6);
    LeastSquaresFit fit = LeastSquaresFit.of(decay(parameters, 0), 5e-5);
    Problem near = decay(Parameters.none().linear("rate", 1e-5, 1e-4), 0);
    LeastSquaresFit plain = LeastSquaresFit.of(near, 5e-5);
    assertThat(fit.isHeld(0)).isFalse();
    assertThat(fit.standardError(0))
        .isCloseTo(plain.standardError(0), Percentage.withPercentage(1e-6));
    double[] interval = fit.interval(0, 0.95);
    assertThat(interval[0] * interval[1]).isCloseTo(5e-5 * 5e-5, Percentage.withPercentage(1e-9));
    assertThat(Math.log(interval[1] / 5e-5))
        .isCloseTo(fit.confidence(0, 0.95) / 5e-5, Percentage.withPercentage(1e-6));
    assertThat(fit.toString()).startsWith("rate = 5.0000000e-05  standard error ").contains(" to ");
    double half = plain.confidence(0, 0.95);
    assertThat(plain.interval(0, 0.95)).containsExactly(5e-5 - half, 5e-5 + half);
  }

  @Test
  void offsetsAreWhatALogarithmIsTakenOf() {
    Parameters parameters = Parameters.none().logarithmic("rate", 0, 1e6, 1e-6);
    LeastSquaresFit fit = LeastSquaresFit.of(decay(parameters, 4e-5), 1e-5);
    assertThat(fit.isHeld(0)).isFalse();
    double[] interval = fit.interval(0, 0.95);
    assertThat((interval[0] + 1e-6) * (interval[1] + 1e-6))
        .isCloseTo(1.1e-5 * 1.1e-5, Percentage.withPercentage(1e-9));
  }

  @Test
  void wholeNumbersAreTakenForKnownAndAnglesAreNowhereAtABound() {
    Parameters parameters =
        Parameters.none()
            .linear("height", 0, 5)
            .periodic("angle", 0, 360)
            .integer("order", 1, 4)
            .categorical("shape", "round", "square");
    Problem problem =
        LeastSquares.of(
                (x, r) -> {
                  assertThat(x[1]).isGreaterThanOrEqualTo(0).isLessThan(360);
                  assertThat(x[2]).isEqualTo(2);
                  assertThat(x[3]).isEqualTo(1);
                  for (int i = 0; i < r.length; i++) {
                    double angle = Math.toRadians(x[2] * 20 * i - x[1]);
                    r[i] = x[0] * Math.cos(angle) - Math.cos(Math.toRadians(40 * i)) + i % 3 / 9.0;
                  }
                },
                9)
            .problem(parameters.box());
    LeastSquaresFit fit = LeastSquaresFit.of(problem, 1, 0, 2, 1);
    LeastSquaresFit beside = LeastSquaresFit.of(problem, 1, 1e-9, 2, 1);
    assertThat(fit.isHeld(1)).isFalse();
    assertThat(fit.isHeld(2)).isTrue();
    assertThat(fit.isHeld(3)).isTrue();
    assertThat(fit.degreesOfFreedom()).isEqualTo(7);
    assertThat(fit.standardError(1))
        .isCloseTo(beside.standardError(1), Percentage.withPercentage(1e-6));
    assertThat(fit.toString()).contains("order = 2  whole", "shape = square  whole");
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    Parameters parameters = Parameters.none().linear("slope", -1, 1);
    LeastSquares sum = LeastSquares.of((x, r) -> r[0] = x[0], 2);
    assertThatThrownBy(() -> LeastSquaresFit.of(sum.problem(parameters.box()), 0.5))
        .hasMessage("x: residual 1 is NaN at slope = 0.5 (expected: finite residuals)");
    LeastSquares derived =
        LeastSquares.of((x, r) -> r[0] = r[1] = x[0], 2).jacobian((x, rows) -> rows[0] = 1);
    assertThatThrownBy(() -> LeastSquaresFit.of(derived.problem(parameters.box()), 0.5))
        .hasMessage("jacobian: NaN for residual 1 by slope at slope = 0.5 (expected: finite)");
  }

  @Test
  void badInputIsRefused() {
    Problem plain = Problem.of(x -> 0, LINE);
    assertThatThrownBy(() -> LeastSquaresFit.of(plain, 0, 0))
        .hasMessage(
            "problem: one value (expected: a sum of squares, as LeastSquares describes it)");
    Problem problem = line().problem(LINE);
    assertThatThrownBy(() -> LeastSquaresFit.of(problem, 0, 9))
        .hasMessageStartingWith("x: [0.0, 9.0] (expected: a position inside");
    LeastSquaresFit fit = LeastSquaresFit.of(problem, 1, 0.2);
    assertThatThrownBy(() -> fit.confidence(0, 1))
        .hasMessage("level: 1.0 (expected: above 0 and below 1)");
  }
}
