package org.multidescent.bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

  @Test
  void countsWinsLossesAndTies() {
    PairedComparison comparison =
        PairedComparison.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 3, 3, 5, 4});
    assertThat(comparison.better()).isEqualTo(3);
    assertThat(comparison.worse()).isEqualTo(1);
    assertThat(comparison.ties()).isEqualTo(1);
    assertThat(comparison.signP()).isCloseTo(10.0 / 16, within(1e-12));
  }

  @Test
  void sixWinsOfSixHaveProbabilityTwoIn64() {
    PairedComparison comparison =
        PairedComparison.of(new double[6], new double[] {1, 2, 3, 4, 5, 6});
    assertThat(comparison.signP()).isCloseTo(2.0 / 64, within(1e-12));
    assertThat(comparison.wilcoxonP()).isCloseTo(2.0 / 64, within(1e-12));
  }

  @Test
  void nothingFollowsFromTies() {
    PairedComparison comparison = PairedComparison.of(new double[] {1, 2}, new double[] {1, 2});
    assertThat(comparison).isEqualTo(new PairedComparison(0, 0, 2, 1, 1));
  }

  @Test
  void signedRankCountsRankSums() {
    assertThat(SignedRank.pValue(new double[] {1, -2, 3, -4, 5, 6}))
        .isCloseTo(28.0 / 64, within(1e-12));
  }

  @Test
  void sharedRanksAreCountedExactly() {
    // Ranks 1.5, 1.5, 3, the negative sum is 1.5: of 8 sign patterns 3 have a sum of at most 1.5.
    assertThat(SignedRank.pValue(new double[] {1, -1, 2, 0})).isCloseTo(6.0 / 8, within(1e-12));
  }

  @Test
  void agreesWithHipparchus() {
    double[] differences =
        IntStream.range(0, 15).mapToDouble(i -> (i % 4 == 0 ? -1 : 1) * (i + 1)).toArray();
    assertThat(SignedRank.pValue(differences))
        .isCloseTo(
            new WilcoxonSignedRankTest().wilcoxonSignedRankTest(differences, new double[15], true),
            within(1e-12));
  }

  @Test
  void manyPairsAreApproximated() {
    double[] differences =
        IntStream.range(0, 101).mapToDouble(i -> (i % 3 == 0 ? -1 : 1) * (i + 1)).toArray();
    double exactBySciPy = 0.003376791125898837;
    double approximateBySciPy = 0.0036538909737472815;
    assertThat(SignedRank.pValue(differences))
        .isCloseTo(approximateBySciPy, within(1e-12))
        .isCloseTo(exactBySciPy, within(3e-4));
  }

  @Test
  void refusesInfiniteResults() {
    assertThatThrownBy(
            () -> PairedComparison.of(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}))
        .hasMessage("second[0]: Infinity (expected: a finite number)");
    assertThatThrownBy(() -> PairedComparison.of(new double[] {1}, new double[0]))
        .hasMessageStartingWith("second: 0 results");
  }
}
