package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.bench.statistics.Ecdf;

class TargetDistributionTest {

  @Test
  void randomSearchReproducesThePublishedRow() {
    Attainment measured = Attainment.of(TargetDistribution.of(RandomSearch.rows(2, 5, 10_000)));
    assertThat(measured.at100()).isCloseTo(0.175, within(0.02));
    assertThat(measured.at1000()).isCloseTo(0.262, within(0.02));
    assertThat(measured.at10000()).isCloseTo(0.357, within(0.02));
    assertThat(measured.area()).isCloseTo(0.185, within(0.01));
  }

  @Test
  void countsEvaluationsPerDimension() {
    Ecdf ecdf = TargetDistribution.of(List.of(row(1, 1, 1000, 200, 51)));
    assertThat(ecdf.share(99)).isZero();
    assertThat(ecdf.share(100)).isCloseTo(1, within(1e-12));
  }

  @Test
  void isTheShareOfRunsAndTargetsWithinTheBudget() {
    Ecdf ecdf = TargetDistribution.of(List.of(row(1, 1, 1000, 200, 51), row(1, 2, 1000, 400, 17)));
    assertThat(ecdf.share(100)).isCloseTo(0.5, within(1e-12));
    assertThat(ecdf.share(200)).isCloseTo(0.5 + 17 / 102.0, within(1e-12));
    assertThat(ecdf.share(499)).isCloseTo(0.5 + 17 / 102.0, within(1e-12));
    assertThat(ecdf.share(600)).isGreaterThan(0.7);
  }

  @Test
  void functionsCountTheSameHoweverManyRunsTheyHave() {
    Ecdf ecdf =
        TargetDistribution.of(List.of(row(1, 1, 9, 2, 51), row(2, 1, 9, 2, 0), row(2, 2, 9, 2, 0)));
    assertThat(ecdf.share(1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    List<BbobRow> rows =
        new ArrayList<>(
            List.of(row(3, 1, 500, 90, 20), row(1, 2, 400, 50, 51), row(3, 2, 500, 300, 40)));
    Attainment attainment = Attainment.of(TargetDistribution.of(rows));
    Collections.reverse(rows);
    assertThat(Attainment.of(TargetDistribution.of(rows))).isEqualTo(attainment);
  }

  /** A run in 2-D that reached its first {@code reached} targets, all at evaluation {@code hit}. */
  static BbobRow row(int function, int instance, long evaluations, long hit, int reached) {
    List<Long> hits = new ArrayList<>(Collections.nCopies(reached, hit));
    hits.addAll(Collections.nCopies(Targets.COUNT - reached, TargetTrace.NEVER));
    return new BbobRow("c", function, 2, instance, 1, evaluations, 0.5, hits);
  }
}
