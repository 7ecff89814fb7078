package org.multidescent.bench.bbob.noisy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.BbobFunction;
import org.multidescent.bench.bbob.BbobRow;
import org.multidescent.bench.bbob.BbobRun;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.problem.Evaluator;

class NoisyTest {

  private static Stream<NoisyFunction> functions() {
    return IntStream.rangeClosed(Noisy.FIRST, Noisy.LAST)
        .mapToObj(number -> Noisy.function(number, 5, 3));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void withoutNoiseAreTheNoiselessOnesButForPenaltyAndTwoShapes(NoisyFunction function) {
    int noiseless = Noisy.noiseless(function.number());
    BbobFunction parent = Bbob.function(noiseless, 5, 3);
    assertThat(function.fOpt()).isEqualTo(parent.fOpt());
    assertThat(function.xOpt()).isEqualTo(parent.xOpt());
    SplittableRandom random = new SplittableRandom(function.number());
    for (int k = 0; k < 20; k++) {
      double[] x = random.doubles(5, -5, 5).toArray();
      double height = function.noiseless(x) - function.fOpt();
      double expected = parent.value(x) - parent.fOpt();
      switch (noiseless) {
        case 10 -> assertThat(height).isPositive().isLessThan(expected);
        case 19 -> assertThat(height).isCloseTo(expected / 10, within(1e-10));
        default -> assertThat(height).isCloseTo(expected, within(1e-10 * expected));
      }
      double[] outside = x.clone();
      outside[0] = 7;
      outside[4] = -6;
      double beyond = function.noiseless(outside) - Bbob.excess(noiseless, 5, 3).value(outside);
      if (noiseless == 1 || noiseless == 8 || noiseless == 14) {
        assertThat(beyond).isCloseTo(function.fOpt() + 500, within(1e-6 * height + 1e-6));
      }
    }
    assertThat(function.noiseless(function.xOpt())).isCloseTo(function.fOpt(), within(1e-8));
  }

  /** Medians of value over height, or of value less height for the last of three. */
  @ParameterizedTest
  @CsvSource({
    "101, 1, 0.01",
    "102, 1.051, 0.005",
    "103, 10, 2e-8",
    "107, 1, 0.05",
    "109, 1000, 1e-6",
    "125, 1, 0.05",
    "127, 1000, 1e-6"
  })
  void noiseIsWhatItsNameSays(int number, double median, double tolerance) {
    NoisyFunction function = Noisy.function(number, 5, 1);
    double[] x = {1, 2, -3, 4, 0};
    double height = function.noiseless(x) - function.fOpt();
    SplittableRandom random = new SplittableRandom(number);
    boolean added = (number - Noisy.FIRST) % 3 == 2;
    double[] samples =
        IntStream.range(0, 20_001)
            .mapToDouble(k -> function.noisy(x, random) - function.fOpt())
            .map(disturbed -> added ? disturbed - height : disturbed / height)
            .sorted()
            .toArray();
    assertThat(samples[10_000]).isCloseTo(median, within(tolerance));
    assertThat(samples[0]).isLessThan(samples[20_000]);
  }

  @Test
  void outliersAreAsManyAsSaid() {
    assertThat(outliers(103)).isCloseTo(0.05, within(0.005));
    assertThat(outliers(106)).isCloseTo(0.05, within(0.005));
    assertThat(outliers(109)).isCloseTo(0.2, within(0.01));
  }

  private static double outliers(int number) {
    NoisyFunction function = Noisy.function(number, 2, 1);
    double[] x = {3, -3};
    double alpha = number <= 106 ? 0.01 : 1;
    SplittableRandom random = new SplittableRandom(number);
    double usual = function.noiseless(x) + 1000 * alpha + Noise.OFFSET;
    return IntStream.range(0, 20_000)
            .mapToDouble(k -> function.noisy(x, random))
            .filter(value -> Math.abs(value - usual) > 1e-6 * alpha)
            .count()
        / 20_000.0;
  }

  /** A uniform number to the power beta shrinks, one to alpha and beyond grows the value. */
  @Test
  void uniformNoiseOfSevereKindSpansMagnitudes() {
    NoisyFunction function = Noisy.function(108, 2, 1);
    double[] x = function.xOpt();
    x[0] += 0.01;
    SplittableRandom random = new SplittableRandom(2);
    double[] ratios =
        IntStream.range(0, 10_000)
            .mapToDouble(k -> (function.noisy(x, random) - function.fOpt()) / 1e-4)
            .sorted()
            .toArray();
    assertThat(ratios[100]).isLessThan(1);
    assertThat(ratios[9_900]).isBetween(1e10, Math.pow(1e13, 0.99));
  }

  @Test
  void nothingIsDisturbedAtTheOptimum() {
    NoisyFunction function = Noisy.function(110, 3, 2);
    SplittableRandom random = new SplittableRandom(5);
    assertThat(function.noisy(function.xOpt(), random)).isEqualTo(function.fOpt());
  }

  @Test
  void targetsAreAboutValuesWithoutNoise() {
    NoisyFunction function = Noisy.function(103, 2, 1);
    BbobRun run = new BbobRun(function, 4);
    Evaluator evaluator = run.problem().evaluator();
    double[] near = function.xOpt();
    near[0] += 1e-3;
    assertThat(evaluator.value(near)).isGreaterThan(function.fOpt() + 9);
    assertThat(run.trace().solved()).isFalse();
    near[0] -= 1e-3;
    evaluator.value(near);
    assertThat(run.trace().solved()).isTrue();
    BbobRow row = run.row("c", 1);
    assertThat(row.hits().get(40)).isEqualTo(1);
    assertThat(row.hits().get(41)).isEqualTo(2);
    assertThat(row.hits().get(50)).isEqualTo(2);
    assertThat(run.target()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void noiseDependsOnTheSeedAndTheEvaluation() {
    NoisyFunction function = Noisy.function(107, 2, 1);
    double[] first = values(function, 1);
    assertThat(values(function, 1)).isEqualTo(first);
    assertThat(values(function, 2)).isNotEqualTo(first);
    assertThat(Arrays.stream(first).distinct().count()).isEqualTo(10);
  }

  private static double[] values(NoisyFunction function, long seed) {
    Evaluator evaluator = new BbobRun(function, seed).problem().evaluator();
    return IntStream.range(0, 10).mapToDouble(k -> evaluator.value(new double[] {1, 1})).toArray();
  }

  @Test
  void suiteHasPublishedFigures() {
    Suite suite = Noisy.suite();
    assertThat(suite.functions()).isEqualTo(30);
    assertThat(suite.group(106).label()).isEqualTo("moderate noise");
    assertThat(suite.group(122).label()).isEqualTo("severe noise, multi-modal");
    assertThat(suite.times().area("IPOP-saACM 2012", 2)).isCloseTo(0.409, within(5e-4));
    assertThat(suite.times().area("IPOP-saACM 2012", 5)).isCloseTo(0.300, within(5e-4));
    assertThat(suite.times().area("virtual best", 2)).isCloseTo(0.520, within(5e-4));
    assertThat(suite.published().of(10))
        .anyMatch(
            row -> row.algorithm().equals("IPOP-saACM 2012") && row.attainment().area() == 0.262);
  }

  @Test
  void namesTheArgumentOutOfRange() {
    assertThatThrownBy(() -> Noisy.function(100, 2, 1))
        .hasMessage("function: 100 (expected: 101 to 130)");
    assertThatThrownBy(() -> Noisy.function(101, 1, 1))
        .hasMessage("dimension: 1 (expected: 2 or more)");
  }
}
