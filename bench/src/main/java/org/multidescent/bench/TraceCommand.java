package org.multidescent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.Search;
import org.multidescent.bench.problems.Suites;
import org.multidescent.picture.Landscape;
import org.multidescent.problem.Problem;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws a landscape of two coordinates, and the descents from some starts. */
@Command(
    name = TraceCommand.NAME,
    description = {
      "Draws the landscape of a problem of two coordinates, and the ways of the descents from its first"
          + " starts to where they stall.",
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true)
final class TraceCommand implements Callable<Integer> {

  static final String NAME = "trace";

  private static final int MOST_STARTS = 1000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--problem",
      paramLabel = "NAME",
      description = "A problem of two coordinates; the command problems lists all.")
  private String problem = "article6";

  @Option(names = "--starts", paramLabel = "N", description = "How many descents, at most 1,000.")
  private int starts = 12;

  @Option(names = "--seed", paramLabel = "S", description = "Of the starts.")
  private long seed = 1;

  @Option(
      names = "--article",
      description = "Descents as in the article; without it, those of the default search.")
  private boolean article;

  @Option(names = "--svg", paramLabel = "FILE", description = "Where to.")
  private Path file = Path.of("landscape.svg");

  @Override
  public Integer call() throws IOException {
    Problem drawn = problem();
    if (starts < 1 || starts > MOST_STARTS) {
      throw refused("--starts: " + starts + " (expected: 1 to 1000)");
    }
    Search search = (article ? Search.article(drawn) : Search.of(drawn)).seed(seed);
    Result result = search.workers(1).run();
    double[] best = result.best().x();
    Landscape landscape = new Landscape(drawn, best, 0, 1, List.of("x", "y"));
    int stalled = 0;
    for (int start = 0; start < starts; start++) {
      Replay replay = search.replay(new Origin.Start(start));
      stalled += replay.stall() == null ? 0 : 1;
      landscape.path(replay.path().stream().map(Result.Best::x).toList());
      landscape.optimum(replay.x(), false);
    }
    for (Optimum optimum : result.optima()) {
      landscape.optimum(optimum.x(), false);
    }
    landscape.optimum(best, true);
    Files.writeString(file, landscape.svg());
    commandLine()
        .getOut()
        .printf(
            "%s: %d descents, %d stalled; the best value is %s%n",
            file, starts, stalled, result.best().value());
    return 0;
  }

  private Problem problem() {
    try {
      Names.checkProblems("--problem", problem);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
    }
    List<TestProblem> found = Suites.resolve(problem);
    if (found.size() != 1 || found.get(0).problem().dimension() != 2) {
      throw refused("--problem: " + problem + " (expected: one problem of two coordinates)");
    }
    return found.get(0).problem();
  }

  private ParameterException refused(String message) {
    return new ParameterException(commandLine(), message);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
