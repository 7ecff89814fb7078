package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BbobCsvTest {

  @Test
  void columnsAreTheDocumentedOnes() {
    assertThat(BbobCsv.header())
        .startsWith("contender,f,D,instance,workers,evaluations,best_df,h0,h1,")
        .endsWith(",h49,h50");
    assertThat(BbobCsv.line(TargetDistributionTest.row(7, 3, 1000, 42, 2)))
        .startsWith("c,7,2,3,1,1000,0.5,42,42,-1,-1,");
  }

  @Test
  void readsWhatItWrites() throws IOException {
    List<BbobRow> rows =
        List.of(
            TargetDistributionTest.row(7, 3, 1000, 42, 2),
            TargetDistributionTest.row(24, 1, 1L << 40, 1L << 39, 51));
    StringBuilder text = new StringBuilder();
    BbobCsv.write(rows, text);
    assertThat(BbobCsv.read(new StringReader(text.toString()))).isEqualTo(rows);
  }

  @Test
  void readsRunsWithoutAnyNumber() throws IOException {
    BbobRow row =
        new BbobRow("x y", 1, 2, 1, 1, 0, Double.POSITIVE_INFINITY, Collections.nCopies(51, -1L));
    StringBuilder text = new StringBuilder();
    BbobCsv.write(List.of(row), text);
    assertThat(BbobCsv.read(new StringReader(text.toString()))).containsExactly(row);
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(() -> BbobCsv.read(new StringReader("a,b\n")))
        .hasMessageStartingWith("line 1: a,b (expected: contender,f,D,");
    assertThatThrownBy(() -> BbobCsv.read(new StringReader(BbobCsv.header() + "\nc,1\n")))
        .hasMessage("line 2: 2 cells (expected: 58)");
    String line = BbobCsv.line(TargetDistributionTest.row(7, 3, 1000, 42, 2));
    String broken = BbobCsv.header() + "\n" + line + "\n" + line.replace("1000", "many") + "\n";
    assertThatThrownBy(() -> BbobCsv.read(new StringReader(broken)))
        .hasMessageStartingWith("line 3: ")
        .hasMessageContaining("many");
  }

  @Test
  void refusesNamesThatBreakTheLine() {
    assertThatThrownBy(() -> new BbobRow("a,b", 1, 2, 1, 1, 0, 0, Collections.nCopies(51, -1L)))
        .hasMessage("contender: 'a,b' (expected: a name without commas, quotes, line breaks)");
    assertThatThrownBy(() -> new BbobRow("a", 1, 2, 1, 1, 0, 0, List.of()))
        .hasMessage("hits: 0 numbers (expected: 51, one a target)");
  }
}
