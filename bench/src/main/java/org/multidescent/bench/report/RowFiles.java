package org.multidescent.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The runs in a report's folder: {@code runs.csv} and {@code runs.jsonl}. */
public final class RowFiles {

  private static final String CSV = "runs.csv";
  private static final String JSON = "runs.jsonl";

  private RowFiles() {}

  /**
   * Writes both files.
   *
   * @param folder where to
   * @param columns the columns' names
   * @param rows the values, as many in each row as there are columns
   * @throws IOException if a file cannot be written
   */
  public static void write(Path folder, List<String> columns, List<? extends List<?>> rows)
      throws IOException {
    try (RowWriter csv = RowWriter.csv(Files.newBufferedWriter(folder.resolve(CSV)), columns);
        RowWriter json = RowWriter.json(Files.newBufferedWriter(folder.resolve(JSON)), columns)) {
      for (List<?> row : rows) {
        csv.write(row);
        json.write(row);
      }
    }
  }

  /**
   * Links both files from a page.
   *
   * @param page the page
   */
  public static void link(Page page) {
    page.link(CSV, "All runs, as comma-separated values");
    page.link(JSON, "All runs, as JSON Lines");
  }
}
