package org.multidescent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.AskTell;
import org.multidescent.problem.Constraints;
import org.multidescent.report.Result;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "ask",
    description = {
      "Writes positions that a search wants evaluated.",
      "As CSV, a line each: number,x1,x2,...",
      "or as JSON: {\"number\":1,\"x\":[x1,x2,...]}.",
      "Evaluate them as you like and give the values to the command tell."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true)
final class AskCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--search",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the search; begun there if there is none yet.")
  private @Nullable Path folder;

  @Option(
      names = "--box",
      paramLabel = "LOWER,UPPER,DIMENSION[;...]",
      description = "Where to search; needed at first, then kept in the folder as all below.")
  private @Nullable String box;

  @Option(
      names = "--inequalities",
      paramLabel = "N",
      description = "How many constraints that must be 0 or below are told with each value.")
  private int inequalities;

  @Option(
      names = "--equalities",
      paramLabel = "N",
      description = "How many that must be 0 are told after those.")
  private int equalities;

  @Option(
      names = "--tolerance",
      paramLabel = "N",
      description = "Within how much of 0 a constraint counts as satisfied.")
  private double tolerance = Constraints.STANDARD_TOLERANCE;

  @Option(names = "--seed", paramLabel = "N", description = "Another one, another search.")
  private long seed;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      description = "How many descents are under way at once; more can use more values at once.")
  private int lanes = 8;

  @Option(names = "--evaluations", paramLabel = "N", description = "The budget.")
  private long evaluations = 10_000;

  @Option(names = "--target", paramLabel = "VALUE", description = "A value that is low enough.")
  private double target = Double.NEGATIVE_INFINITY;

  @Option(names = "--count", paramLabel = "N", description = "How many positions at most.")
  private int count = 8;

  @Option(
      names = "--again",
      description = "Writes those asked for before and not told, instead of new ones.")
  private boolean again;

  @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
  private AskTellFormat format = AskTellFormat.CSV;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to, if not to the terminal.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Path directory = Objects.requireNonNull(folder);
    if (!AskTellFolder.exists(directory) && box == null) {
      throw new ParameterException(
          commandLine(), "--box: none (expected: LOWER,UPPER,DIMENSION for a search that begins)");
    }
    try (AskTellFolder kept = AskTellFolder.lock(directory)) {
      if (!AskTellFolder.exists(directory)) {
        begin(kept);
      }
      try (AskTell session = kept.open()) {
        write(kept, session);
      }
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
    }
    return 0;
  }

  private void begin(AskTellFolder kept) throws IOException {
    Numbers.positive("--evaluations", evaluations);
    Constraints constraints = Constraints.told(inequalities, equalities).tolerance(tolerance);
    kept.create(Objects.requireNonNull(box), constraints, seed, lanes, evaluations, target);
  }

  private void write(AskTellFolder kept, AskTell session) throws IOException {
    if (session.isDone()) {
      Result result = session.result();
      commandLine()
          .getErr()
          .println("The search has ended: " + result.ending() + ", " + result.best());
      return;
    }
    List<AskTell.Asked> asked =
        again ? session.waiting() : session.ask(Numbers.positive("--count", count));
    kept.save(session);
    StringBuilder text = new StringBuilder();
    for (AskTell.Asked one : asked) {
      text.append(format.line(one)).append('\n');
    }
    if (file == null) {
      commandLine().getOut().print(text);
      commandLine().getOut().flush();
    } else {
      Files.writeString(file, text);
    }
    if (asked.isEmpty()) {
      String none =
          again ? "No position waits." : "Nothing more until values are told; see --again.";
      commandLine().getErr().println(none);
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
