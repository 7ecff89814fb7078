package org.multidescent.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.bbob.Ranges;
import org.multidescent.bench.tune.ThreadTuner;
import org.multidescent.bench.tune.Tuning;
import org.multidescent.bench.tune.TuningProblems;
import org.multidescent.bench.tune.TuningStopped;
import org.multidescent.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads an objective is worth on this machine. */
@Command(
    name = TuneCommand.NAME,
    description = {
      "Measures an objective on this machine and recommends a number of threads.",
      "Leave the machine alone meanwhile."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true)
final class TuneCommand implements Callable<Integer> {

  static final String NAME = "tune";

  private static final int MOST_WORKERS = 4096;

  /** What a shell says of a command that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--problem",
      paramLabel = "NAME",
      description = {
        "A problem of the benchmarks, or one of these, Rastrigin's function with expensive evaluations:",
        "busy-1us, busy-50us, busy-1ms, busy-5ms, busy-5ms-heavy (heavy-tailed), serial (one evaluation"
            + " at a time), unsafe (not thread-safe)."
      })
  private String problem = "rastrigin20";

  @Option(
      names = "--problem-class",
      paramLabel = "CLASS",
      description = {
        "Your own: a public class with a public constructor without parameters,"
            + " a Supplier<Problem> (asked once) or an Objective (one instance for all threads; needs"
            + " --box)."
      })
  private @Nullable String problemClass;

  @Mixin private OwnClasses own = new OwnClasses();

  @Option(
      names = "--workers",
      paramLabel = "N,...",
      description =
          "Numbers of threads, beside 1 (default: up to the processors available, and a little"
              + " beyond).")
  private @Nullable String workers;

  @Option(
      names = "--slice",
      paramLabel = "STEPS",
      description = "Steps between looks at the frontier (default: whole descents).")
  private @Nullable Integer slice;

  @Option(names = "--seconds", paramLabel = "S", description = "How long to measure, about.")
  private int seconds = 30;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Writes the report in Markdown, and as a page with a chart: index.html.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    ThreadTuner tuner = tuner();
    Outputs.create(commandLine(), report);
    try (Interrupt interrupt = Interrupt.calls(() -> {})) {
      String preface = Preface.of(commandLine(), "each round's is its number");
      try {
        Tuning tuning = tuner.stopWhen(interrupt::isRequested).tune();
        print(tuning.markdown() + preface);
        if (report != null) {
          tuning.write(report, preface);
        }
        return 0;
      } catch (TuningStopped early) {
        print(early.markdown() + preface);
        if (report != null) {
          early.write(report, preface);
        }
        return INTERRUPTED;
      }
    }
  }

  private void print(String text) {
    PrintWriter out = commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private ThreadTuner tuner() {
    try {
      ThreadTuner tuner =
          ThreadTuner.of(problem())
              .named(problemClass == null ? problem : problemClass)
              .duration(Duration.ofSeconds(Numbers.positive("--seconds", seconds)))
              .onProgress(this::tell);
      if (workers != null) {
        tuner = tuner.workers(Ranges.parse("--workers", workers, 1, MOST_WORKERS));
      }
      return slice == null ? tuner : tuner.slice(Numbers.positive("--slice", slice));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
    }
  }

  private Problem problem() {
    own.check();
    if (problemClass != null) {
      return own.problem(problemClass);
    }
    Names.checkTuningProblem("--problem", problem);
    return TuningProblems.named(problem);
  }

  private void tell(String line) {
    if (Terminal.isInteractive()) {
      commandLine().getErr().println(line);
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
