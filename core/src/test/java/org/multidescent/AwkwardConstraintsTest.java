package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;

/** Constraints that depend on each other, contradict each other, or are in unlike units. */
class AwkwardConstraintsTest {

  private static final Box SQUARE = Box.cube(-2, 2, 2);

  private static Result run(Problem problem, long evaluations) {
    return Search.of(problem).workers(1).budget(Budget.evaluations(evaluations)).run();
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += coordinate;
    }
    return sum;
  }

  private static double disc(double[] x) {
    return x[0] * x[0] + x[1] * x[1] - 1;
  }

  @Test
  void moreEquationsThanCoordinatesMayDetermineThePosition() {
    double[][] rows = {{1, 1, 1}, {1, -1, 0}, {2, 0, 1}, {0, 2, 1}, {3, 3, 3}, {1, 0, 0}};
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, Box.cube(-3, 3, 3))
            .subjectTo(Constraints.equal(rows, new double[] {1, 0, 1, 1, 3, 0.25}));
    assertThat(run(problem, 500).best().x())
        .containsExactly(new double[] {.25, .25, .5}, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void redundantConstraintsDoNoHarm(boolean equations) {
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, SQUARE)
            .subjectTo(
                Constraints.of(
                    (x, c) -> {
                      c[0] = disc(x);
                      c[1] = c[0];
                      c[2] = 2 * c[0];
                    },
                    equations ? 0 : 3,
                    equations ? 3 : 0));
    assertThat(run(problem, 1_000).best().value()).isCloseTo(-Math.sqrt(2), within(1e-7));
  }

  /** No descent begins coarse there, as under the equation itself. */
  @Test
  void twoInequalitiesMayBeAnEquation() {
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, SQUARE)
            .subjectTo(
                Constraints.of(
                    (x, c) -> {
                      c[0] = disc(x);
                      c[1] = -c[0];
                    },
                    2,
                    0));
    Search search = Search.of(problem).workers(1).budget(Budget.evaluations(500));
    Result coarse = search.coarseShare(1).run();
    assertThat(coarse.best().value()).isCloseTo(-Math.sqrt(2), within(1e-7));
    assertThat(ResultDigest.of(coarse)).isEqualTo(ResultDigest.of(search.coarseShare(0).run()));
  }

  @Test
  void saysHowMuchContradictingConstraintsAreViolated() {
    double[][] rows = {{1, 1}, {1, 1}};
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, SQUARE)
            .subjectTo(Constraints.equal(rows, new double[] {1, 2}));
    Result result = run(problem, 500);
    assertThat(result.isFeasible()).isFalse();
    assertThat(result.violation()).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e-6})
  void unitsDoNotMatter(double unit) {
    Problem problem =
        Problem.of(x -> sum(x) / unit, SQUARE)
            .subjectTo(
                Constraints.of((x, c) -> c[0] = unit * disc(x), 0, 1)
                    .tolerance(1e-8 * Math.min(1, unit)));
    double least = run(problem, 1_000).best().value();
    assertThat(least * unit).isCloseTo(-Math.sqrt(2), within(1e-6));
  }

  @Test
  void constraintsMayHaveNoValueInPartOfTheBox() {
    Problem problem =
        Problem.of(x -> Math.log(x[0]) + x[1], SQUARE)
            .subjectTo(
                Constraints.of(
                    (x, c) -> {
                      c[0] = 0.5 - Math.sqrt(x[0]);
                      c[1] = -Math.log(x[1] + 1) - 0.5;
                    },
                    2,
                    0));
    double least = Math.log(0.25) + Math.exp(-0.5) - 1;
    assertThat(run(problem, 1_000).best().value()).isCloseTo(least, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1.9})
  void aGivenStartMayBeFeasibleOrNot(double coordinate) {
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, SQUARE)
            .subjectTo(Constraints.of((x, c) -> c[0] = disc(x), 1, 0));
    Starts given = Starts.given(List.of(new double[] {coordinate, -coordinate}), Starts.uniform());
    Result result =
        Search.of(problem).workers(1).starts(given).budget(Budget.evaluations(300)).run();
    assertThat(result.best().value()).isCloseTo(-Math.sqrt(2), within(1e-7));
  }

  /** The nearest position on a plane of 50 equations in 200 coordinates: a step or two. */
  @Test
  void manyLinearConstraintsTakeFewEvaluations() {
    Random random = new Random(3);
    double[][] rows = new double[50][200];
    for (double[] row : rows) {
      row[0] = random.nextGaussian();
      for (int i = 1; i < row.length; i++) {
        row[i] = random.nextGaussian();
      }
    }
    double[] values = random.doubles(50).toArray();
    Problem problem =
        Problem.withGradient(
                (x, gradient) -> {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    gradient[i] = 2 * x[i];
                    sum += x[i] * x[i];
                  }
                  return sum;
                },
                Box.cube(-5, 5, 200))
            .subjectTo(Constraints.equal(rows, values));
    Result result = run(problem, 60);
    assertThat(result.isFeasible()).isTrue();
    assertThat(result.best().value()).isLessThan(1);
  }

  @Test
  void constraintsBeyondThoseToldFailWithTheirCause() {
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, SQUARE)
            .subjectTo(Constraints.of((x, c) -> c[2] = -1, 2, 0));
    assertThatThrownBy(() -> run(problem, 100))
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  @Test
  void constraintsThatAreNeverWrittenAreSaidToHaveNoValue() {
    Problem problem =
        Problem.of(AwkwardConstraintsTest::sum, SQUARE)
            .subjectTo(Constraints.of((x, c) -> c[0] = -1, 2, 0));
    Result result = run(problem, 100);
    assertThat(result.isFeasible()).isFalse();
    assertThat(result.toString()).contains("at no position have objective and constraints a value");
  }
}
