package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.function.BatchObjective;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;

/** No evaluation leaves the bounds, and values that are not finite disturb nothing. */
class BoundsTest {

  private static final Box BOX =
      Box.of(new double[] {-5, 2, 0, 1}, new double[] {5, 2, 1e-3, 1 + 1e-12});

  static List<Differences> differences() {
    return List.of(
        Differences.adaptive(),
        Differences.forward(1e-7),
        Differences.forward(1),
        Differences.central(1e-5),
        Differences.central(0.7),
        Differences.article(0.1));
  }

  private static Objective fenced(Box box, Objective objective) {
    return x -> {
      if (!box.contains(x)) {
        throw new AssertionError("outside: " + java.util.Arrays.toString(x));
      }
      return objective.value(x);
    };
  }

  @Test
  void cornerOfLinearFunctionIsReachedInOneStep() {
    Problem problem = Problem.of(x -> x[0] - 10 * x[1] + 0.1 * x[2], Box.cube(-5, 5, 3));
    Solo solo = new Solo(problem, Solo.with(StepRule.standard()), 1, -2, 3);
    assertThat(solo.advance(solo.oracle)).isNull();
    assertThat(solo.x()).containsExactly(-5, 5, -5);
    assertThat(solo.values).as("start, gradient and two trials").isEqualTo(6);
  }

  @Test
  void linearFunctionWithoutBoundsIsNotEvaluatedAtInfinity() {
    Objective linear =
        x -> {
          assertThat(x).doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
          return x[0] - 10 * x[1];
        };
    Problem problem = Problem.of(linear, Box.cube(-5, 5, 2)).unbounded();
    Solo solo = new Solo(problem, Solo.with(StepRule.standard()), 1, -2);
    double before = solo.point.value();
    assertThat(solo.advance(solo.oracle)).isNull();
    assertThat(solo.point.value()).isLessThan(before);
  }

  @Test
  void coarseStageTriesNoShortSteps() {
    double[] start = {1, -2};
    Objective spike = x -> x[0] + (x[0] == 1 && x[1] == -2 ? -100 : 0);
    Solo solo = new Solo(Problem.of(spike, Box.cube(-5, 5, 2)), Descent.standard(), start);
    solo.descent.beginCoarse(solo.point, solo.point.value(), 0, Double.POSITIVE_INFINITY);
    assertThat(solo.advance(solo.oracle)).isNull();
    assertThat(solo.values).as("start, central differences and three trials").isEqualTo(8);
    assertThat(solo.point.stage()).isEqualTo(Stage.ROUGH);
  }

  @ParameterizedTest
  @MethodSource("differences")
  void evaluationsStayInside(Differences differences) {
    Objective hilly = x -> Math.sin(3 * x[0]) + x[0] - 1000 * x[2] - x[3] + 0.1 * x[1];
    Problem problem = Problem.of(fenced(BOX, hilly), BOX);
    SplittableRandom random = new SplittableRandom(5);
    for (StepRule rule :
        List.of(StepRule.standard(), StepRule.lbfgs(), StepRule.spectral(), StepRule.adam(0.05))) {
      Descent descent = new Descent(rule, StallRule.standard(), differences);
      for (int corner = 0; corner < 16; corner++) {
        double[] start = new double[4];
        for (int i = 0; i < 4; i++) {
          boolean high = (corner >> i & 1) == 1;
          start[i] = high ? BOX.upper(i) : BOX.lower(i);
        }
        descend(new Solo(problem, descent, start));
        start[0] = random.nextDouble(-5, 5);
        descend(new Solo(problem, descent, start));
        Solo coarse = new Solo(problem, descent, start);
        descent.beginCoarse(coarse.point, coarse.point.value(), 0, Double.POSITIVE_INFINITY);
        descend(coarse);
      }
    }
  }

  private static void descend(Solo solo) {
    for (int k = 0; k < 50 && solo.advance(solo.oracle) == null; k++) {
      assertThat(solo.x()[1]).isEqualTo(2);
    }
  }

  @Test
  void batchesEndAtTheSamePlace() {
    BatchObjective batch =
        (positions, count, values) -> {
          for (int k = 0; k < count; k++) {
            double[] x = new double[3];
            System.arraycopy(positions, 3 * k, x, 0, 3);
            values[k] = Functions.rosenbrock(x);
          }
        };
    Box box = Box.cube(-2, 2, 3);
    Solo one =
        new Solo(Problem.of(Functions::rosenbrock, box), Solo.with(StepRule.bfgs()), 2, -2, 1);
    Solo many = new Solo(Problems.batch(batch, box), Solo.with(StepRule.bfgs()), 2, -2, 1);
    one.run();
    many.run();
    assertThat(many.point.position()).containsExactly(one.point.position(), within(1e-6));
  }

  static List<StepRule> rules() {
    return List.of(
        StepRule.standard(),
        StepRule.lbfgs(),
        StepRule.spectral(),
        StepRule.adam(0.1),
        StepRule.momentum(0.01, 0.9),
        StepRule.nesterov(0.01, 0.9));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void valuesThatAreNotFiniteShortenTheStep(StepRule rule) {
    for (double bad :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      Problem cliff =
          Functions.cube(x -> x[0] < -1 ? bad : Math.pow(x[0] + 0.9, 2) + x[1] * x[1], 2);
      Solo solo = new Solo(cliff, Solo.with(rule), 4, 3);
      assertThat(solo.run().isOptimum()).isTrue();
      assertThat(solo.point.value()).isLessThan(0.1);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aStartThatIsNotFiniteIsBroken(StepRule rule) {
    Solo solo = new Solo(Functions.cube(x -> Double.NaN, 2), Solo.with(rule), 4, 3);
    assertThat(solo.run()).isEqualTo(Stall.NOT_FINITE);
    assertThat(solo.values).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aConstantIsAPlateauAfterThreeWidths(StepRule rule) {
    Solo solo = new Solo(Functions.cube(x -> 4, 2), Solo.with(rule), 4, 3);
    assertThat(solo.run()).isEqualTo(Stall.PLATEAU);
    assertThat(solo.values).isEqualTo(1 + 3 * 2);
  }
}
