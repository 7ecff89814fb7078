package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Problem;

/** How accurately descents end, at what noise, and why they stall. */
class AccuracyTest {

  /** Condition 1000, minimum 0 at 0.5 in every coordinate. */
  private static double bowl(double[] x) {
    double a = x[0] - 0.5;
    double b = x[0] + x[1] - 1;
    double c = x[2] - x[1];
    return 0.1 * a * a + 100 * b * b + c * c;
  }

  /** Noise that looks random and is the same in every run: a hash of the position. */
  private static double hash(double[] x) {
    long bits = Arrays.hashCode(x) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ bits >>> 29) * 0xBF58476D1CE4E5B9L;
    return (bits >>> 11) * 0x1.0p-53 - 0.5;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-10, 1e-8, 1e-6, 1e-4})
  void noisyObjectivesAreSolvedToTheirNoise(double noise) {
    Problem noisy = Functions.cube(x -> bowl(x) + noise * hash(x), 3);
    Solo solo = new Solo(noisy, Solo.with(StepRule.standard()), 4, -3, 2);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(bowl(solo.x())).isLessThan(100 * noise);
    assertThat(solo.values).isLessThan(1000);
  }

  @Test
  void anOffsetCostsNoMoreThanItsRounding() {
    Problem high = Functions.cube(x -> 1e6 + Functions.ellipsoid(x), 3);
    Solo solo = new Solo(high, Solo.with(StepRule.standard()), 4, -3, 2);
    solo.run();
    assertThat(Functions.ellipsoid(solo.x())).isLessThan(1e-5);
  }

  @Test
  void polishingGoesOnWhereTheStandardStalled() {
    Problem problem = Functions.cube(x -> 1000 + Functions.rosenbrock(x), 2);
    Descent standard = Solo.with(StepRule.standard());
    Solo solo = new Solo(problem, standard, -1.2, 1);
    solo.run();
    double before = Functions.rosenbrock(solo.x());
    Descent polish = new Descent(standard.steps(), StallRule.polish(), standard.differences());
    solo.oracle.refine(solo.point);
    for (int k = 0; k < 100 && polish.advance(solo.point, solo.oracle) == null; k++) {
      assertThat(solo.point.decrease()).isPositive();
    }
    assertThat(Functions.rosenbrock(solo.x())).isLessThanOrEqualTo(Math.max(before, 1e-12));
  }

  @Test
  void stallRulesSayWhy() {
    Problem problem = Functions.cube(Functions::rosenbrock, 2);
    Solo flat = new Solo(problem, with(StallRule.gradient(1e-6)), -1.2, 1);
    flat.descent.begin(flat.point, flat.point.value(), 100);
    assertThat(flat.run()).isEqualTo(Stall.GRADIENT);
    Solo small = new Solo(problem, with(StallRule.step(1e-4)), -1.2, 1);
    assertThat(small.run()).isEqualTo(Stall.STEP);
    Solo level = new Solo(problem, with(StallRule.value(1e-4, 0)), -1.2, 1);
    assertThat(level.run()).isEqualTo(Stall.VALUE);
    Solo either =
        new Solo(problem, with(StallRule.step(1e-12).or(StallRule.value(1e-4, 0))), -1.2, 1);
    assertThat(either.run()).isEqualTo(Stall.VALUE);
    assertThat(either.values).isEqualTo(level.values);
  }

  private static Descent with(StallRule rule) {
    return new Descent(StepRule.bfgs(), rule, Differences.adaptive());
  }
}
