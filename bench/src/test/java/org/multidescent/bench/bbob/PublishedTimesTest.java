package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedTimesTest {

  @ParameterizedTest
  @CsvSource({"2, 0.642", "5, 0.542", "10, 0.502", "20, 0.472", "40, 0.419"})
  void virtualBestHasItsPublishedArea(int dimension, double area) {
    PublishedTimes times = Bbob.suite().times();
    assertThat(times.area(PublishedTimes.VIRTUAL_BEST, dimension)).isCloseTo(area, within(5e-4));
  }

  @Test
  void virtualBestSaysWhoWasQuickest() {
    PublishedTimes.Times times = Bbob.suite().times().of(PublishedTimes.VIRTUAL_BEST, 2).get(1);
    assertThat(times.evaluations()).hasSize(7).startsWith(1.8);
    assertThat(times.winners()).hasSize(7).startsWith("DIRECT posik 2009");
  }

  @Test
  void scoreFallsFromOneToZero() {
    assertThat(PublishedTimes.score(1, 2)).isEqualTo(1);
    assertThat(PublishedTimes.score(200, 2)).isCloseTo(0.5, within(1e-12));
    assertThat(PublishedTimes.score(1e6, 2)).isZero();
    assertThat(PublishedTimes.score(Double.POSITIVE_INFINITY, 2)).isZero();
  }

  @Test
  void targetsOfTablesAreAmongTheTargets() {
    for (TargetSet targets : List.of(TargetSet.UNCONSTRAINED, TargetSet.CONSTRAINED)) {
      for (int label = 0; label < 7; label++) {
        double value = Double.parseDouble(targets.labels().get(label));
        assertThat(Targets.value(targets.index(label))).isCloseTo(value, within(1e-9 * value));
        assertThat(targets.index(label)).isLessThan(targets.count());
      }
    }
  }

  @Test
  void refusesOtherColumns() {
    assertThatThrownBy(
            () -> PublishedTimes.read(new StringReader("entry,D,f,1e1\n"), TargetSet.UNCONSTRAINED))
        .hasMessage(
            "columns: entry,D,f,1e1 (expected: entry,D,f,1e1,1e0,1e-1,1e-2,1e-3,1e-5,1e-7)");
  }

  @Test
  void gapsAreRatiosToTheVirtualBest() throws IOException {
    PublishedTimes times =
        PublishedTimes.read(
            new StringReader(
                """
                entry,D,f,1e1,1e0,1e-1,1e-2,1e-3,1e-5,1e-7,winners
                virtual best,2,1,10,20,20,20,,20,,a;b;b;b;c;c;c
                """),
            TargetSet.UNCONSTRAINED);
    Suite suite =
        new Suite(
            "one",
            "2",
            Bbob.groups(),
            TargetSet.UNCONSTRAINED,
            Bbob::function,
            PublishedResults.beside(Bbob.class),
            times);
    List<BbobRow> rows = List.of(TargetDistributionTest.row(1, 1, 1000, 200, 26));
    assertThat(Gaps.of(rows, suite))
        .isEqualTo(
            """
            ## c over the virtual best, 2-D

            | f | 1e1 | 1e0 | 1e-1 | 1e-2 | 1e-3 | 1e-5 | 1e-7 | quickest |
            |---|---:|---:|---:|---:|---:|---:|---:|---|
            | f1 | 20 | 10 | 10 | 10 | 0.0 | inf | - | a (1e1), b (1e0..1e-2), c (1e-3..1e-7) |

            More than twice behind: 5 of 7 cells; more than ten times: 2.

            """);
  }
}
