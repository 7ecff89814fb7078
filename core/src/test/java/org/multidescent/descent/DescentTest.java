package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.MoreGarbowHillstrom;
import org.multidescent.testproblem.TestProblems;

class DescentTest {

  static List<StepRule> quasiNewton() {
    return List.of(StepRule.standard(), StepRule.bfgs(), StepRule.lbfgs(), StepRule.lbfgs(24));
  }

  @ParameterizedTest
  @EnumSource
  void standardProblemsAreSolvedWithAnalyticGradients(MoreGarbowHillstrom problem) {
    for (StepRule rule : quasiNewton()) {
      Solo solo = new Solo(problem.landscape().problem(), Solo.with(rule), problem.start());
      double start = solo.point.value();
      assertThat(solo.run().isOptimum()).isTrue();
      assertThat(solo.point.value()).as("%s", rule).isLessThan(1e-8 * start);
    }
  }

  @ParameterizedTest
  @EnumSource
  void standardProblemsAreSolvedWithDifferences(MoreGarbowHillstrom problem) {
    for (StepRule rule : quasiNewton()) {
      Problem blind = problem.landscape().problem().withoutGradient();
      Solo solo = new Solo(blind, Solo.with(rule), problem.start());
      double start = solo.point.value();
      assertThat(solo.run().isOptimum()).isTrue();
      assertThat(solo.point.value()).as("%s", rule).isLessThan(1e-5 * start);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 100})
  void rosenbrockAndEllipsoidOfAnyDimension(int dimension) {
    double[] start = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      start[i] = i % 2 == 0 ? -1.2 : 1;
    }
    for (var landscape :
        List.of(TestProblems.rosenbrock(dimension), TestProblems.ellipsoid(dimension))) {
      Solo exact = new Solo(landscape.problem(), Solo.with(StepRule.standard()), start);
      Solo blind =
          new Solo(landscape.problem().withoutGradient(), Solo.with(StepRule.standard()), start);
      double from = exact.point.value();
      exact.run();
      blind.run();
      assertThat(exact.point.value()).as(landscape.name()).isLessThan(1e-8 * from);
      assertThat(blind.point.value()).as(landscape.name()).isLessThan(1e-5 * from);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.75, 0, 0.3, 0.625})
  void aMinimumOfValueZeroIsNotResolvedFurtherThanCounts(double from) {
    Problem bowl = Functions.cube(x -> square(x[0] - 0.25) + square(x[1] - 0.625), 2);
    Solo solo = new Solo(bowl, Solo.with(StepRule.standard()), from, from);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.point.value()).isLessThan(1e-12);
    assertThat(solo.values).isLessThan(80);
  }

  private static double square(double x) {
    return x * x;
  }

  @Test
  void firstOrderRulesGoDownTheSphere() {
    Problem sphere = Functions.cube(x -> x[0] * x[0] + 3 * x[1] * x[1], 2);
    List<StepRule> rules =
        List.of(
            StepRule.spectral(),
            StepRule.adam(0.01),
            StepRule.momentum(1e-3, 0.8),
            StepRule.nesterov(1e-3, 0.8),
            StepRule.euler(1e-3));
    for (StepRule rule : rules) {
      Solo solo = new Solo(sphere, Solo.with(rule), 4, -3);
      assertThat(solo.run().isOptimum()).isTrue();
      assertThat(solo.point.value()).as("%s", rule).isLessThan(0.01);
    }
  }

  @ParameterizedTest
  @MethodSource("lineSearchRules")
  void stopsAtActiveWallsWithTheProjectedGradientZero(StepRule rule) {
    Box box = Box.of(new double[] {1.5, -5, -2}, new double[] {5, 0.5, -2});
    Problem problem = Problem.of(x -> Functions.rosenbrock(new double[] {x[0], x[1]}) + x[2], box);
    Solo solo = new Solo(problem, Solo.with(rule), 4, -3, -2);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.x()[0]).isEqualTo(1.5);
    assertThat(solo.x()[1]).isEqualTo(0.5);
    assertThat(solo.x()[2]).isEqualTo(-2);
    solo.oracle.gradient(solo.point);
    assertThat(solo.point.gradient()[0]).isPositive();
    assertThat(solo.point.gradient()[1]).isNegative();
  }

  static List<StepRule> lineSearchRules() {
    return List.of(StepRule.bfgs(), StepRule.lbfgs(), StepRule.spectral(), StepRule.standard());
  }

  @ParameterizedTest
  @MethodSource("lineSearchRules")
  void partlyActiveWallsLeaveTheRestToBeSolved(StepRule rule) {
    Box box = Box.of(new double[] {0.8, -5, -5}, new double[] {5, 5, 5});
    Problem problem = Problem.of(Functions::ellipsoid, box);
    Solo solo = new Solo(problem, Solo.with(rule), 4, -3, 2);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.x()[0]).isEqualTo(0.8);
    assertThat(solo.point.value()).isCloseTo(0.09, within(1e-6));
  }

  @Test
  void oneSidedAndOpenWalls() {
    double inf = Double.POSITIVE_INFINITY;
    Problem open =
        Problem.of(x -> Math.pow(x[0] - 20, 2) + Math.pow(x[1] + 30, 2), Box.cube(0, 1, 2));
    Solo unbounded = new Solo(open.unbounded(), Solo.with(StepRule.standard()), 0.5, 0.5);
    unbounded.run();
    assertThat(unbounded.x()[0]).isCloseTo(20, within(1e-5));
    assertThat(unbounded.x()[1]).isCloseTo(-30, within(1e-5));
    Box half = Box.of(new double[] {-inf, -2}, new double[] {inf, inf});
    Solo oneSided = new Solo(open.bounds(half), Solo.with(StepRule.standard()), 0.5, 0.5);
    oneSided.run();
    assertThat(oneSided.x()[0]).isCloseTo(20, within(1e-5));
    assertThat(oneSided.x()[1]).isEqualTo(-2);
  }

  @Test
  void theProblemsOwnCoordinatesWorkAsWell() {
    Box box = Box.of(new double[] {-500, -5e-3}, new double[] {500, 5e-3});
    Problem problem =
        Problem.of(x -> Functions.rosenbrock(new double[] {x[0] / 100, 1000 * x[1]}), box);
    Solo unit = new Solo(problem, Solo.with(StepRule.bfgs()), -120, 1e-3);
    Solo own =
        new Solo(problem, WorkingCoordinates.none(problem), Solo.with(StepRule.bfgs()), -120, 1e-3);
    unit.run();
    own.run();
    assertThat(unit.point.value()).isLessThan(1e-9);
    assertThat(own.point.value()).isLessThan(1e-9);
    assertThat((double) own.values).isCloseTo(unit.values, within(0.25 * unit.values));
  }

  @Test
  void aStepOfStairsIsAFloor() {
    Problem stairs =
        Functions.cube(x -> Math.rint(3 * Math.abs(x[0])) + Math.rint(3 * Math.abs(x[1])), 2);
    Solo solo = new Solo(stairs, Solo.with(StepRule.bfgs()), 3.1, -2.2);
    assertThat(solo.run()).isEqualTo(Stall.FLOOR);
    assertThat(solo.values).isLessThan(150);
    assertThat(Stall.FLOOR.isOptimum()).isTrue();
  }

  @Test
  void coarseStageSeesTheBowlBelowTheRipples() {
    Problem rippled =
        Functions.cube(x -> Arrays.stream(x).map(v -> v * v - 0.1 * Math.cos(40 * v)).sum(), 3);
    Solo fine = new Solo(rippled, Solo.with(StepRule.standard()), 4, -3, 2);
    fine.run();
    Solo coarse = new Solo(rippled, Solo.with(StepRule.standard()), 4, -3, 2);
    coarse.descent.beginCoarse(coarse.point, coarse.point.value(), 0, Double.POSITIVE_INFINITY);
    coarse.run();
    assertThat(coarse.point.stage()).isEqualTo(Stage.FINE);
    assertThat(coarse.point.value()).isLessThan(0.2).isLessThan(fine.point.value());
  }
}
