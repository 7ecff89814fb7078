package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that is told to end in the midst of its runs writes what was finished. */
class InterruptTest {

  private static final int TERMINATED = 128 + 15;
  private static final Path FILE = Path.of("/dev/stdout");

  @Test
  void compareWritesWhatWasFinished() throws Exception {
    String line = "compare --problems branin --contenders random --cap 50 --seeds 900000";
    List<String> text = interrupted(line, "branin,2,random,1,");
    long rows = text.stream().filter(row -> row.startsWith("branin,2,random,1,")).count();
    assertThat(text)
        .anyMatch(row -> row.startsWith("## branin, 2 dimensions"))
        .anyMatch(row -> row.startsWith("| random ") && row.contains("/" + rows + " |"));
  }

  @Test
  void bbobWritesWhatWasFinished() throws Exception {
    String line = "bbob --functions 1-24 --dimensions 2-40 --instances 1-50 --budget 10";
    List<String> text = interrupted(line + " --contenders random", "random,1,2,");
    long rows = text.stream().filter(row -> row.matches("random,\\d+,2,.*")).count();
    assertThat(text)
        .contains("## 2-D")
        .anyMatch(row -> row.startsWith("| **random** | " + rows + " |"));
  }

  /** Ends the process at its first row; it cannot finish before, since nobody reads the others. */
  private static List<String> interrupted(String line, String row)
      throws IOException, InterruptedException {
    assumeTrue(Files.exists(FILE), "rows can be read while they are written");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of((line + " --csv " + FILE).split(" ")));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> text = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        if (text.stream().noneMatch(before -> before.startsWith(row)) && next.startsWith(row)) {
          process.toHandle().destroy();
        }
        text.add(next);
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).isEqualTo(TERMINATED);
    return text;
  }
}
