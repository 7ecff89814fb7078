package org.multidescent.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunningTimeTest {

  private static final List<Trial> HALF =
      List.of(
          new Trial(10, true), new Trial(100, false), new Trial(30, true), new Trial(100, false));

  @Test
  void failuresCountTheirEvaluations() {
    assertThat(RunningTime.expected(HALF)).isEqualTo(120);
    assertThat(RunningTime.successRate(HALF)).isEqualTo(0.5);
  }

  @Test
  void withoutSuccessItIsInfinite() {
    List<Trial> failures = List.of(new Trial(7, false));
    assertThat(RunningTime.expected(failures)).isInfinite();
    assertThat(RunningTime.successRate(failures)).isZero();
    assertThat(RunningTime.bootstrap(failures, 0.95, 10, 1).lower()).isInfinite();
  }

  @Test
  void bootstrapBracketsTheExpectation() {
    Interval interval = RunningTime.bootstrap(HALF, 0.9, 2000, 1);
    assertThat(interval.lower()).isBetween(10.0, 60.0);
    assertThat(interval.upper()).isGreaterThan(200);
    assertThat(RunningTime.bootstrap(HALF, 0.9, 2000, 1)).isEqualTo(interval);
  }

  @Test
  void bootstrapOfEqualTrialsIsAPoint() {
    List<Trial> equal = List.of(new Trial(5, true), new Trial(5, true));
    assertThat(RunningTime.bootstrap(equal, 0.95, 100, 3)).isEqualTo(new Interval(5, 5));
  }

  @Test
  void geometricMeanClips() {
    assertThat(RunningTime.geometricMean(new double[] {10, 1000}, 1e6))
        .isCloseTo(100, within(1e-9));
    assertThat(RunningTime.geometricMean(new double[] {1e2, Double.POSITIVE_INFINITY}, 1e6))
        .isCloseTo(1e4, within(1e-6));
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> RunningTime.expected(List.of()))
        .hasMessage("trials: none (expected: one or more)");
    assertThatThrownBy(() -> RunningTime.geometricMean(new double[] {0}, 1e6))
        .hasMessage("expected: 0.0 (expected: above 0)");
    assertThatThrownBy(() -> new Trial(-1, true))
        .hasMessage("evaluations: -1 (expected: 0 or more)");
  }

  @Test
  void restartsAddTheFailuresBeforeTheSuccess() {
    double[] times = SimulatedRestarts.runningTimes(HALF, new SplittableRandom(1));
    assertThat(times).hasSize(100);
    assertThat(Arrays.stream(times).map(time -> time % 100)).containsOnly(10.0, 30.0);
    assertThat(Arrays.stream(times).filter(time -> time <= 100)).hasSize(50);
  }

  @Test
  void restartsAreNotDrawnWhereAllOrNoneSucceed() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(SimulatedRestarts.runningTimes(List.of(new Trial(3, true)), random))
        .containsExactly(3);
    assertThat(SimulatedRestarts.runningTimes(List.of(new Trial(3, false)), random))
        .containsExactly(Double.POSITIVE_INFINITY);
  }
}
