package org.multidescent.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.multidescent.bench.report.Charts;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.Page;
import org.multidescent.bench.statistics.Ecdf;

/** A comparison's folder: {@code index.html}, the tables in Markdown, the runs, the charts. */
final class ComparisonReport {

  private static final String CALLS = "calls of the objective and its gradient";

  private final Path folder;
  private final Plan plan;
  private final Results results;
  private final double tau;

  ComparisonReport(Path folder, Plan plan, Results results, double tau) {
    this.folder = folder;
    this.plan = plan;
    this.results = results;
    this.tau = tau;
  }

  void write(String tables) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tables.md"), tables + expectedCalls());
    Files.writeString(
        folder.resolve("runs.csv"),
        results.rows().stream()
            .map(Row::csv)
            .collect(Collectors.joining("\n", Row.HEADER + "\n", "\n")));
    Page page = new Page("Contenders compared");
    if (!results.rows().isEmpty()) {
      overview(page);
    }
    page.text(tables);
    for (Case problem : results.cases()) {
      convergence(page, problem);
    }
    page.text(expectedCalls());
    page.link("runs.csv", "All runs, as comma-separated values");
    page.link("tables.md", "The tables, in Markdown");
    Files.writeString(folder.resolve("index.html"), page.html());
  }

  private String expectedCalls() {
    return "## Expected calls to the target, with 95 % bootstrap intervals\n\n"
        + Tables.expected(results).markdown();
  }

  private void overview(Page page) throws IOException {
    Charts.shares(
        folder.resolve("solved.png"),
        "Runs solved",
        CALLS,
        "share of problems and seeds",
        results.entrants().stream().map(this::solved).toList());
    page.picture("solved.png", "The share of runs solved over the calls, for each contender");
    Summary summary = Summary.of(results, plan.seeds().size());
    if (summary.problems() > 0) {
      Charts.bars(
          folder.resolve("ert.png"),
          "Expected calls to the target, geometric mean over "
              + summary.problems()
              + " problems, each at most 1e6",
          CALLS,
          true,
          summary.entrants().stream().map(Entrant::toString).toList(),
          Map.of("ERT", summary.entrants().stream().map(summary::expected).toList()));
      page.picture("ert.png", "The expected calls of each contender");
    }
    Profiles profiles = Profiles.of(results, tau);
    if (!profiles.isEmpty()) {
      Charts.shares(
          folder.resolve("profiles.png"),
          profiles.title(),
          "budget in simplex gradients (d + 1 calls each)",
          "share of problems and seeds",
          profiles.curves());
      page.picture("profiles.png", profiles.title() + " (Moré and Wild 2009)");
    }
  }

  private Curve solved(Entrant entrant) {
    double[] calls =
        results.rows().stream()
            .filter(row -> row.fixture().entrant().equals(entrant))
            .mapToDouble(
                row -> row.outcome().solved() ? row.outcome().calls() : Double.POSITIVE_INFINITY)
            .toArray();
    Ecdf solved = Ecdf.of(calls);
    double[] x = Curve.logarithmic(1, mostCalls());
    return new Curve(entrant.toString(), x, Arrays.stream(x).map(solved::share).toArray());
  }

  private double mostCalls() {
    return Math.max(
        10, results.rows().stream().mapToLong(row -> row.outcome().calls()).max().orElse(0));
  }

  private void convergence(Page page, Case problem) throws IOException {
    List<Curve> curves = new ArrayList<>();
    for (Standing standing : results.standings(problem)) {
      curves.add(Convergence.curve(standing));
    }
    String file = "convergence-" + problem.name() + ".png";
    Charts.falling(
        folder.resolve(file),
        problem.name() + ": best error, median and quartiles over the seeds",
        CALLS,
        "best value less the minimum (objective's unit)",
        curves);
    page.picture(file, "The best error over the calls on " + problem.name());
  }
}
