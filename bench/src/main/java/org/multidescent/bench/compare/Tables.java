package org.multidescent.bench.compare;

import java.util.Locale;
import org.multidescent.bench.contender.RunRecord;

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

  static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
