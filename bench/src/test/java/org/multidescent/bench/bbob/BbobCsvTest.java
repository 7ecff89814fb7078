package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BbobCsvTest {

  @Test
  void columnsAreTheDocumentedOnes() {
    assertThat(BbobCsv.columns())
        .startsWith(
            "contender", "f", "D", "instance", "workers", "evaluations", "best_df", "h0", "h1")
        .endsWith("h49", "h50");
    List<Object> values =
        List.copyOf(BbobCsv.values(TargetDistributionTest.row(7, 3, 1000, 42, 2)));
    assertThat(values)
        .startsWith("c", 7, 2, 3, 1, 1000L, 0.5, 42L, 42L, -1L, -1L)
        .hasSameSizeAs(BbobCsv.columns());
  }

  @Test
  void refusesNamesThatBreakTheLine() {
    assertThatThrownBy(() -> new BbobRow("a,b", 1, 2, 1, 1, 0, 0, Collections.nCopies(51, -1L)))
        .hasMessage("contender: 'a,b' (expected: a name without commas, quotes, line breaks)");
    assertThatThrownBy(() -> new BbobRow("a", 1, 2, 1, 1, 0, 0, List.of()))
        .hasMessage("hits: 0 numbers (expected: 51, one a target)");
  }
}
