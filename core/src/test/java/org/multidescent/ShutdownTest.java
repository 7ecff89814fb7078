package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/** A process that is told to stop ends its search in order and prints the result. */
@Timeout(60)
class ShutdownTest {

  private static final Path STATUS = Path.of("/proc/self/status");

  @ParameterizedTest
  @CsvSource({"TERM, false", "INT, false", "TERM, true", "INT, true"})
  void theResultIsPrintedBeforeTheProcessEnds(String signal, boolean exits) throws Exception {
    assumeTrue(Files.isReadable(STATUS), "signals are sent by a command of Unix");
    assumeTrue(signal.equals("TERM") || !areInterruptsIgnored(), "interrupts are ignored here");
    Process process = start(exits);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("searching");
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      List<String> said = output.lines().toList();
      assertThat(said).anyMatch(line -> line.matches("ended by +cancelled"));
      assertThat(said.get(said.size() - 1)).isEqualTo("printed");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean areInterruptsIgnored() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static Process start(boolean exits) throws IOException {
    String runtime = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String modules = System.getProperty("jdk.module.path", "");
    String path = System.getProperty("java.class.path");
    Path tests = KillTest.classes().resolveSibling("test-classes");
    List<String> command =
        List.of(
            runtime,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            String.join(File.pathSeparator, modules, path, tests.toString()),
            Stopped.class.getName(),
            Boolean.toString(exits));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What is stopped: searches for ever. */
  static final class Stopped {

    private Stopped() {}

    public static void main(String[] args) {
      Problem problem = Problem.of(x -> Math.cos(9 * x[0]) + x[0] * x[0], Box.cube(-3, 2, 1));
      Running running =
          Search.of(problem).workers(2).budget(Budget.unlimited()).start().cancelOnShutdown();
      System.out.println("searching");
      Result result = running.await();
      System.out.println(result);
      System.out.println("printed");
      if (Boolean.parseBoolean(args[0])) {
        System.exit(0);
      }
    }
  }
}
