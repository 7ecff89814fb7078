package org.multidescent.bench.bbob;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Figures of published algorithms, from the COCO data archive: a selection that comes with the
 * benchmarks, or a table of one's own.
 */
public final class PublishedResults {

  private static final String BUNDLED = "published.csv";

  private final List<PublishedRow> rows;

  private PublishedResults(List<PublishedRow> rows) {
    this.rows = rows;
  }

  /**
   * Returns the selection that comes with a suite.
   *
   * @param beside a class beside the file {@code published.csv}
   * @return the selection
   */
  public static PublishedResults beside(Class<?> beside) {
    InputStream in = Objects.requireNonNull(beside.getResourceAsStream(BUNDLED), BUNDLED);
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table of comma-separated values with the columns {@code year}, {@code D}, {@code
   * algorithm}, {@code ecdf@10^2*D}, {@code ecdf@10^3*D}, {@code ecdf@10^4*D}, {@code area_0..4}
   * among others, in any order; an empty figure is not known. Lines that start with # are left out,
   * and a row that repeats an earlier one's algorithm, year and dimension.
   *
   * @param in the lines, the names of the columns first
   * @return the table
   * @throws IOException if {@code in} fails
   * @throws IllegalArgumentException if a column is missing or a figure is not a number
   */
  public static PublishedResults read(Reader in) throws IOException {
    List<String[]> lines =
        new BufferedReader(in)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(",", -1))
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("reference: no lines (expected: a table with a header)");
    }
    Columns columns = new Columns(Arrays.asList(lines.get(0)));
    Map<String, PublishedRow> rows = new LinkedHashMap<>();
    for (String[] cells : lines.subList(1, lines.size())) {
      PublishedRow row = columns.row(cells);
      rows.putIfAbsent(row.dimension() + " " + row.algorithm(), row);
    }
    return new PublishedResults(List.copyOf(rows.values()));
  }

  /**
   * Returns the rows of a dimension.
   *
   * @param dimension the number of coordinates
   * @return the rows, perhaps none
   */
  public List<PublishedRow> of(int dimension) {
    return rows.stream()
        .filter(row -> row.dimension() == dimension)
        .collect(Collectors.toUnmodifiableList());
  }

  private record Columns(List<String> names) {

    PublishedRow row(String[] cells) {
      String algorithm = cell(cells, "algorithm");
      String year = cell(cells, "year");
      return new PublishedRow(
          algorithm.matches(".*\\b\\d{4}") ? algorithm : algorithm + " " + year,
          (int) number(cells, "D"),
          new Attainment(
              number(cells, "ecdf@10^2*D"),
              number(cells, "ecdf@10^3*D"),
              number(cells, "ecdf@10^4*D"),
              number(cells, "area_0..4")));
    }

    private double number(String[] cells, String column) {
      String cell = cell(cells, column);
      if (cell.isEmpty()) {
        return Double.NaN;
      }
      try {
        return Double.parseDouble(cell);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "reference, column %s: '%s' (expected: a number)".formatted(column, cell), e);
      }
    }

    private String cell(String[] cells, String column) {
      int index = names.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException(
            "reference: columns %s (expected: %s among them)".formatted(names, column));
      }
      if (index >= cells.length) {
        throw new IllegalArgumentException(
            "reference: %d cells in '%s' (expected: %d)"
                .formatted(cells.length, String.join(",", cells), names.size()));
      }
      return cells[index];
    }
  }
}
