package org.multidescent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.AskTell;
import org.multidescent.problem.Feasibility;
import org.multidescent.report.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "tell",
    description = {
      "Tells a search the values of the positions it asked for.",
      "As CSV, a line each: number,value or number,,what failed;",
      "or as JSON, a line each: {\"number\":1,\"value\":2.5} or {\"number\":1,\"failure\":\"what failed\"}.",
      "Constraints follow the value: number,value,c1,c2,... or \"constraints\":[c1,c2,...].",
      "NaN, in JSON also null, is an evaluation without a value. If a line is wrong, none of the",
      "file counts."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TellCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--search",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the search, as ask has made it.")
  private @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
  private AskTellFormat format = AskTellFormat.CSV;

  @Parameters(paramLabel = "FILE", description = "The values.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Path directory = Objects.requireNonNull(folder);
    if (!AskTellFolder.exists(directory)) {
      throw new ParameterException(
          commandLine(), "--search: " + folder + " (expected: a folder that ask has made)");
    }
    try (AskTellFolder kept = AskTellFolder.lock(directory);
        AskTell session = kept.open()) {
      session.isDone();
      int told = tell(session, kept.constraints().count());
      session.isDone();
      kept.save(session);
      Progress progress = session.progress();
      commandLine()
          .getErr()
          .printf(
              "%d told; %s; %d positions wait%n",
              told, describe(progress.best()), session.waiting().size());
    }
    return 0;
  }

  private int tell(AskTell session, int constraints) throws IOException {
    try {
      List<AskTellFormat.Told> values = format.read(Objects.requireNonNull(file), constraints);
      values.forEach(told -> told.to(session));
      return values.size();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), file + ", " + wrong.getMessage(), wrong);
    }
  }

  private static String describe(double best) {
    return Feasibility.isFeasible(best) || Double.isInfinite(best)
        ? "lowest " + best
        : "no feasible position yet, least violation " + Feasibility.violation(best);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
