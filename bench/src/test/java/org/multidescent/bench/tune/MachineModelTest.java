package org.multidescent.bench.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.testproblem.TestProblems;

class MachineModelTest {

  private static final PartCosts FREE = new PartCosts(0, 0, 0, 0);
  private static final PartCosts USUAL = new PartCosts(2, 60, 100, 80);
  private static final Traffic STEPS = new Traffic(4, 0.2, 0.02, 1);
  private static final Traffic DESCENTS = new Traffic(4, 0, 1, 50);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutContentionRatesAreLinear(boolean relaxed) {
    double one = rate(100, STEPS, FREE, 1, relaxed);

    assertThat(one).isCloseTo(4e9 / 100, within(4e7 * 0.03));
    for (int workers : new int[] {2, 8, 64}) {
      assertThat(rate(100, STEPS, FREE, workers, relaxed) / one)
          .isCloseTo(workers, within(0.04 * workers));
    }
  }

  @Test
  void oneLockBoundsTheRate() {
    double bound = 4e9 / (0.2 * (60 - 2 + 3 * 80));

    double many = rate(100, STEPS, USUAL, 64, false);

    assertThat(many).isLessThan(1.05 * bound).isGreaterThan(0.5 * bound);
    assertThat(rate(100, STEPS, USUAL, 64, true)).isGreaterThan(3 * many);
  }

  @Test
  void dearCallsAndWholeDescentsHardlyWait() {
    assertThat(rate(4e6, STEPS, USUAL, 64, false) / rate(4e6, STEPS, USUAL, 1, false))
        .isCloseTo(64, within(3.0));
    assertThat(rate(1e4, DESCENTS, USUAL, 16, false) / rate(1e4, DESCENTS, USUAL, 1, false))
        .isCloseTo(16, within(1.0));
  }

  @Test
  void oneWorkerPaysForEachPartOnce() {
    double slice = 100 + 0.78 * 2 + 0.2 * 60 + 0.02 * 100;

    assertThat(rate(100, STEPS, USUAL, 1, false))
        .isCloseTo(4e9 / slice, within(4e9 / slice * 0.03));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void replicaCountsTheSameTwice(boolean relaxed) {
    Traffic first = traffic(4, 1, relaxed);

    assertThat(first).isEqualTo(traffic(4, 1, relaxed));
    assertThat(first.callsPerStep()).isBetween(3.0, 6.0);
    assertThat(first.exchanges()).isBetween(0.0, 1.0);
    assertThat(first.stepsPerSlice()).isEqualTo(1);
    assertThat(traffic(4, Integer.MAX_VALUE, relaxed).stalls()).isEqualTo(1);
  }

  private static Traffic traffic(int workers, int slice, boolean relaxed) {
    return new Replica(
            TestProblems.named("article6").problem().withoutGradient(), workers, slice, relaxed)
        .open()
        .play(2_000);
  }

  private static double rate(
      double step, Traffic traffic, PartCosts parts, int workers, boolean relaxed) {
    return new MachineModel(step, traffic, parts, workers, relaxed).rate();
  }
}
