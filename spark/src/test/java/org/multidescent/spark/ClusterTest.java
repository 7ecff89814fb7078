package org.multidescent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/** Evaluations by two executors, each a virtual machine of its own, which die. */
class ClusterTest {

  private static final Box BOX = Box.cube(-3, 2, 3);

  @TempDir private Path folder;
  private static JavaSparkContext context;

  @BeforeAll
  static void begin() {
    context = Applications.cluster();
  }

  @AfterAll
  static void end() {
    context.stop();
  }

  @Test
  void resultsAreThoseOfOneMachine() {
    assertSame(() -> Problem.of(ClusterTest::value, BOX));
  }

  @Test
  void anExecutorThatEndsItselfIsReplaced() throws IOException {
    String mark = folder.resolve("halted").toString();
    assertSame(
        () ->
            Problem.of(
                x -> {
                  double value = value(x);
                  if (value < 0 && isFirst(Path.of(mark))) {
                    Runtime.getRuntime().halt(1);
                  }
                  return value;
                },
                BOX));
    assertThat(Path.of(mark)).exists();
  }

  /** The objective that calls first gives the number of its process, and waits to be killed. */
  @Test
  void anExecutorThatIsKilledIsReplaced() throws Exception {
    String mark = folder.resolve("killed").toString();
    try (ServerSocket driver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = driver.getLocalPort();
      CompletableFuture<Boolean> killed = CompletableFuture.supplyAsync(() -> kill(driver));
      assertSame(
          () ->
              Problem.of(
                  x -> {
                    double value = value(x);
                    if (value < 0 && isFirst(Path.of(mark))) {
                      waitToBeKilled(port);
                    }
                    return value;
                  },
                  BOX));
      assertThat(killed.get()).isTrue();
    }
  }

  private static boolean kill(ServerSocket driver) {
    try (Socket executor = driver.accept();
        DataInputStream in = new DataInputStream(executor.getInputStream())) {
      return ProcessHandle.of(in.readLong()).orElseThrow().destroyForcibly();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void waitToBeKilled(int port) {
    try (Socket driver = new Socket(InetAddress.getLoopbackAddress(), port);
        DataOutputStream out = new DataOutputStream(driver.getOutputStream())) {
      out.writeLong(ProcessHandle.current().pid());
      driver.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("not killed");
  }

  private static boolean isFirst(Path mark) {
    try {
      Files.createFile(mark);
      return true;
    } catch (IOException exists) {
      return false;
    }
  }

  private static void assertSame(ProblemRecipe recipe) {
    ProblemRecipe plain = () -> Problem.of(ClusterTest::value, BOX);
    Result here = search(plain.get().inBatches()).run();
    Result there = search(SparkProblem.of(context, recipe)).run();
    assertThat(Digest.of(there)).isEqualTo(Digest.of(here));
  }

  private static Search search(Problem problem) {
    return Search.of(problem).seed(2).reproducible(4).workers(2).budget(Budget.evaluations(200));
  }

  private static double value(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi - Math.cos(9 * xi);
    }
    return sum;
  }
}
