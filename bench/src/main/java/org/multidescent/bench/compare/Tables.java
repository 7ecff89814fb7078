package org.multidescent.bench.compare;

import java.util.Locale;
import org.multidescent.bench.contender.RunRecord;
import org.multidescent.bench.report.Grid;
import org.multidescent.bench.statistics.Interval;

/** The tables of a comparison. */
final class Tables {

  private Tables() {}

  /** Returns how each contender did on one problem. */
  static Grid problem(Results results, Case problem) {
    Grid grid =
        new Grid(
            1,
            "contender",
            "workers",
            "solved",
            "calls, median",
            "calls, mean",
            "ERT",
            "steps",
            "stalls",
            "optima",
            "time, ms",
            "calls/s");
    for (Standing standing : results.standings(problem)) {
      grid.row(
          standing.entrant().name(),
          Integer.toString(standing.entrant().workers()),
          standing.solved() + "/" + standing.runs().size(),
          number(standing.median(RunRecord::calls)),
          number(standing.mean(RunRecord::calls)),
          number(standing.expectedCalls()),
          number(standing.median(RunRecord::steps)),
          number(standing.median(RunRecord::stalls)),
          number(standing.median(RunRecord::optima)),
          decimal(standing.median(RunRecord::nanos) / 1e6),
          number(standing.callsPerSecond()));
    }
    return grid;
  }

  /** Says what a problem's table is of. */
  static String title(Case problem) {
    return String.format(
        Locale.ROOT,
        "%s, %d dimensions: solved at %.6g, at most %,d calls a run",
        problem.name(),
        problem.dimension(),
        problem.target(),
        problem.cap());
  }

  /** Returns the expected calls of each contender on each problem, with 95 % intervals. */
  static Grid expected(Results results) {
    Grid grid = new Grid(2, "problem", "contender", "workers", "solved", "ERT", "from", "to");
    for (Case problem : results.cases()) {
      for (Standing standing : results.standings(problem)) {
        Interval interval = standing.expectedCallsInterval();
        grid.row(
            problem.name(),
            standing.entrant().name(),
            Integer.toString(standing.entrant().workers()),
            standing.solved() + "/" + standing.runs().size(),
            number(standing.expectedCalls()),
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
