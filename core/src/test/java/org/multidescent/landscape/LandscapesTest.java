package org.multidescent.landscape;

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

  private static Stream<Landscape> all() {
    return Stream.of(
            Landscapes.classic(),
            Landscapes.rotated(),
            Landscapes.article(),
            Landscapes.lennardJones(),
            Landscapes.thomson(),
            Landscapes.moreGarbowHillstrom(),
            Landscapes.untuned(),
            List.of(Landscapes.ellipsoid(6)),
            boundByTheirBox())
        .flatMap(List::stream);
  }

  private static List<Landscape> boundByTheirBox() {
    return Stream.of("schwefel5", "michalewicz5", "hartmann6", "shekel5")
        .map(Landscapes::named)
        .map(landscape -> landscape.shifted(1).rotated(2))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientAgreesWithCentralDifferences(Landscape landscape) {
    Evaluator evaluator = landscape.problem().evaluator();
    SplittableRandom random = new SplittableRandom(7);
    for (int k = 0; k < 20; k++) {
      double[] x = sample(landscape.problem().box(), random);
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
  void minimumIsTakenAtTheMinimiser(Landscape landscape) {
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
      Box box = landscape.problem().box();
      double change = gradient[i] * box.width(i);
      boolean pressed =
          gradient[i] < 0 ? minimiser[i] == box.upper(i) : minimiser[i] == box.lower(i);
      assertThat(pressed ? 0 : change).isCloseTo(0, within(1e-8 * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noSampleLiesBelowTheMinimum(Landscape landscape) {
    Evaluator evaluator = landscape.problem().evaluator();
    SplittableRandom random = new SplittableRandom(11);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 10_000; k++) {
      least = Math.min(least, evaluator.value(sample(landscape.problem().box(), random)));
    }
    assertThat(least).isGreaterThanOrEqualTo(landscape.minimum());
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingLowerLiesOutsideTheWallsWhereThatIsSaid(Landscape landscape) {
    Box box = landscape.problem().box();
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

  @Test
  void theClassicsAreThirtyThree() {
    assertThat(Landscapes.classic())
        .extracting(Landscape::name)
        .doesNotHaveDuplicates()
        .hasSize(33);
    assertThat(Landscapes.rotated())
        .extracting(Landscape::name)
        .doesNotHaveDuplicates()
        .hasSize(10);
  }

  @Test
  void minimaAreThoseOfTheLiterature() {
    assertThat(Landscapes.named("article6").minimum()).isCloseTo(-0.000671828, within(1e-9));
    assertThat(Landscapes.michalewicz(2).minimum()).isCloseTo(-1.8013034, within(1e-7));
    assertThat(Landscapes.michalewicz(5).minimum()).isCloseTo(-4.687658, within(1e-6));
    assertThat(Landscapes.michalewicz(10).minimum()).isCloseTo(-9.6601517, within(1e-7));
    assertThat(Landscapes.named("branin").minimum()).isCloseTo(0.397887, within(1e-6));
    assertThat(Landscapes.named("shubert2").minimum()).isCloseTo(-186.7309, within(1e-4));
    assertThat(Landscapes.named("hartmann3").minimum()).isCloseTo(-3.86278, within(1e-5));
    assertThat(Landscapes.named("hartmann6").minimum()).isCloseTo(-3.32237, within(1e-5));
    assertThat(Landscapes.named("shekel10").minimum()).isCloseTo(-10.5364, within(1e-4));
    assertThat(Landscapes.lennardJones(13).minimum()).isCloseTo(-44.326801, within(1e-6));
    assertThat(Landscapes.thomson(12).minimum()).isCloseTo(49.165253, within(1e-6));
    assertThat(Landscapes.named("eggholder").minimum()).isCloseTo(-959.6406627, within(1e-7));
    assertThat(Landscapes.named("holdertable").minimum()).isCloseTo(-19.2085026, within(1e-7));
    assertThat(Landscapes.named("crossintray").minimum()).isCloseTo(-2.0626119, within(1e-7));
    assertThat(Landscapes.named("trefethen").minimum()).isCloseTo(-3.3068686475, within(1e-10));
    assertThat(Landscapes.named("trid10").minimum()).isEqualTo(-210);
    assertThat(Landscapes.named("paviani10").minimum()).isCloseTo(-45.7784697, within(1e-7));
  }

  @Test
  void theArticlesBoxesAreThree() {
    assertThat(Landscapes.article())
        .extracting(landscape -> landscape.problem().box())
        .containsExactly(Box.cube(0, 6, 2), Box.cube(0, 10, 2), Box.cube(-100, 100, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rastrigin10", "article6", "article100", "lj7", "camel6", "wood"})
  void everyListedNameIsFound(String name) {
    assertThat(Landscapes.named(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void everyListedLandscapeIsFound(Landscape landscape) {
    Landscape found = Landscapes.named(landscape.name());
    assertThat(found.minimum()).isEqualTo(landscape.minimum());
    assertThat(found.problem().box()).isEqualTo(landscape.problem().box());
  }

  private static Stream<Landscape> catalogue() {
    return Stream.of(Landscapes.classic(), Landscapes.rotated(), Landscapes.untuned())
        .flatMap(List::stream);
  }

  @Test
  void otherDimensionsAreFound() {
    assertThat(Landscapes.named("Rastrigin30").problem().dimension()).isEqualTo(30);
    assertThat(Landscapes.named("schwefel3-rotated").problem().dimension()).isEqualTo(3);
  }

  @Test
  void unknownNamesAreAnsweredWithNearOnes() {
    assertThatThrownBy(() -> Landscapes.named("rastrgin10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name: rastrgin10")
        .hasMessageContaining("Maybe rastrigin10");
    assertThatThrownBy(() -> Landscapes.named("lj99")).hasMessage("atoms: 99 (expected: 7 to 13)");
    assertThatThrownBy(() -> Landscapes.named("lj9-rotated"))
        .hasMessage("name: lj9-rotated (expected: a landscape whose minimiser is known)");
    assertThatThrownBy(() -> Landscapes.named("shekel6")).hasMessageContaining("holes: 6");
    assertThatThrownBy(() -> Landscapes.named("ackley0")).hasMessageContaining("dimension: 0");
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
