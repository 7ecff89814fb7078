package org.multidescent.bench.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.ConsoleProgress;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/** A search that runs over night: with checkpoints, resumed if there is one, ended by Ctrl-C. */
public final class Overnight {

  private static final int DIMENSION = 12;

  private Overnight() {}

  /**
   * Searches until a total of evaluations is used, over as many nights as it takes.
   *
   * @param args the checkpoint's file, and the total
   */
  public static void main(String[] args) {
    Path file = Path.of(args[0]);
    Budget total = Budget.evaluations(Long.parseLong(args[1]));
    Search search =
        Files.exists(file)
            ? Search.resume(file, problem())
            : Search.of(problem())
                .failures(FailurePolicy.tolerate(1_000))
                .checkpoint(file, Duration.ofMinutes(1));
    Result result =
        search
            .budget(total) // counts what was used before, too; or more(...) from now on
            .onProgress(Duration.ofSeconds(1), ConsoleProgress.of(total))
            .start()
            .cancelOnShutdown()
            .await();
    System.out.println(result);
  }

  /** Schwefel's function, whose lowest minimum lies far from the second lowest. */
  static Problem problem() {
    return Problem.of(
        x -> {
          double sum = 418.9828872724339 * x.length;
          for (double v : x) {
            sum -= v * Math.sin(Math.sqrt(Math.abs(v)));
          }
          return sum;
        },
        Box.cube(-500, 500, DIMENSION));
  }
}
