package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;

/** Searches of noisy objectives report means, not luck. */
final class NoisySearchTest {

  private static final int RUNS = 200;

  @ParameterizedTest
  @CsvSource({
    "SPHERE, .01, false",
    "SPHERE, 1, false",
    "ROSENBROCK, .1, false",
    "RASTRIGIN, 1, false",
    "SPHERE, .1, true",
    "ROSENBROCK, .01, true",
    "RASTRIGIN, .3, true"
  })
  void truthLiesWithinTwoStandardErrors(
      NoisyFunctions function, double noise, boolean multiplicative) {
    int within = 0;
    for (int seed = 1; seed <= RUNS; seed++) {
      Result result =
          Search.of(function.problem(2, noise, multiplicative, seed).noisy())
              .seed(seed)
              .workers(1)
              .budget(Budget.evaluations(1000))
              .run();
      Estimate estimate = result.best().estimate();
      double error = estimate.mean() - function.truth(result.best().x());
      within += Math.abs(error) <= 2 * estimate.standardError() ? 1 : 0;
      assertThat(estimate.evaluations()).isBetween(20L, 50L);
      assertThat(result.progress().evaluations()).isEqualTo(1000);
      assertThat(result.progress().best()).isEqualTo(result.best().value());
    }
    assertThat(within).isBetween(90 * RUNS / 100, 98 * RUNS / 100);
  }

  @ParameterizedTest
  @EnumSource(NoisyFunctions.class)
  void findsNoiseByItself(NoisyFunctions function) {
    for (int workers = 1; workers <= 3; workers++) {
      Result result =
          Search.of(function.problem(3, 0.1, false, workers))
              .workers(workers)
              .budget(Budget.evaluations(4000))
              .run();
      assertThat(result.isNoisy()).isTrue();
      assertThat(result.progress().evaluations()).isLessThanOrEqualTo(4000);
      assertThat(result.best().estimate().deviation()).isBetween(0.07, 0.13);
      assertThat(result.toString()).contains("standard deviation");
    }
  }

  @Test
  void targetsAreAboutEstimates() {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= 20; seed++) {
      Result result =
          Search.of(NoisyFunctions.SPHERE.problem(3, 0.5, false, seed).noisy())
              .seed(seed)
              .workers(2)
              .budget(Budget.target(1.2).or(Budget.evaluations(100_000)))
              .run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
      values.add(NoisyFunctions.SPHERE.truth(result.best().x()));
    }
    assertThat(values.stream().filter(value -> value <= 1.2).count()).isGreaterThanOrEqualTo(19);
  }

  @Test
  void optimaHaveEstimates() {
    Result result =
        Search.of(NoisyFunctions.RASTRIGIN.problem(2, 0.1, false, 7).noisy())
            .budget(Budget.evaluations(20_000))
            .run();
    assertThat(result.optima()).isNotEmpty();
    for (Optimum optimum : result.optima()) {
      assertThat(optimum.estimate().evaluations()).isBetween(8L, 64L);
      assertThat(optimum.value())
          .isBetween(
              NoisyFunctions.RASTRIGIN.truth(optimum.x()) - 0.2,
              NoisyFunctions.RASTRIGIN.truth(optimum.x()) + 0.2);
    }
  }
}
