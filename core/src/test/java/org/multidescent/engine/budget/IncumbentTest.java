package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Estimate;

class IncumbentTest {

  private static final double[] HERE = {1, 2};

  private final Incumbent incumbent = new Incumbent();

  @Test
  void theLowestValueCounts() {
    incumbent.offer(3, HERE, 0);
    incumbent.offer(4, HERE, 0);
    incumbent.offer(2, HERE, 0);
    assertThat(incumbent.best()).isEqualTo(2);
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(incumbent.best()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(incumbent.isEvaluated()).isFalse();
    assertThat(incumbent.sinceNanos(System.nanoTime())).isZero();
  }

  @Test
  void anEvaluationWithoutAValueHasEnded() {
    incumbent.offerNothing();
    assertThat(incumbent.isEvaluated()).isTrue();
    assertThat(incumbent.best()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void whoWatchesIsToldOfEachBestValueWithItsPosition() {
    List<String> told = new ArrayList<>();
    incumbent.watch((value, nanos, u, offset) -> told.add(value + " at " + u[offset]));
    incumbent.offer(3, HERE, 1);
    incumbent.offer(3, HERE, 0);
    incumbent.offer(1, HERE, 0);
    assertThat(told).containsExactly("3.0 at 2.0", "1.0 at 1.0");
  }

  @Test
  void aValueFromBeforeIsNotToldAgain() {
    List<Double> told = new ArrayList<>();
    incumbent.watch((value, nanos, u, offset) -> told.add(value));
    incumbent.restore(3);
    incumbent.restore(5);
    incumbent.offer(4, HERE, 0);
    assertThat(incumbent.best()).isEqualTo(3);
    assertThat(told).isEmpty();
  }

  @Test
  void timeRunsFromTheLastBestValue() {
    long before = System.nanoTime();
    incumbent.offer(3, HERE, 0);
    long since = incumbent.sinceNanos(before + 1_000_000_000_000L);
    assertThat(since).isBetween(1L, 1_000_000_000_000L);
    assertThat(incumbent.sinceNanos(before - 1)).isZero();
  }

  @Test
  void aValueOfNoiseIsForgottenThoughItWasEvaluated() {
    incumbent.offer(3, HERE, 0);
    incumbent.forget();
    assertThat(incumbent.best()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(incumbent.isEvaluated()).isTrue();
    incumbent.offer(4, HERE, 0);
    assertThat(incumbent.best()).isEqualTo(4);
  }

  @Test
  void ofANoisyObjectiveMeansCountInsteadOfValues() {
    NoiseState noise = NoiseState.none();
    Incumbent noisy = new Incumbent(noise);
    noise.found();
    noisy.offer(1, HERE, 0);
    assertThat(noisy.isEvaluated()).isTrue();
    assertThat(noisy.best()).isEqualTo(Double.POSITIVE_INFINITY);
    noisy.offer(Estimate.of(new double[] {2, 4}, 2));
    assertThat(noisy.best()).isEqualTo(3);
  }
}
