package org.multidescent.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text: the first columns' names begin at the left, numbers end at the right. */
public final class MarkdownTable {

  private final int names;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Creates a table without rows.
   *
   * @param names how many of the first columns hold names, not numbers
   * @param header the columns' names
   */
  public MarkdownTable(int names, String... header) {
    this.names = names;
    this.header = List.of(header);
  }

  /**
   * Adds a row.
   *
   * @param cells as many as the header has
   * @throws IllegalArgumentException if there are more or fewer
   */
  public void row(String... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "cells: " + cells.length + " (expected: " + header.size() + ")");
    }
    rows.add(List.of(cells));
  }

  /**
   * Returns the table as Markdown, aligned, so that it reads well as it is.
   *
   * @return one line for the header, one for the rule, one a row
   */
  public String markdown() {
    int[] widths = new int[header.size()];
    Arrays.setAll(
        widths,
        column ->
            Math.max(
                3,
                IntStream.concat(
                        IntStream.of(header.get(column).length()),
                        rows.stream().mapToInt(row -> row.get(column).length()))
                    .max()
                    .getAsInt()));
    StringBuilder text = new StringBuilder(line(header, widths)).append(rule(widths));
    rows.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> pad(cells.get(column), widths[column], column < names))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column ->
                column < names ? "-".repeat(widths[column]) : "-".repeat(widths[column] - 1) + ":")
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String pad(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }
}
