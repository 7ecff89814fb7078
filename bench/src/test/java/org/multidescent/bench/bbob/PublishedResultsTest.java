package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedResultsTest {

  private static final Path FULL = Path.of("../../shared/bbob/published-ecdf.csv");
  private static final String HEADER =
      "area_0..4,year,D,algorithm,ecdf@10^2*D,ecdf@10^3*D,ecdf@10^4*D\n";

  @Test
  void bundledSelectionHasEveryAlgorithmInEveryDimension() {
    PublishedResults published = PublishedResults.beside(Bbob.class);
    List<String> names = published.of(5).stream().map(PublishedRow::algorithm).toList();
    assertThat(names).hasSize(16).contains("best 2009", "HCMA 2013", "random search 2009");
    for (int dimension : new int[] {2, 3, 10, 20}) {
      assertThat(published.of(dimension)).extracting(PublishedRow::algorithm).isEqualTo(names);
    }
    assertThat(published.of(7)).isEmpty();
  }

  @Test
  void readsColumnsByName() throws IOException {
    PublishedResults published =
        PublishedResults.read(
            new StringReader("# source\n" + HEADER + ".4,2013,5,X,.1,.2,.3\n.9,2013,5,X,0,0,0\n"));
    assertThat(published.of(5))
        .containsExactly(new PublishedRow("X 2013", 5, new Attainment(0.1, 0.2, 0.3, 0.4)));
  }

  @Test
  void emptyFiguresAreNotKnown() throws IOException {
    PublishedResults published =
        PublishedResults.read(new StringReader(HEADER + ".4,2013,5,X,,.2,.3\n"));
    assertThat(published.of(5).get(0).attainment().at100()).isNaN();
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> PublishedResults.read(new StringReader("D,algorithm\n5,X\n")))
        .hasMessage("reference: columns [D, algorithm] (expected: year among them)");
    assertThatThrownBy(
            () -> PublishedResults.read(new StringReader(HEADER + "much,2013,5,X,0,0,0")))
        .hasMessage("reference, column area_0..4: 'much' (expected: a number)");
    assertThatThrownBy(() -> PublishedResults.read(new StringReader(HEADER + "1,2013")))
        .hasMessage("reference: 2 cells in '1,2013' (expected: 7)");
  }

  @Test
  void bundledFiguresAreThoseOfTheFullTable() throws IOException {
    assumeTrue(Files.exists(FULL), "the full table of published figures is not here");
    String text =
        Files.readString(FULL)
            .replace(",label,", ",algorithm,")
            .replace("@100D", "ecdf@10^2*D")
            .replace("@1000D", "ecdf@10^3*D")
            .replace("@10000D", "ecdf@10^4*D");
    try (Reader in = new StringReader(text)) {
      PublishedResults full = PublishedResults.read(in);
      for (int dimension : new int[] {2, 3, 5, 10, 20, 40}) {
        assertThat(full.of(dimension).stream().map(PublishedRow::attainment))
            .hasSizeGreaterThan(100)
            .containsAll(
                PublishedResults.beside(Bbob.class).of(dimension).stream()
                    .map(PublishedRow::attainment)
                    .toList());
      }
    }
  }
}
