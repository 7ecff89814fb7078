package org.multidescent.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.multidescent.bench.report.Charts;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.Page;
import org.multidescent.bench.report.RowFiles;
import org.multidescent.bench.statistics.Ecdf;

/** A comparison's folder: {@code index.html}, the tables in Markdown, the runs, the charts. */
final class ComparisonReport {

  private static final String EVALUATIONS = "evaluations of the objective and its gradient";

  private final Path folder;
  private final ExperimentPlan plan;
  private final Results results;
  private final double tau;

  ComparisonReport(Path folder, ExperimentPlan plan, Results results, double tau) {
    this.folder = folder;
    this.plan = plan;
    this.results = results;
    this.tau = tau;
  }

  void write(String tables) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tables.md"), tables + expectedEvaluations());
    RowFiles.write(
        folder, RunResult.COLUMNS, results.rows().stream().map(RunResult::values).toList());
    Page page = new Page("Contenders compared");
    if (!results.rows().isEmpty()) {
      overview(page);
    }
    page.text(tables);
    for (BenchmarkProblem problem : results.problems()) {
      convergence(page, problem);
    }
    page.text(expectedEvaluations());
    RowFiles.link(page);
    page.link("tables.md", "The tables, in Markdown");
    Files.writeString(folder.resolve("index.html"), page.html());
  }

  private String expectedEvaluations() {
    return "## Expected evaluations to the target, with 95 % bootstrap intervals\n\n"
        + Tables.expected(results).markdown();
  }

  private void overview(Page page) throws IOException {
    Charts.shares(
        folder.resolve("solved.png"),
        "Runs solved",
        EVALUATIONS,
        "share of problems and seeds",
        results.competitors().stream().map(this::solved).toList());
    page.picture("solved.png", "The share of runs solved over the evaluations, for each contender");
    Summary summary = Summary.of(results, plan.seeds().size());
    if (summary.problems() > 0) {
      Charts.bars(
          folder.resolve("ert.png"),
          "Expected evaluations to the target, geometric mean over "
              + summary.problems()
              + " problems, each at most 1e6",
          EVALUATIONS,
          true,
          summary.competitors().stream().map(Competitor::toString).toList(),
          Map.of("ERT", summary.competitors().stream().map(summary::expected).toList()));
      page.picture("ert.png", "The expected evaluations of each contender");
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

  private Curve solved(Competitor competitor) {
    double[] evaluations =
        results.rows().stream()
            .filter(row -> row.spec().competitor().equals(competitor))
            .mapToDouble(
                row ->
                    row.outcome().solved() ? row.outcome().evaluations() : Double.POSITIVE_INFINITY)
            .toArray();
    Ecdf solved = Ecdf.of(evaluations);
    double[] x = Curve.logarithmic(1, mostEvaluations());
    return new Curve(competitor.toString(), x, Arrays.stream(x).map(solved::share).toArray());
  }

  private double mostEvaluations() {
    return Math.max(
        10, results.rows().stream().mapToLong(row -> row.outcome().evaluations()).max().orElse(0));
  }

  private void convergence(Page page, BenchmarkProblem problem) throws IOException {
    List<Curve> curves = new ArrayList<>();
    for (ProblemSummary summary : results.summaries(problem)) {
      curves.add(Convergence.curve(summary));
    }
    String file = "convergence-" + problem.name() + ".png";
    Charts.falling(
        folder.resolve(file),
        problem.name() + ": best error, median and quartiles over the seeds",
        EVALUATIONS,
        "best value less the minimum (objective's unit)",
        curves);
    page.picture(file, "The best error over the evaluations on " + problem.name());
  }
}
