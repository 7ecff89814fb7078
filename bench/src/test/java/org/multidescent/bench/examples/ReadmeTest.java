package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows the sample as it is compiled. */
class ReadmeTest {

  @Test
  void showsTheSample() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String source =
        Files.readString(
            Path.of("src/main/java/org/multidescent/bench/examples", "Embedding.java"));
    assertThat(readme).contains(source.substring(source.indexOf("import java.time")).strip());
  }
}
