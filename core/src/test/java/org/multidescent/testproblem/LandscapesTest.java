package org.multidescent.testproblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;

class LandscapesTest {

  private static Stream<TestProblem> all() {
    return Stream.of(
            TestProblems.classic(),
            TestProblems.rotated(),
            TestProblems.article(),
            TestProblems.lennardJones(),
            TestProblems.thomson(),
            TestProblems.moreGarbowHillstrom(),
            TestProblems.untuned(),
            List.of(TestProblems.ellipsoid(6)),
            boundByTheirBox())
        .flatMap(List::stream);
  }

  private static List<TestProblem> boundByTheirBox() {
    return Stream.of("schwefel5", "michalewicz5", "hartmann6", "shekel5")
        .map(TestProblems::named)
        .map(landscape -> landscape.shifted(1).rotated(2))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientAgreesWithCentralDifferences(TestProblem landscape) {
    Evaluator evaluator = landscape.problem().evaluator();
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 20; k++) {
      double[] x = sample(landscape.problem().startBox(), random);
      double[] gradient = new double[x.length];
      double value = evaluator.valueAndGradient(x, gradient);
      assertThat(evaluator.value(x)).isEqualTo(value);
      for (int i = 0; i < x.length; i++) {
        double expected = difference(evaluator, x, i, 1e-5 * Math.max(1e-3, Math.abs(x[i])));
        double size = Math.max(1e-3 * Math.abs(value), Math.max(1, Math.abs(expected)));
        assertThat(gradient[i])
            .as("%s, coordinate %d", landscape.name(), i)
            .isCloseTo(expected, within(2e-5 * size));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void minimumIsTakenAtTheMinimiser(TestProblem landscape) {
    double[] minimiser = landscape.minimiser();
    if (minimiser == null) {
      assertThat(landscape.name()).matches("lj([89]|1[0-3])|thomson.*");
      return;
    }
    double[] gradient = new double[minimiser.length];
    double value = landscape.problem().evaluator().valueAndGradient(minimiser, gradient);
    double scale = Math.max(1, Math.abs(landscape.minimum()));
    assertThat(value).isCloseTo(landscape.minimum(), within(1e-12 * scale));
    for (int i = 0; i < gradient.length; i++) {
      Box box = landscape.problem().startBox();
      double change = gradient[i] * box.width(i);
      boolean pressed =
          gradient[i] < 0 ? minimiser[i] == box.upper(i) : minimiser[i] == box.lower(i);
      assertThat(pressed ? 0 : change).isCloseTo(0, within(1e-8 * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noSampleLiesBelowTheMinimum(TestProblem landscape) {
    Evaluator evaluator = landscape.problem().evaluator();
    SplittableRandom random = new SplittableRandom(11);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 10_000; k++) {
      least = Math.min(least, evaluator.value(sample(landscape.problem().startBox(), random)));
    }
    assertThat(least).isGreaterThanOrEqualTo(landscape.minimum());
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingLowerLiesOutsideTheWallsWhereThatIsSaid(TestProblem landscape) {
    Box box = landscape.problem().startBox();
    Evaluator evaluator = landscape.problem().evaluator();
    SplittableRandom random = new SplittableRandom(13);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; landscape.everywhere() && k < 5_000; k++) {
      double[] x = sample(box, random);
      for (int i = 0; i < x.length; i++) {
        x[i] += box.width(i) * (random.nextInt(3) - 1);
      }
      least = Math.min(least, evaluator.value(x));
    }
    assertThat(least).isGreaterThanOrEqualTo(landscape.minimum());
  }

  /** A search, or a rival, that begins at the centre must not be given the minimum. */
  @ParameterizedTest
  @MethodSource("all")
  void noMinimumLiesAtTheCentreOfItsBox(TestProblem landscape) {
    double[] centre = new double[landscape.problem().dimension()];
    Box box = landscape.problem().startBox();
    for (int i = 0; i < centre.length; i++) {
      centre[i] = box.lower(i) + box.width(i) / 2;
    }
    assertThat(landscape.problem().evaluator().value(centre)).isGreaterThan(landscape.target());
  }

  @Test
  void theClassicsAreThirtyThree() {
    assertThat(TestProblems.classic())
        .extracting(TestProblem::name)
        .doesNotHaveDuplicates()
        .hasSize(33);
    assertThat(TestProblems.rotated())
        .extracting(TestProblem::name)
        .doesNotHaveDuplicates()
        .hasSize(10);
  }

  @Test
  void minimaAreThoseOfTheLiterature() {
    assertThat(TestProblems.named("article6").minimum()).isCloseTo(-0.000671828, within(1e-9));
    assertThat(TestProblems.michalewicz(2).minimum()).isCloseTo(-1.8013034, within(1e-7));
    assertThat(TestProblems.michalewicz(5).minimum()).isCloseTo(-4.687658, within(1e-6));
    assertThat(TestProblems.michalewicz(10).minimum()).isCloseTo(-9.6601517, within(1e-7));
    assertThat(TestProblems.named("branin").minimum()).isCloseTo(0.397887, within(1e-6));
    assertThat(TestProblems.named("shubert2").minimum()).isCloseTo(-186.7309, within(1e-4));
    assertThat(TestProblems.named("hartmann3").minimum()).isCloseTo(-3.86278, within(1e-5));
    assertThat(TestProblems.named("hartmann6").minimum()).isCloseTo(-3.32237, within(1e-5));
    assertThat(TestProblems.named("shekel10").minimum()).isCloseTo(-10.5364, within(1e-4));
    assertThat(TestProblems.lennardJones(13).minimum()).isCloseTo(-44.326801, within(1e-6));
    assertThat(TestProblems.thomson(12).minimum()).isCloseTo(49.165253, within(1e-6));
    assertThat(TestProblems.named("eggholder").minimum()).isCloseTo(-959.6406627, within(1e-7));
    assertThat(TestProblems.named("holdertable").minimum()).isCloseTo(-19.2085026, within(1e-7));
    assertThat(TestProblems.named("crossintray").minimum()).isCloseTo(-2.0626119, within(1e-7));
    assertThat(TestProblems.named("trefethen").minimum()).isCloseTo(-3.3068686475, within(1e-10));
    assertThat(TestProblems.named("trid10").minimum()).isEqualTo(-210);
    assertThat(TestProblems.named("paviani10").minimum()).isCloseTo(-45.7784697, within(1e-7));
  }

  @Test
  void theArticlesBoxesAreThree() {
    assertThat(TestProblems.article())
        .extracting(landscape -> landscape.problem().startBox())
        .containsExactly(Box.cube(0, 6, 2), Box.cube(0, 10, 2), Box.cube(-100, 100, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rastrigin10", "article6", "article100", "lj7", "camel6", "wood"})
  void everyListedNameIsFound(String name) {
    assertThat(TestProblems.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void everyListedLandscapeIsFound(TestProblem landscape) {
    TestProblem found = TestProblems.named(landscape.name());
    assertThat(found.minimum()).isEqualTo(landscape.minimum());
    assertThat(found.problem().startBox()).isEqualTo(landscape.problem().startBox());
  }

  private static Stream<TestProblem> catalogue() {
    return Stream.of(TestProblems.classic(), TestProblems.rotated(), TestProblems.untuned())
        .flatMap(List::stream);
  }

  @Test
  void otherDimensionsAreFound() {
    assertThat(TestProblems.named("Rastrigin30").problem().dimension()).isEqualTo(30);
    assertThat(TestProblems.named("schwefel3-rotated").problem().dimension()).isEqualTo(3);
  }

  @Test
  void unknownNamesAreAnsweredWithNearOnes() {
    assertThatThrownBy(() -> TestProblems.named("rastrgin10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name: rastrgin10")
        .hasMessageContaining("Maybe rastrigin10");
    assertThatThrownBy(() -> TestProblems.named("lj99"))
        .hasMessage("atoms: 99 (expected: 7 to 13)");
    assertThatThrownBy(() -> TestProblems.named("lj9-rotated"))
        .hasMessage("name: lj9-rotated (expected: a landscape whose minimiser is known)");
    assertThatThrownBy(() -> TestProblems.named("shekel6")).hasMessageContaining("holes: 6");
    assertThatThrownBy(() -> TestProblems.named("ackley0")).hasMessageContaining("dimension: 0");
  }

  private static double[] sample(Box box, SplittableRandom random) {
    double[] x = new double[box.dimension()];
    for (int i = 0; i < x.length; i++) {
      x[i] = box.lower(i) + random.nextDouble() * box.width(i);
    }
    return x;
  }

  /** Central differences of the fourth order. */
  private static double difference(Evaluator evaluator, double[] x, int i, double width) {
    return (4 * central(evaluator, x, i, width) - central(evaluator, x, i, 2 * width)) / 3;
  }

  private static double central(Evaluator evaluator, double[] x, int i, double width) {
    double[] y = x.clone();
    y[i] = x[i] + width;
    double above = evaluator.value(y);
    y[i] = x[i] - width;
    return (above - evaluator.value(y)) / (2 * width);
  }
}
