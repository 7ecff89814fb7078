package org.multidescent.bench.bbob;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as comma-separated values: {@code contender,f,D,..,best_df,h0,..,h50}. */
public final class BbobCsv {

  private static final int FIRST_HIT = 7;
  private static final int COLUMNS = FIRST_HIT + Targets.COUNT;

  private BbobCsv() {}

  /**
   * Returns the names of the columns.
   *
   * @return the first line, without a line break
   */
  public static String header() {
    return "contender,f,D,instance,workers,evaluations,best_df,"
        + IntStream.range(0, Targets.COUNT).mapToObj(k -> "h" + k).collect(Collectors.joining(","));
  }

  /**
   * Returns a row as a line.
   *
   * @param row the row
   * @return the line, without a line break
   */
  public static String line(BbobRow row) {
    StringBuilder line = new StringBuilder(row.contender());
    line.append(',').append(row.function());
    line.append(',').append(row.dimension());
    line.append(',').append(row.instance());
    line.append(',').append(row.workers());
    line.append(',').append(row.evaluations());
    line.append(',').append(row.bestDf());
    row.hits().forEach(hit -> line.append(',').append(hit.longValue()));
    return line.toString();
  }

  /**
   * Writes the header and all rows.
   *
   * @param rows the rows
   * @param out receives the lines
   * @throws IOException if {@code out} fails
   */
  public static void write(List<BbobRow> rows, Appendable out) throws IOException {
    out.append(header()).append('\n');
    for (BbobRow row : rows) {
      out.append(line(row)).append('\n');
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in the lines, the header first
   * @return the rows
   * @throws IOException if {@code in} fails
   * @throws IllegalArgumentException if the header or a line is not as expected
   */
  public static List<BbobRow> read(Reader in) throws IOException {
    BufferedReader lines = new BufferedReader(in);
    String first = lines.readLine();
    if (!header().equals(first)) {
      throw new IllegalArgumentException("line 1: " + first + " (expected: " + header() + ")");
    }
    List<BbobRow> rows = new ArrayList<>();
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        rows.add(parse(line, number));
      }
    }
    return rows;
  }

  private static BbobRow parse(String line, int number) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "line %d: %d cells (expected: %d)".formatted(number, cells.length, COLUMNS));
    }
    try {
      return new BbobRow(
          cells[0],
          Integer.parseInt(cells[1]),
          Integer.parseInt(cells[2]),
          Integer.parseInt(cells[3]),
          Integer.parseInt(cells[4]),
          Long.parseLong(cells[5]),
          Double.parseDouble(cells[6]),
          Arrays.stream(cells, FIRST_HIT, COLUMNS).map(Long::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "line %d: %s (expected: numbers after the contender)".formatted(number, e.getMessage()),
          e);
    }
  }
}
