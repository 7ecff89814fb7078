package org.multidescent.bench.problems.gkls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.testproblem.TestProblem;

class GklsTest {

  @ParameterizedTest
  @EnumSource
  void globalMinimumIsWhereAndWhatItIsSaidToBe(GklsClass family) {
    SplittableRandom random = new SplittableRandom(family.number());
    for (int number = 1; number <= GklsClass.FUNCTIONS; number++) {
      GklsFunction function = family.function(number);
      TestProblem testProblem = function.testProblem();
      double[] minimiser = function.minimiser();
      assertThat(testProblem.problem().startBox().contains(minimiser)).isTrue();
      assertThat(function.value(minimiser)).isEqualTo(-1);
      assertThat(testProblem.minimum()).isEqualTo(-1);
      assertThat(function.isSolution(minimiser)).isTrue();
      double[] gradient = new double[family.dimension()];
      assertThat(function.valueAndGradient(minimiser, gradient)).isEqualTo(-1);
      assertThat(gradient).containsOnly(0);
      for (int k = 0; k < 100; k++) {
        double[] x = random.doubles(family.dimension(), -1, 1).toArray();
        assertThat(function.value(x)).isGreaterThan(-1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void minimaAreAsDescribed(GklsClass family) {
    for (int number = 1; number <= GklsClass.FUNCTIONS; number++) {
      GklsFunction function = family.function(number);
      assertThat(function.minima()).isEqualTo(10);
      double apart = GklsGenerator.distance(function.minimiser(0), function.minimiser(1));
      assertThat(apart).isCloseTo(family.distance(), within(1e-7));
      assertThat(function.radius(1)).isEqualTo(family.radius());
      for (int k = 0; k < 10; k++) {
        assertThat(function.value(function.minimiser(k))).isEqualTo(function.minimum(k));
        for (int j = 0; j < k; j++) {
          double distance = GklsGenerator.distance(function.minimiser(k), function.minimiser(j));
          assertThat(function.radius(k) + function.radius(j)).isLessThan(distance + 1e-9);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientAgreesWithDifferencesAndIsContinuous(GklsClass family) {
    SplittableRandom random = new SplittableRandom(family.number());
    GklsFunction function = family.function(42);
    double[] gradient = new double[family.dimension()];
    for (int k = 0; k < 200; k++) {
      double[] x = random.doubles(family.dimension(), -1, 1).toArray();
      if (k % 2 == 0) {
        x = onEdge(function, k % 9 + 1, x);
      }
      function.valueAndGradient(x, gradient);
      for (int i = 0; i < x.length; i++) {
        double[] y = x.clone();
        y[i] = x[i] + 1e-6;
        double above = function.value(y);
        y[i] = x[i] - 1e-6;
        double slope = (above - function.value(y)) / 2e-6;
        assertThat(gradient[i]).isCloseTo(slope, within(1e-3 * Math.max(1, Math.abs(slope))));
      }
    }
  }

  private static double[] onEdge(GklsFunction function, int k, double[] towards) {
    double[] centre = function.minimiser(k);
    double share = function.radius(k) / GklsGenerator.distance(centre, towards);
    for (int i = 0; i < centre.length; i++) {
      centre[i] += share * (towards[i] - centre[i]);
    }
    return centre;
  }

  @Test
  void knuthsNumbersAreFractionsAndDependOnTheSeed() {
    KnuthRandom random = new KnuthRandom(310_952);
    double[] first = random.next();
    double[] second = random.next();
    assertThat(first).hasSize(KnuthRandom.BATCH);
    for (int j = 0; j < 1009; j++) {
      assertThat(first[j]).isBetween(0.0, Math.nextDown(1.0));
    }
    for (int j = 100; j < 1009; j++) {
      assertThat(second[j]).isEqualTo((second[j - 100] + second[j - 37]) % 1);
    }
    assertThat(second[0]).isEqualTo((first[909] + first[972]) % 1);
    assertThat(new KnuthRandom(310_953).next()[0]).isNotEqualTo(first[0]);
  }

  @Test
  void namesTheArgumentOutOfRange() {
    assertThatThrownBy(() -> GklsClass.ONE.function(101))
        .hasMessage("function: 101 (expected: 1 to 100)");
    assertThat(GklsClass.TWO.function(7).testProblem().name()).isEqualTo("gkls2-7");
    assertThat(GklsClass.ONE.accuracy()).isCloseTo(0.01, within(1e-12));
    assertThat(Gkls.of(GklsClass.THREE)).hasSize(100);
  }
}
