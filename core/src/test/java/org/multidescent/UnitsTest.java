package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/** Searches in huge boxes, and of objectives with huge or tiny values. */
class UnitsTest {

  private static final int SEEDS = 20;

  /** Every search of many seeds comes to a value. */
  private static void solves(Problem problem, double goal, long evaluations) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Result result =
          Search.of(problem)
              .workers(1)
              .seed(seed)
              .budget(Budget.evaluations(evaluations).or(Budget.target(goal)))
              .run();
      assertThat(result.best().value()).as("seed " + seed).isLessThanOrEqualTo(goal);
    }
  }

  private static double bowl(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += (coordinate - 1) * (coordinate - 1);
    }
    return sum;
  }

  private static double brown(double[] x) {
    double a = x[0] - 1e6;
    double b = x[1] - 2e-6;
    double c = x[0] * x[1] - 2;
    return a * a + b * b + c * c;
  }

  private static double rosenbrock(double[] x) {
    double a = x[1] - x[0] * x[0];
    double b = 1 - x[0];
    return 100 * a * a + b * b;
  }

  @ParameterizedTest
  @CsvSource({
    "-1e15, 1e15",
    "-1e15, 2",
    "0, 1e15",
    "-2, 1e15",
    "-1e13, 1e12",
    "-1e5, 1e5",
    "-1e9, 3e8"
  })
  void aMinimumNearZeroInAHugeBoxIsFoundToItsLastDigits(double lower, double upper) {
    solves(Problem.of(UnitsTest::bowl, Box.cube(lower, upper, 2)), 1e-22, 5_000);
  }

  @ParameterizedTest
  @CsvSource({"1e7, 1e-20", "1e9, 1e-6"})
  void brownsBadlyScaledFunctionIsSolvedInAWideBox(double reach, double goal) {
    solves(Problem.of(UnitsTest::brown, Box.cube(-reach, reach, 2)), goal, 80_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e4, 1e5})
  void aCurvedValleyIsSolvedInAWideBox(double reach) {
    solves(Problem.of(UnitsTest::rosenbrock, Box.cube(-reach, reach, 2)), 1e-18, 20_000);
  }

  @Test
  void ownCoordinatesBearTheWidestBox() {
    Problem problem = Problem.of(UnitsTest::bowl, Box.cube(-8e307, 8e307, 2));
    Objective finite = x -> Math.hypot(x[0] - 1, x[1] - 1);
    for (Problem each : List.of(problem, Problem.of(finite, Box.cube(-8e307, 8e307, 2)))) {
      Result result = Search.of(each).ownCoordinates().budget(Budget.evaluations(500)).run();
      assertThat(result.progress().evaluations()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-900, -660, 530, 660, 900})
  void aPowerOfTwoChangesNothing(int exponent) {
    Problem plain = TestProblems.rosenbrock(10).problem();
    for (Problem problem : List.of(plain, plain.withoutGradient())) {
      Result alone = search(problem).run();
      Result scaled =
          search(problem.decorated(inner -> new ScaledEvaluator(inner, exponent))).run();
      assertThat(scaled.best().x()).isEqualTo(alone.best().x());
      assertThat(Math.scalb(scaled.best().value(), -exponent)).isEqualTo(alone.best().value());
      assertThat(scaled.optima().stream().map(Optimum::value).map(v -> Math.scalb(v, -exponent)))
          .isEqualTo(alone.optima().stream().map(Optimum::value).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-270, 1e-200, 1e160, 1e290})
  void rosenbrockIsSolvedInAnyUnit(double factor) {
    Problem plain = TestProblems.rosenbrock(10).problem().withoutGradient();
    Problem problem = Problem.of(x -> factor * plain.evaluator().value(x), plain.startBox());
    solves(problem, 1e-8 * factor, 8_000);
  }

  private static Search search(Problem problem) {
    return Search.of(problem).workers(1).budget(Budget.evaluations(1_500));
  }
}
