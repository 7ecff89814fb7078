package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    assertThat(err).contains("told; lowest 1.5");
  }

  @Test
  void linesOfJsonTellTheSameAsThoseOfCsv() throws IOException {
    String ask = "ask --box -3,5,2 --evaluations 40 --count 100 --search " + folder;
    while (!err.contains("ended")) {
      assertThat(run(ask + "/csv")).as(err).isZero();
      String positions = out;
      assertThat(run(ask + "/json --format json")).as(err).isZero();
      assertThat(out.lines().map(AskTellCommandTest::withoutNames))
          .containsExactlyElementsOf(positions.lines().toList());
      if (!positions.isEmpty()) {
        tell("csv", "csv", positions.lines().map(AskTellCommandTest::bowl).collect(lines()));
        tell(
            "json", "json", positions.lines().map(AskTellCommandTest::bowlAsJson).collect(lines()));
      }
    }
    assertThat(folder.resolve("json/state.txt"))
        .hasSameTextualContentAs(folder.resolve("csv/state.txt"));
  }

  private void tell(String search, String format, String values) throws IOException {
    Path file = Files.writeString(folder.resolve("values." + format), values);
    String command = "tell --format " + format + " --search " + folder + "/" + search + " " + file;
    assertThat(run(command)).as(err).isZero();
  }

  private static String withoutNames(String object) {
    return object.replaceAll("[^-,.\\dE]", "");
  }

  private static String bowlAsJson(String line) {
    String[] told = bowl(line).split(",");
    return "{\"number\": " + told[0] + ", \"value\": " + told[1] + "}";
  }

  @Test
  void wrongJsonIsExplainedAndNoneOfTheFileCounts() throws IOException {
    assertThat(run("ask --search " + folder + "/run --box 0,1,3 --count 4")).isZero();
    Path values = folder.resolve("values.json");
    String tell = "tell --format json --search " + folder + "/run " + values;
    for (String wrong :
        List.of(
            "{'number':1,'value':2}",
            "{'number':77,'value':2}",
            "{'number':1.5,'value':2}",
            "{'value':2}",
            "{'number':2}",
            "{'number':2,'value':'2'}",
            "{'number':2,'failure':7}",
            "{'number':2,'value':",
            "7")) {
      Files.writeString(values, ("{'number':1,'value':2}\n" + wrong).replace('\'', '"'));
      assertThat(run(tell)).as(wrong).isEqualTo(2);
      assertThat(err).contains("values.json, object 2: ");
    }
    Files.writeString(
        values,
        "[{'number':1,'value':NaN},{'number':2,'failure':'the pump broke'},{'number':3,'x':[0],"
                .replace('\'', '"')
            + "'value':1.5},{'number':4,'value':null}]".replace('\'', '"'));
    assertThat(run(tell)).as(err).isZero();
    assertThat(err).contains("told; lowest 1.5");
  }

  /** Several jobs may end in the same moment. */
  @Test
  void processesThatTellAtOnceWaitForEachOther() throws Exception {
    String search = folder + "/run";
    assertThat(run("ask --search " + search + " --box 0,1,3 --count 4")).isZero();
    List<Process> processes = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      Path values = Files.writeString(folder.resolve(number + ".csv"), number + ",1\n");
      processes.add(process("tell", "--search", search, values.toString()));
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(run("ask --again --search " + search)).isZero();
    assertThat(out).isEmpty();
    assertThat(err).contains("No position waits.");
  }

  private static Process process(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start();
  }

  @Test
  void constraintsFollowTheValue() throws IOException {
    String ask =
        "ask --box -3,5,2 --inequalities 1 --equalities 1 --tolerance 1e-6 --target -1.8284"
            + " --count 100 --lanes 2 --search "
            + folder;
    while (!err.contains("ended")) {
      assertThat(run(ask + "/csv")).as(err).isZero();
      String positions = out;
      assertThat(run(ask + "/json")).as(err).isZero();
      if (!positions.isEmpty()) {
        tell("csv", "csv", positions.lines().map(AskTellCommandTest::constrained).collect(lines()));
        tell(
            "json",
            "json",
            positions.lines().map(AskTellCommandTest::constrainedAsJson).collect(lines()));
      }
    }
    assertThat(err).containsPattern("The search has ended: TARGET, -1\\.82842[0-9]* at \\[");
    assertThat(folder.resolve("json/state.txt"))
        .hasSameTextualContentAs(folder.resolve("csv/state.txt"));
  }

  /** The least x0 + 2 x1 where x0 is at least 1 and both are on a circle of radius sqrt(3). */
  private static String constrained(String line) {
    double[] x = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    double circle = x[1] * x[1] + x[2] * x[2] - 3;
    return "%s,%s,%s,%s".formatted((long) x[0], x[1] + 2 * x[2], 1 - x[1], circle);
  }

  private static String constrainedAsJson(String line) {
    String[] told = constrained(line).split(",");
    return "{\"number\":%s,\"value\":%s,\"constraints\":[%s,%s]}".formatted((Object[]) told);
  }

  @Test
  void constraintsThatAreMissingAreExplained() throws IOException {
    String search = " --search " + folder + "/run ";
    assertThat(run("ask --box 0,1,3 --inequalities 2 --count 4" + search)).isZero();
    assertThat(run("ask --box 0,1,3 --equalities -1 --search " + folder + "/other")).isEqualTo(2);
    assertThat(err).contains("equalities: -1 (expected: 0 or more)");
    Path values = folder.resolve("values");
    for (String wrong : List.of("2,1", "2,1,0", "2,1,0,0,0", "2,1,0,x", "2,1,what failed")) {
      Files.writeString(values, "1,1,0,0\n" + wrong);
      assertThat(run("tell" + search + values)).as(wrong).isEqualTo(2);
      assertThat(err).contains("values, line 2: ");
    }
    for (String wrong : List.of("", ",'constraints':[1]", ",'constraints':[1,'2']")) {
      Files.writeString(values, ("{'number':2,'value':1" + wrong + "}").replace('\'', '"'));
      assertThat(run("tell --format json" + search + values)).as(wrong).isEqualTo(2);
      assertThat(err).contains("values, object 1: constraint");
    }
    Files.writeString(values, "1,5,0.5,-1\n2,,the mesh broke\n3,NaN,NaN,0\n");
    assertThat(run("tell" + search + values)).as(err).isZero();
    assertThat(err).contains("3 told; no feasible position yet, least violation 0.5; 1 positions");
    Files.writeString(values, "4,2.5,0,-1\n");
    assertThat(run("tell" + search + values)).as(err).isZero();
    assertThat(err).contains("lowest 2.5");
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
