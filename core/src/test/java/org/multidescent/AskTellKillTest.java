package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Scanner;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.problem.Box;
import org.multidescent.report.Budget;

/**
 * A process that asks for positions and saves what it is told; the evaluations are made here, in
 * another process. It is killed in the middle, and the next one goes on.
 */
@Timeout(120)
final class AskTellKillTest {

  @TempDir private Path directory;

  @Test
  void aKilledLoopEndsAsIfNeverKilled() throws Exception {
    String whole = run(directory.resolve("whole"), Integer.MAX_VALUE);
    Path killed = directory.resolve("killed");
    assertThat(run(killed, 40)).isNull();
    assertThat(run(killed, 150)).isNull();
    assertThat(run(killed, Integer.MAX_VALUE)).isEqualTo(whole);
    assertThat(Objects.requireNonNull(whole)).startsWith("TARGET");
  }

  /** Evaluates for a process; kills it after so many values; returns what it says in the end. */
  private static @Nullable String run(Path state, int values) throws Exception {
    Process process = start(state);
    try (BufferedReader asked = process.inputReader();
        BufferedWriter told = process.outputWriter()) {
      int made = 0;
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        if (line.startsWith("end ")) {
          return line.substring(4);
        }
        if (made++ == values) {
          return null;
        }
        double[] x = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        told.write(rastrigin(x) + "\n");
        told.flush();
      }
      throw new IllegalStateException("ended early");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static double rastrigin(double[] x) {
    double sum = 0;
    for (double xi : x) {
      double y = xi - .3;
      sum += 10 + y * y - 10 * StrictMath.cos(2 * StrictMath.PI * y);
    }
    return sum;
  }

  private static Process start(Path state) throws IOException {
    String modules = System.getProperty("jdk.module.path", System.getProperty("java.class.path"));
    Path tests = KillTest.classes().resolveSibling("test-classes");
    String path = modules + File.pathSeparator + tests;
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            path,
            Loop.class.getName(),
            state.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The user's program. */
  static final class Loop {

    private Loop() {}

    public static void main(String[] arguments) throws IOException {
      Path state = Path.of(arguments[0]);
      UnaryOperator<Search> settings =
          search ->
              search
                  .seed(1)
                  .reproducible(4)
                  .budget(Budget.target(1e-6).or(Budget.evaluations(20_000)));
      try (Scanner values = new Scanner(System.in);
          AskTell session =
              Files.exists(state)
                  ? AskTell.resume(state, settings)
                  : AskTell.over(Box.cube(-5, 5, 5), settings)) {
        session.waiting().forEach(asked -> tell(session, asked, values));
        while (!session.isDone()) {
          session.save(state);
          session.ask(10).forEach(asked -> tell(session, asked, values));
        }
        System.out.println("end " + session.result().ending() + " " + session.result().best());
      }
    }

    private static void tell(AskTell session, AskTell.Asked asked, Scanner values) {
      System.out.println(
          Arrays.stream(asked.x()).mapToObj(Double::toString).collect(Collectors.joining(" ")));
      session.tell(asked.number(), Double.parseDouble(values.nextLine()));
    }
  }
}
