package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Ask and tell for those who write no Java: a process a command. */
class AskTellCommandTest {

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void aLoopOfCommandsFindsTheMinimum() throws IOException {
    String begin = "ask --search " + folder + "/run --box -3,5,2 --target 1e-6 --count 40";
    for (int round = 0; round < 200 && !err.contains("ended"); round++) {
      assertThat(run(begin)).as(err).isZero();
      Path values = folder.resolve("values.csv");
      Files.writeString(values, out.lines().map(AskTellCommandTest::bowl).collect(lines()));
      if (!out.isEmpty()) {
        assertThat(run("tell --search " + folder + "/run " + values)).as(err).isZero();
      }
    }
    assertThat(err).contains("The search has ended: TARGET");
  }

  @Test
  void numbersStayFromCommandToCommand() throws IOException {
    String ask = "ask --search " + folder + "/run --box 0,1,3;5,9,1 --count 3";
    assertThat(run(ask)).isZero();
    String first = out;
    assertThat(first.lines()).hasSize(3).allMatch(line -> line.split(",").length == 5);
    assertThat(run(ask + " --again")).isZero();
    assertThat(out.lines()).containsAll(first.lines().toList());
    assertThat(run(ask)).isZero();
    assertThat(out.lines()).doesNotContainAnyElementsOf(first.lines().toList());
  }

  @Test
  void wrongValuesAreExplainedAndNoneOfTheFileCounts() throws IOException {
    String ask = "ask --search " + folder + "/run --box 0,1,3 --count 3";
    assertThat(run("ask --search " + folder + "/run")).isEqualTo(2);
    assertThat(err).contains("--box: none");
    assertThat(run(ask)).isZero();
    Path values = folder.resolve("values.csv");
    for (String wrong : List.of("1,2\n1,3\n", "1,2\n77,3\n", "1,2\nx,3\n", "1,2\n3\n")) {
      Files.writeString(values, wrong);
      assertThat(run("tell --search " + folder + "/run " + values)).isEqualTo(2);
      assertThat(err).contains("values.csv, line 2: ");
    }
    Files.writeString(values, "1,NaN\n2,,the pump broke\n3,1.5\n");
    assertThat(run("tell --search " + folder + "/run " + values)).as(err).isZero();
    assertThat(err).contains("lowest 1.5");
  }

  private static String bowl(String line) {
    double[] fields = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    double value = (fields[1] - 1) * (fields[1] - 1) + 3 * fields[2] * fields[2];
    return (long) fields[0] + "," + value;
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n");
  }

  private int run(String line) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(outText)).setErr(new PrintWriter(errText));
    int code = commandLine.execute(line.split(" "));
    out = outText.toString();
    err = errText.toString();
    return code;
  }
}
