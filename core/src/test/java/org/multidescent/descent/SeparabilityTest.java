package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

class SeparabilityTest {

  private static final double[] START = {0.3, -0.8, 0.1, 0.7, -0.2, 0.55, -0.61};

  private static Solo solo(Objective objective) {
    return new Solo(
        Problem.of(objective, Box.cube(-1, 1, START.length)),
        Solo.with(StepRule.standard()),
        START);
  }

  private static boolean isSeparable(Objective objective) {
    Solo solo = solo(objective);
    double[] before = solo.point.save();
    boolean separable = Separability.isSeparable(solo.point, solo.oracle);
    assertThat(solo.point.save()).containsExactly(before);
    return separable;
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.cos(5 * x[i] + i) + i * x[i] * x[i];
    }
    return sum;
  }

  @Test
  void sumsOverCoordinatesAreSeparable() {
    assertThat(isSeparable(SeparabilityTest::sum)).isTrue();
    assertThat(isSeparable(x -> 1e5 + sum(x))).isTrue();
    assertThat(isSeparable(x -> 1e-200 * sum(x))).isTrue();
  }

  @Test
  void stairsAreSeparableThoughMostHalvesChangeNothing() {
    assertThat(isSeparable(x -> Math.floor(100 * Arrays.stream(x).map(Math::rint).sum()))).isTrue();
    assertThat(isSeparable(x -> Math.rint(x[0]) * Math.rint(x[1]))).isFalse();
  }

  @Test
  void fixedCoordinatesAreLeftOut() {
    double[] lower = {-1, 0.5, -1, 0.5, 0.5};
    double[] upper = {1, 0.5, 1, 0.5, 0.5};
    double[] start = {0.3, 0.5, -0.2, 0.5, 0.5};
    for (double coupling : new double[] {0, 1e-3}) {
      Objective objective = x -> sum(x) + coupling * x[0] * x[2];
      Solo solo =
          new Solo(
              Problem.of(objective, Box.of(lower, upper)), Solo.with(StepRule.standard()), start);
      assertThat(Separability.isSeparable(solo.point, solo.oracle)).isEqualTo(coupling == 0);
    }
  }

  @Test
  void anyPairThatIsCoupledIsFound() {
    for (int i = 0; i < START.length; i++) {
      for (int j = i + 1; j < START.length; j++) {
        int first = i;
        int second = j;
        assertThat(isSeparable(x -> sum(x) + 1e-3 * x[first] * x[second]))
            .as("%d and %d", i, j)
            .isFalse();
      }
    }
  }

  @Test
  void neighboursThatAreCoupledAreFoundByThreeValues() {
    Solo solo = solo(x -> sum(x) + x[2] * x[3]);
    long before = solo.values;
    Separability.isSeparable(solo.point, solo.oracle);
    assertThat(solo.values - before).isEqualTo(3);
  }

  @Test
  void whatCannotBeToldIsNot() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(isSeparable(x -> 4)).as("plateau").isFalse();
    assertThat(isSeparable(x -> sum(x) + 1e-6 * random.nextDouble())).as("noise").isFalse();
    assertThat(isSeparable(x -> 1e15 + sum(x))).as("offset").isFalse();
    assertThat(isSeparable(x -> Arrays.equals(x, START) ? 1 : Double.NaN)).as("NaN").isFalse();
    assertThat(isSeparable(x -> x[0] < 0.3 ? Double.POSITIVE_INFINITY : sum(x))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rastrigin5", "ackley5", "griewank5", "rosenbrock10"})
  void turnedAndCoupledFunctionsAreNot(String name) {
    TestProblem landscape = TestProblems.named(name);
    TestProblem turned = landscape.rotated(7);
    for (TestProblem each : List.of(landscape, turned)) {
      Problem problem = each.problem().withoutGradient();
      double[] start = new double[problem.dimension()];
      Arrays.setAll(
          start, i -> problem.startBox().lower(i) + (0.2 + 0.05 * i) * problem.startBox().width(i));
      Solo solo = new Solo(problem, Solo.with(StepRule.standard()), start);
      boolean sum = name.equals("rastrigin5") && each == landscape;
      assertThat(Separability.isSeparable(solo.point, solo.oracle)).isEqualTo(sum);
    }
  }
}
