package org.multidescent.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.Page;
import org.multidescent.bench.report.RowFiles;
import org.multidescent.bench.statistics.Ecdf;
import org.multidescent.picture.Bars;
import org.multidescent.picture.Chart;

/** A comparison's folder: {@code index.html}, the tables in Markdown, the runs, the charts. */
final class ComparisonReport {

  private static final String EVALUATIONS = "evaluations";

  private static final String WORDS =
      """

      - *evaluations*: calls of the objective and of its gradient, differences and starts included.
      - *solved*: the run reached minimum + 1e-4 max(1, |minimum|), or what the problem's heading says.
      - *ERT*: expected running time; all evaluations of all runs, divided by the runs solved.
      - *steps*, *stalls*: of descents; a stall is a descent's end.
      - *p*: of the two-sided signed-rank test over pairs of runs on the same problem and seed: how
        likely a difference as large is by chance.
      - *data profile*: the share of runs that get all but tau of the way down within a budget.
      """;

  private final Path folder;
  private final ExperimentPlan plan;
  private final Results results;
  private final double tau;
  private final String preface;

  ComparisonReport(Path folder, ExperimentPlan plan, Results results, double tau, String preface) {
    this.preface = preface;
    this.folder = folder;
    this.plan = plan;
    this.results = results;
    this.tau = tau;
  }

  void write(String tables) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tables.md"), preface + tables + expectedEvaluations());
    RowFiles.write(
        folder, RunResult.COLUMNS, results.rows().stream().map(RunResult::values).toList());
    Page page = new Page("Contenders compared");
    page.text(Winner.markdown(results, plan.seeds().size()));
    if (!results.rows().isEmpty()) {
      page.figures(overview());
    }
    page.text(tables);
    page.figures(results.problems().stream().map(this::convergence).toList());
    page.text(expectedEvaluations());
    page.text(preface + WORDS);
    RowFiles.link(page);
    page.link("tables.md", "The tables, in Markdown");
    Files.writeString(folder.resolve("index.html"), page.html());
  }

  private String expectedEvaluations() {
    return "## Expected evaluations to the target, with 95 % bootstrap intervals\n\n"
        + Tables.expected(results).markdown()
        + "\n";
  }

  private List<String> overview() {
    List<String> figures = new ArrayList<>();
    Summary summary = Summary.of(results, plan.seeds().size());
    if (summary.problems() > 0) {
      Bars bars =
          new Bars("Expected evaluations to the target, over all problems: less is better", true);
      summary.ranked().forEach(one -> bars.add(one.toString(), summary.expected(one)));
      figures.add(
          bars.note(
                  "Geometric mean over %d problems, each at most 1e6; the axis is logarithmic."
                      .formatted(summary.problems()))
              .figure());
    }
    Chart solved =
        new Chart("Runs solved", EVALUATIONS, "share of runs").logarithmicX().heights(0, 1);
    results.competitors().stream().map(this::solved).forEach(curve -> curve.addTo(solved));
    figures.add(solved.figure());
    Profiles profiles = Profiles.of(results, tau);
    if (!profiles.isEmpty()) {
      Chart chart =
          new Chart(profiles.title(), "budget in simplex gradients", "share of runs")
              .logarithmicX()
              .heights(0, 1)
              .note("Moré and Wild 2009; a simplex gradient is d + 1 evaluations.");
      profiles.curves().forEach(curve -> curve.addTo(chart));
      figures.add(chart.figure());
    }
    return figures;
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

  private String convergence(BenchmarkProblem problem) {
    Chart chart =
        new Chart(problem.name() + ": best error", EVALUATIONS, "value above the minimum")
            .logarithmicX()
            .logarithmicY()
            .note("Median and quartiles over the seeds.");
    results.summaries(problem).forEach(summary -> Convergence.curve(summary).addTo(chart));
    return chart.figure();
  }
}
