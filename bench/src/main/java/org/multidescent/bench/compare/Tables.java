package org.multidescent.bench.compare;

import java.util.Locale;
import org.multidescent.bench.contender.RunOutcome;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.bench.statistics.Interval;

/** The tables of a comparison. */
final class Tables {

  private Tables() {}

  /** Returns how each contender did on one problem. */
  static MarkdownTable problem(Results results, BenchmarkProblem problem) {
    MarkdownTable grid =
        new MarkdownTable(
            1,
            "contender",
            "workers",
            "solved",
            "evaluations, median",
            "evaluations, mean",
            "ERT",
            "steps",
            "stalls",
            "optima",
            "time, ms",
            "evaluations/s");
    for (ProblemSummary summary : results.summaries(problem)) {
      grid.row(
          summary.competitor().name(),
          Integer.toString(summary.competitor().workers()),
          summary.solved() + "/" + summary.runs().size(),
          number(summary.median(RunOutcome::evaluations)),
          number(summary.mean(RunOutcome::evaluations)),
          number(summary.expectedEvaluations()),
          number(summary.median(run -> run.counts().steps())),
          number(summary.median(run -> run.counts().stalls())),
          number(summary.median(run -> run.counts().optima())),
          decimal(summary.median(RunOutcome::nanos) / 1e6),
          number(summary.evaluationsPerSecond()));
    }
    return grid;
  }

  /** Says what a problem's table is of. */
  static String title(BenchmarkProblem problem) {
    return String.format(
        Locale.ROOT,
        "%s, %d dimensions: solved at %.6g, at most %,d evaluations a run",
        problem.name(),
        problem.dimension(),
        problem.target(),
        problem.cap());
  }

  /** Returns the expected evaluations of each contender on each problem, with 95 % intervals. */
  static MarkdownTable expected(Results results) {
    MarkdownTable grid =
        new MarkdownTable(2, "problem", "contender", "workers", "solved", "ERT", "from", "to");
    for (BenchmarkProblem problem : results.problems()) {
      for (ProblemSummary summary : results.summaries(problem)) {
        Interval interval = summary.expectedEvaluationsInterval();
        grid.row(
            problem.name(),
            summary.competitor().name(),
            Integer.toString(summary.competitor().workers()),
            summary.solved() + "/" + summary.runs().size(),
            number(summary.expectedEvaluations()),
            number(interval.lower()),
            number(interval.upper()));
      }
    }
    return grid;
  }

  static String number(double value) {
    return Double.isInfinite(value) ? "-" : String.format(Locale.ROOT, "%,.0f", value);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
