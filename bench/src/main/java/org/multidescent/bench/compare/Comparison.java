package org.multidescent.bench.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A whole comparison: plays the plan, then prints its tables. */
public final class Comparison {

  /** The first line of the CSV file. */
  public static final String HEADER = Row.HEADER;

  private final Plan plan;
  private final Tournament tournament;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Prepares a comparison.
   *
   * @param plan the runs
   */
  public Comparison(Plan plan) {
    this.plan = plan;
    this.tournament = new Tournament(plan);
  }

  /** Ends it after the runs finished so far; from any thread. */
  public void cancel() {
    tournament.cancel();
  }

  /**
   * Plays all runs.
   *
   * @param finished takes each run's row of the CSV file as soon as it is known
   */
  public void play(Consumer<String> finished) {
    tournament.play(
        row -> {
          rows.add(row);
          finished.accept(row.csv());
        });
  }

  /**
   * Prints the tables of what was finished.
   *
   * @param out where to
   */
  public void print(PrintStream out) {
    Results results = new Results(rows);
    for (Case problem : results.cases()) {
      out.println(Tables.title(problem));
      out.println();
      out.print(Tables.problem(results, problem).markdown());
      ArticleClaim.line(results.standings(problem), plan.starts())
          .ifPresent(line -> out.printf("%n%s%n", line));
      out.println();
    }
  }
}
