package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TurnSamplerTest {

  @Test
  void weightsAddUpToTheCalls() {
    TurnSampler sampler = new TurnSampler(1);
    long calls = 2_000_000;
    long weights = 0;
    for (long i = 0; i < calls; i++) {
      if (sampler.isDue()) {
        weights += sampler.weight();
        sampler.choose(50);
      }
    }

    assertThat((double) weights / calls).isCloseTo(1, within(0.01));
  }

  @Test
  void cheapCallsAreMeasuredRarelyAndExpensiveOnesAlways() {
    assertThat(samples(30, 1_000_000)).isBetween(500, 2000);
    assertThat(samples(1_000_000, 1000)).isEqualTo(1000);
  }

  @Test
  void gapFollowsTheDurationBothWays() {
    TurnSampler sampler = new TurnSampler(7);
    count(sampler, 20, 1_000_000);
    count(sampler, 10_000_000, 100_000);

    assertThat(count(sampler, 10_000_000, 100)).isEqualTo(100);

    count(sampler, 20, 1_000);
    assertThat(count(sampler, 20, 1_000_000)).isLessThan(3000);
  }

  private static int samples(long nanos, int calls) {
    return count(new TurnSampler(3), nanos, calls);
  }

  private static int count(TurnSampler sampler, long nanos, int calls) {
    int samples = 0;
    for (int i = 0; i < calls; i++) {
      if (sampler.isDue()) {
        samples++;
        sampler.choose(nanos);
      }
    }
    return samples;
  }
}
