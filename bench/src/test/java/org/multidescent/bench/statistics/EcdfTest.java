package org.multidescent.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EcdfTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void shareCountsTimesUpToTheBudget() {
    Ecdf ecdf = Ecdf.of(100, NEVER, 1, 100);
    assertThat(ecdf.share(0.5)).isZero();
    assertThat(ecdf.share(1)).isEqualTo(0.25);
    assertThat(ecdf.share(99)).isEqualTo(0.25);
    assertThat(ecdf.share(100)).isEqualTo(0.75);
    assertThat(ecdf.share(1e12)).isEqualTo(0.75);
  }

  @Test
  void areaIsTheMeanShareOverTheLogarithm() {
    assertThat(Ecdf.of(100).area(0, 4)).isCloseTo(0.5, within(1e-12));
    assertThat(Ecdf.of(100, NEVER).area(0, 4)).isCloseTo(0.25, within(1e-12));
    assertThat(Ecdf.of(0.01).area(0, 4)).isCloseTo(1, within(1e-12));
    assertThat(Ecdf.of(0).area(0, 4)).isCloseTo(1, within(1e-12));
    assertThat(Ecdf.of(1e5).area(0, 4)).isZero();
    assertThat(Ecdf.of(10, 1000).area(0, 2)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void meanCountsEachSampleTheSame() {
    Ecdf ecdf = Ecdf.mean(List.of(new double[] {1}, new double[] {10, 10, NEVER, NEVER}));
    assertThat(ecdf.share(1)).isCloseTo(0.5, within(1e-12));
    assertThat(ecdf.share(10)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void dataProfileCountsSimplexGradients() {
    Ecdf profile = DataProfile.of(new double[] {30, 30, NEVER}, new int[] {2, 5, 2});
    assertThat(profile.share(4.9)).isZero();
    assertThat(profile.share(5)).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(profile.share(10)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(DataProfile.target(11, 1, 0.1)).isEqualTo(2);
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> Ecdf.of()).hasMessage("times: none (expected: one or more)");
    assertThatThrownBy(() -> Ecdf.of(Double.NaN)).hasMessage("times: NaN (expected: 0 or more)");
    assertThatThrownBy(() -> Ecdf.of(1).area(4, 4))
        .hasMessage("to: 4.0 (expected: above from = 4.0)");
    assertThatThrownBy(() -> DataProfile.of(new double[1], new int[2]))
        .hasMessageStartingWith("dimensions: 2 entries (expected: 1");
  }
}
