package org.multidescent.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalabilityFitTest {

  private static final int[] LADDER = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

  @ParameterizedTest
  @CsvSource({"0.05,0.0005", "0.2,0.002", "0.01,0", "0,0.001", "0,0"})
  void exactRatesGiveTheLawBack(double contention, double coherency) {
    ScalabilityLaw law = new ScalabilityLaw(1e6, contention, coherency);
    double[] workers = Arrays.stream(LADDER).asDoubleStream().toArray();
    double[] rates = Arrays.stream(workers).map(law::rate).toArray();
    double[] errors = new double[rates.length];
    Arrays.fill(errors, 0.01);

    ScalabilityLaw found = new ScalabilityFit(workers, rates, errors).best();

    assertThat(found.rate()).isCloseTo(1e6, within(1.0));
    assertThat(found.contention()).isCloseTo(contention, within(1e-5));
    assertThat(found.coherency()).isCloseTo(coherency, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noisyRatesGiveTheLawBackWithinBounds(long seed) {
    ScalabilityLaw law = new ScalabilityLaw(2000, 0.05, 0.0005);

    Forecast forecast = new Forecaster(LADDER, noisy(law, 10, 0.03, seed), 32).forecast(seed);

    assertThat(forecast.law().rate()).isCloseTo(2000, within(2000 * 0.03));
    assertThat(forecast.law().contention()).isCloseTo(0.05, within(0.01));
    assertThat(forecast.law().coherency()).isCloseTo(0.0005, within(0.00025));
    assertThat(law.peak()).isCloseTo(43.6, within(0.1));
    assertThat(forecast.peak().lower()).isBetween(0.6 * law.peak(), 1.3 * law.peak());
    Forecast.Rate doubled = forecast.rates().get(0);
    assertThat(doubled.workers()).isEqualTo(64);
    assertThat(doubled.rate()).isCloseTo(law.rate(64), within(0.15 * law.rate(64)));
    assertThat(doubled.interval().lower()).isLessThan(doubled.rate());
    assertThat(doubled.interval().upper()).isGreaterThan(doubled.rate());
    assertThat(forecast.trust()).contains("enough for a fit");
  }

  @Test
  void intervalsCoverTheTruthNearlyAlways() {
    ScalabilityLaw law = new ScalabilityLaw(500, 0.1, 0.001);
    int covered = 0;
    for (int seed = 0; seed < 20; seed++) {
      Forecast forecast = new Forecaster(LADDER, noisy(law, 12, 0.05, seed), 32).forecast(seed);
      if (forecast.contention().lower() <= 0.1 && forecast.contention().upper() >= 0.1) {
        covered++;
      }
    }
    assertThat(covered).isGreaterThanOrEqualTo(16);
  }

  @Test
  void twoPointsAreTooFew() {
    double[][] rounds = noisy(new ScalabilityLaw(100, 0.1, 0), new int[] {1, 2, 3, 4}, 8, 0.01, 1);

    Forecast forecast = new Forecaster(new int[] {1, 2, 3, 4}, rounds, 2).forecast(1);

    assertThat(forecast.points()).isEqualTo(2);
    assertThat(forecast.trust()).contains("Too few points", "uncertain");
    assertThat(forecast.law().coherency()).isZero();
    assertThat(forecast.coherency().upper()).isPositive();
    Forecast.Rate sixteen = forecast.rates().get(2);
    assertThat(sixteen.workers()).isEqualTo(16);
    assertThat(sixteen.interval().lower()).isLessThan(0.5 * sixteen.rate());
  }

  @Test
  void onePointSaysNothing() {
    Forecast forecast =
        new Forecaster(new int[] {1, 2}, new double[][] {{5, 5}, {5, 5}}, 1).forecast(1);

    assertThat(forecast.trust()).startsWith("One point");
    assertThat(forecast.rates()).isEmpty();
  }

  @Test
  void fewPointsAreCalledFew() {
    int[] ladder = {1, 2, 3, 4};
    double[][] rounds = noisy(new ScalabilityLaw(100, 0.1, 0.01), ladder, 8, 0.01, 1);

    assertThat(new Forecaster(ladder, rounds, 4).forecast(1).trust()).startsWith("Few points: 4");
  }

  @Test
  void peakOfTheLaw() {
    assertThat(new ScalabilityLaw(1, 0.1, 0.001).peak()).isCloseTo(30, within(1e-9));
    assertThat(new ScalabilityLaw(1, 0.1, 0).peak()).isInfinite();
    assertThat(new ScalabilityLaw(1, 1, 0).peak()).isEqualTo(1);
    assertThat(new ScalabilityLaw(1, 0, 4).peak()).isEqualTo(1);
  }

  private static double[][] noisy(ScalabilityLaw law, int rounds, double noise, long seed) {
    return noisy(law, LADDER, rounds, noise, seed);
  }

  private static double[][] noisy(
      ScalabilityLaw law, int[] ladder, int rounds, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rates = new double[rounds][ladder.length];
    for (double[] row : rates) {
      Arrays.setAll(row, i -> law.rate(ladder[i]) * Math.exp(noise * gauss(random)));
    }
    return rates;
  }

  private static double gauss(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
