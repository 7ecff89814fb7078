package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multidescent.report.Result;

/**
 * Holds the results of many small searches to digests that are in the project: what a search
 * returns may change only by a commit that changes it on purpose, says why, and writes the digests
 * anew with {@code mvn -pl core test -Dtest=GoldenTest -Dmultidescent.golden.write=true}.
 */
@Timeout(120)
class GoldenTest {

  private static final String DIGESTS = "golden-digests.txt";

  @Test
  void resultsAreThoseOnRecord() {
    List<String> lines = new ArrayList<>();
    for (GoldenSearches.Kind kind : GoldenSearches.kinds()) {
      lines.add(kind.name() + " one-worker " + digest(kind, false));
      lines.add(kind.name() + " reproducible " + digest(kind, true));
    }
    if (Boolean.getBoolean("multidescent.golden.write")) {
      write(lines);
      return;
    }
    assertThat(lines).isEqualTo(read());
  }

  private static String digest(GoldenSearches.Kind kind, boolean reproducible) {
    GoldenDigest digest = new GoldenDigest();
    for (int seed = 0; seed < kind.seeds(); seed++) {
      Search search = kind.search(seed).workers(1);
      Search run = reproducible ? search.reproducible(1 + 3 * seed % 7).workers(3) : search;
      digest.add(result(run));
    }
    return digest.toHex();
  }

  private static Result result(Search search) {
    try {
      return search.run();
    } catch (SearchFailedException failed) {
      return failed.result();
    }
  }

  private static List<String> read() {
    try (var resource = GoldenTest.class.getResourceAsStream(DIGESTS)) {
      return resource == null
          ? List.of()
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(List<String> lines) {
    try {
      Files.write(Path.of("src/test/resources/org/multidescent", DIGESTS), lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
