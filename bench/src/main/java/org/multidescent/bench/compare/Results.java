package org.multidescent.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multidescent.bench.contender.RunRecord;

/** The rows of a comparison, complete or cut short, grouped as its tables need them. */
final class Results {

  private final List<Row> rows;

  Results(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  List<Row> rows() {
    return rows;
  }

  /** Returns the problems with a finished run, in the plan's order. */
  List<Case> cases() {
    return rows.stream().map(row -> row.fixture().problem()).distinct().toList();
  }

  /** Returns who has a finished run, in the plan's order. */
  List<Entrant> entrants() {
    return rows.stream().map(row -> row.fixture().entrant()).distinct().toList();
  }

  /** Returns the standings on one problem. */
  List<Standing> standings(Case problem) {
    Map<Entrant, List<RunRecord>> runs = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.fixture().problem().equals(problem)) {
        runs.computeIfAbsent(row.fixture().entrant(), entrant -> new ArrayList<>())
            .add(row.outcome());
      }
    }
    return runs.entrySet().stream()
        .map(entry -> new Standing(problem, entry.getKey(), entry.getValue()))
        .toList();
  }

  long crashes() {
    return rows.stream().filter(row -> row.outcome().crash() != null).count();
  }
}
