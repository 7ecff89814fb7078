package org.multidescent.bench.problems.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.testproblem.TestProblem;

class FunctionsTest {

  private static Stream<TestProblem> all() {
    return Stream.of(Wells.all(), Cusps.all(), Plateaus.all(), HiddenHoles.all(), Unseen.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("all")
  void minimumIsAttainedOffTheCentre(TestProblem testProblem) {
    double[] minimiser = testProblem.minimiser();
    assertThat(minimiser).isNotNull();
    double tolerance = 1e-9 * Math.max(1, Math.abs(testProblem.minimum()));
    assertThat(testProblem.problem().evaluator().value(minimiser))
        .isCloseTo(testProblem.minimum(), within(tolerance));
    assertThat(distanceFromCentre(testProblem.problem().startBox(), minimiser)).isGreaterThan(0.01);
  }

  /** The largest, in widths of the box. */
  private static double distanceFromCentre(Box box, double[] x) {
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      double centre = (box.lower(i) + box.upper(i)) / 2;
      largest = Math.max(largest, Math.abs(x[i] - centre) / box.width(i));
    }
    return largest;
  }

  /** Uniform in the box, and ever nearer to the minimiser. */
  @ParameterizedTest
  @MethodSource("all")
  void noSampleLiesBelowTheMinimum(TestProblem testProblem) {
    double[] minimiser = testProblem.minimiser();
    assertThat(minimiser).isNotNull();
    Box box = testProblem.problem().startBox();
    Evaluator evaluator = testProblem.problem().evaluator();
    SplittableRandom random = new SplittableRandom(11);
    double slack = 1e-9 * Math.max(1, Math.abs(testProblem.minimum()));
    for (int k = 0; k < 20_000; k++) {
      double size = Math.pow(10, -(k % 8));
      double[] x = new double[minimiser.length];
      for (int i = 0; i < x.length; i++) {
        double there = box.lower(i) + random.nextDouble() * box.width(i);
        x[i] = minimiser[i] + size * (there - minimiser[i]);
      }
      double value = evaluator.value(x);
      assertThat(value >= testProblem.minimum() - slack || Double.isNaN(value))
          .as("%s at sample %d: %s", testProblem.name(), k, value)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hidden3, 1e-4, 3e-5",
    "hidden10, 1e-4, 5e-5",
    "hidden-slab5, 0.02, 0.005",
    "hidden-shell2, 0.0377, 0.003",
    "hidden-rastrigin2, 0.75, 0.02",
    "hidden-rosenbrock4, 0.82, 0.03"
  })
  void valuesAreInTheSaidShareOfTheBox(String name, double share, double tolerance) {
    TestProblem testProblem =
        HiddenHoles.all().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    Box box = testProblem.problem().startBox();
    Evaluator evaluator = testProblem.problem().evaluator();
    SplittableRandom random = new SplittableRandom(3);
    int samples = share < 0.01 ? 400_000 : 20_000;
    int finite = 0;
    double[] x = new double[box.dimension()];
    for (int k = 0; k < samples; k++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = box.lower(i) + random.nextDouble() * box.width(i);
      }
      finite += Double.isFinite(evaluator.value(x)) ? 1 : 0;
    }
    assertThat(finite / (double) samples).isCloseTo(share, within(tolerance));
  }

  @Test
  void aGivenStartHasAValueWhereRandomOnesHaveNone() {
    TestProblem given = HiddenHoles.given();
    double[] start = HiddenHoles.givenStart();
    assertThat(given.problem().evaluator().value(start)).isFinite().isGreaterThan(0.1);
    start[1] += 0.04;
    assertThat(given.problem().evaluator().value(start)).isNaN();
  }

  @Test
  void stepsAreLevelAlmostEverywhere() {
    for (TestProblem testProblem : Plateaus.all()) {
      Evaluator evaluator = testProblem.problem().evaluator();
      Box box = testProblem.problem().startBox();
      SplittableRandom random = new SplittableRandom(8);
      int level = 0;
      for (int k = 0; k < 1000; k++) {
        double[] x = random.doubles(box.dimension(), box.lower(0), box.upper(0)).toArray();
        double value = evaluator.value(x);
        x[0] += 1e-7;
        level += evaluator.value(x) == value ? 1 : 0;
      }
      assertThat(level).as(testProblem.name()).isGreaterThan(900);
    }
  }

  /** A small step off the minimiser costs the root or the modulus of it, not its square. */
  @Test
  void cuspsAreSharp() {
    for (TestProblem testProblem : Cusps.all()) {
      double[] x = testProblem.minimiser();
      assertThat(x).isNotNull();
      Evaluator evaluator = testProblem.problem().evaluator();
      double steepest = 0;
      for (int i = 0; i < x.length; i++) {
        for (double step : new double[] {-1e-5, 1e-5}) {
          double[] y = x.clone();
          y[i] += step;
          steepest = Math.max(steepest, evaluator.value(y) - testProblem.minimum());
        }
      }
      assertThat(steepest).as(testProblem.name()).isGreaterThan(1e-7);
    }
  }

  /** Published minima of functions whose minima were recomputed. */
  @ParameterizedTest
  @CsvSource({
    "bird, -106.764537",
    "hosaki, -2.3458",
    "keane, -0.673668",
    "langermann, -5.1621259",
    "alpine5, -174.617"
  })
  void recomputedMinimaAreThePublishedOnes(String name, double published) {
    TestProblem testProblem =
        Unseen.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    assertThat(testProblem.minimum()).isCloseTo(published, within(2e-5 * Math.abs(published)));
  }
}
