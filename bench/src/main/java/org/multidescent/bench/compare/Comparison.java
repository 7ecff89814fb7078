package org.multidescent.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A whole comparison: executes the plan, then gives its tables and its report. */
public final class Comparison {

  /** The names of the columns of the file of runs. */
  public static final List<String> COLUMNS = RunResult.COLUMNS;

  private final ExperimentPlan plan;
  private final double tau;
  private final Experiment experiment;
  private final List<RunResult> rows = new ArrayList<>();

  /**
   * Prepares a comparison.
   *
   * @param plan the runs
   * @param tau the share of the way down that may be missing in data profiles, 0 to 1
   */
  public Comparison(ExperimentPlan plan, double tau) {
    this.plan = plan;
    this.tau = tau;
    this.experiment = new Experiment(plan);
  }

  /** Ends it after the runs finished so far; from any thread. */
  public void cancel() {
    experiment.cancel();
  }

  /**
   * Executes all runs.
   *
   * @param finished takes each run's row as soon as it is known
   */
  public void run(Consumer<List<?>> finished) {
    experiment.run(
        row -> {
          rows.add(row);
          finished.accept(row.values());
        });
  }

  /**
   * Returns the tables of what was finished.
   *
   * @return who won, one table a problem, a summary if there are several, and data profiles, in
   *     Markdown
   */
  public String markdown() {
    return Winner.markdown(new Results(rows), plan.seeds().size()) + tables();
  }

  private String tables() {
    Results results = new Results(rows);
    StringBuilder text = new StringBuilder();
    for (BenchmarkProblem problem : results.problems()) {
      text.append("## ").append(Tables.title(problem)).append("\n\n");
      text.append(Tables.problem(results, problem).markdown()).append('\n');
      ArticleClaim.line(results.summaries(problem), plan.starts())
          .ifPresent(line -> text.append(line).append("\n\n"));
    }
    Summary summary = Summary.of(results, plan.seeds().size());
    if (summary.problems() > 1) {
      text.append("## All problems\n\n").append(summary.markdown()).append('\n');
      text.append(summary.explanation()).append("\n\n");
    }
    Profiles profiles = Profiles.of(results, tau);
    if (!profiles.isEmpty()) {
      text.append("## Data profiles\n\n").append(profiles.markdown()).append('\n');
      text.append(profiles.explanation()).append("\n\n");
    }
    if (results.crashes() > 0) {
      text.append("Runs ended by an error of the contender: %d.%n%n".formatted(results.crashes()));
    }
    return text.toString();
  }

  /**
   * Writes a report of what was finished.
   *
   * @param folder where to; created if need be
   * @param preface how it came about, in Markdown
   * @throws IOException if a file cannot be written
   */
  public void report(Path folder, String preface) throws IOException {
    new ComparisonReport(folder, plan, new Results(rows), tau, preface).write(tables());
  }
}
