package org.multidescent.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multidescent.bench.contender.RunOutcome;

/** The rows of a comparison, complete or cut short, grouped as its tables need them. */
final class Results {

  private final List<RunResult> rows;

  Results(List<RunResult> rows) {
    this.rows = List.copyOf(rows);
  }

  List<RunResult> rows() {
    return rows;
  }

  /** Returns the problems with a finished run, in the plan's order. */
  List<BenchmarkProblem> problems() {
    return rows.stream().map(row -> row.spec().problem()).distinct().toList();
  }

  /** Returns who has a finished run, in the plan's order. */
  List<Competitor> competitors() {
    return rows.stream().map(row -> row.spec().competitor()).distinct().toList();
  }

  /** Returns the summaries on one problem. */
  List<ProblemSummary> summaries(BenchmarkProblem problem) {
    Map<Competitor, List<RunOutcome>> runs = new LinkedHashMap<>();
    for (RunResult row : rows) {
      if (row.spec().problem().equals(problem)) {
        runs.computeIfAbsent(row.spec().competitor(), competitor -> new ArrayList<>())
            .add(row.outcome());
      }
    }
    return runs.entrySet().stream()
        .map(entry -> new ProblemSummary(problem, entry.getKey(), entry.getValue()))
        .toList();
  }

  long crashes() {
    return rows.stream().filter(row -> row.outcome().crash() != null).count();
  }
}
