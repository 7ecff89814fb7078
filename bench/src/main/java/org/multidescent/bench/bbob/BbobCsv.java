package org.multidescent.bench.bbob;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows as named values: {@code contender,f,D,..,best_df,h0,..,h50}. */
public final class BbobCsv {

  private BbobCsv() {}

  /**
   * Returns the names of the columns.
   *
   * @return the names, {@code h0} to {@code h50} for the evaluations at which targets were reached
   */
  public static List<String> columns() {
    return Stream.concat(
            Stream.of("contender", "f", "D", "instance", "workers", "evaluations", "best_df"),
            IntStream.range(0, Targets.COUNT).mapToObj(k -> "h" + k))
        .toList();
  }

  /**
   * Returns a row's values.
   *
   * @param row the row
   * @return as many as there are columns
   */
  public static List<?> values(BbobRow row) {
    return Stream.concat(
            Stream.<Object>of(
                row.contender(),
                row.function(),
                row.dimension(),
                row.instance(),
                row.workers(),
                row.evaluations(),
                row.bestDf()),
            row.hits().stream())
        .toList();
  }
}
