package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.report.Rates;

class RateEstimatorTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void theRateIsThatSinceTheLastLook() {
    RateEstimator rates = new RateEstimator(2, List.of(), new Incumbent(), 500);
    long now = System.nanoTime() + SECOND;
    rates.rates(1_500, now);
    assertThat(rates.rates(1_500 + 600, now + 2 * SECOND).evaluationsPerSecond()).isEqualTo(300);
    assertThat(rates.rates(9_999, now + 2 * SECOND + 10).evaluationsPerSecond())
        .as("a look at once after another")
        .isEqualTo(300);
  }

  @Test
  void evaluationsFromBeforeDoNotCount() {
    RateEstimator rates = new RateEstimator(1, List.of(), new Incumbent(), 1_000_000);
    Rates first = rates.rates(1_000_000, System.nanoTime() + SECOND);
    assertThat(first.evaluationsPerSecond()).isZero();
  }

  @Test
  void sharesAreThoseOfTheTimeOfAllWorkers() {
    WorkerTimer one = new WorkerTimer(0, null, failure -> {});
    WorkerTimer two = new WorkerTimer(1, null, failure -> {});
    one.idled(SECOND);
    two.idled(3 * SECOND);
    RateEstimator rates = new RateEstimator(2, List.of(one, two), new Incumbent(), 0);
    Rates now = rates.rates(0, System.nanoTime() + 10 * SECOND);
    assertThat(now.idle()).isCloseTo(0.2, within(0.01));
    assertThat(now.objective()).isZero();
  }

  @Test
  void withoutTimersSharesAreUnknown() {
    Rates now =
        new RateEstimator(2, List.of(), new Incumbent(), 0).rates(0, System.nanoTime() + SECOND);
    assertThat(now.idle()).isNaN();
    assertThat(now.frontier()).isNaN();
  }
}
