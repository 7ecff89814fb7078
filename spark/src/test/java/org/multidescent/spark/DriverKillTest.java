package org.multidescent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.Search;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/** A driver, a process of its own with two executors, that is killed in the middle of a search. */
@Timeout(300)
class DriverKillTest {

  private static final Box BOX = Box.cube(-3, 2, 3);
  private static final int EVALUATIONS = 400;

  /** So many does each of the killed driver's executors make; the next one never returns. */
  private static final int BEFORE = 100;

  private static final AtomicInteger MADE = new AtomicInteger();

  @TempDir private Path folder;

  @Test
  void theSearchGoesOnInAnotherDriverAndItsExecutorsEnd() throws Exception {
    Path file = folder.resolve("checkpoint");
    List<ProcessHandle> executors = new ArrayList<>();
    Process driver = driver(file);
    try (InputStream output = driver.getInputStream()) {
      assertThat(output.read()).as("the search has begun").isNotEqualTo(-1);
      while (evaluations(file) < BEFORE / 2) {
        assertThat(output.read()).as("the search goes on").isNotEqualTo(-1);
      }
      driver.descendants().forEach(executors::add);
    } finally {
      driver.destroyForcibly().waitFor();
    }
    assertThat(executors).hasSizeGreaterThanOrEqualTo(2);
    for (ProcessHandle executor : executors) {
      executor.onExit().get();
    }
    long before = evaluations(file);
    Result resumed;
    try (JavaSparkContext context = Applications.local()) {
      Problem problem = SparkProblem.of(context, DriverKillTest::problem);
      resumed = Search.resume(file, problem).withoutCheckpoints().workers(2).run();
    }
    Result whole = search(problem().inBatches()).run();
    assertThat(Digest.of(resumed)).isEqualTo(Digest.of(whole));
    assertThat(resumed.progress().evaluations()).isEqualTo(EVALUATIONS);
    assertThat(before).isLessThan(EVALUATIONS);
  }

  private static long evaluations(Path file) throws IOException {
    return Snapshot.decode(CheckpointFile.read(file)).counts().valueEvaluations();
  }

  private static Search search(Problem problem) {
    return Search.of(problem)
        .seed(5)
        .reproducible(4)
        .workers(2)
        .budget(Budget.evaluations(EVALUATIONS));
  }

  private static Problem problem() {
    return Problem.of(DriverKillTest::value, BOX);
  }

  private static double value(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi - Math.cos(9 * xi);
    }
    return sum;
  }

  private static Process driver(Path file) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Driver.class.getName(), file.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What is killed: its objective stops to answer, so that the search cannot end before. */
  static final class Driver {

    private Driver() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      JavaSparkContext context = Applications.cluster();
      ProblemRecipe recipe =
          () ->
              Problem.of(
                  x -> {
                    if (MADE.incrementAndGet() > BEFORE) {
                      waitToBeKilled();
                    }
                    return value(x);
                  },
                  BOX);
      search(SparkProblem.of(context, recipe))
          .checkpoint(file, Duration.ofMillis(1))
          .onProgress(Duration.ofMillis(1), Driver::tell)
          .run();
    }

    private static void waitToBeKilled() {
      while (true) {
        LockSupport.park();
      }
    }

    private static void tell(Object progress) {
      System.out.write('.');
      if (System.out.checkError()) {
        Runtime.getRuntime().halt(1);
      }
    }
  }
}
