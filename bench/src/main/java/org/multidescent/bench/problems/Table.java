package org.multidescent.bench.problems;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource of numbers: comments after '#', lines of a word and its numbers, and rows of numbers.
 *
 * @param fields the numbers after each word
 * @param rows the rows of numbers alone
 */
public record Table(Map<String, double[]> fields, List<double[]> rows) {

  /**
   * Reads a resource.
   *
   * @param resource its name, beside this class
   * @return its fields and rows
   * @throws IllegalArgumentException if there is no such resource
   */
  public static Table read(String resource) {
    Map<String, double[]> fields = new LinkedHashMap<>();
    List<double[]> rows = new ArrayList<>();
    for (String line : lines(resource)) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String[] words = text.split("\\s+");
      if (Character.isLetter(words[0].charAt(0))) {
        fields.put(words[0], numbers(Arrays.asList(words).subList(1, words.length)));
      } else {
        rows.add(numbers(Arrays.asList(words)));
      }
    }
    return new Table(fields, rows);
  }

  double[] field(String word) {
    double[] numbers = fields.get(word);
    if (numbers == null) {
      throw new IllegalArgumentException(
          "word: " + word + " (expected: one of " + fields.keySet() + ")");
    }
    return numbers;
  }

  /**
   * Returns all rows, one after the other.
   *
   * @return their numbers
   */
  public double[] flat() {
    return rows.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  double[] column(int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  private static double[] numbers(List<String> words) {
    return words.stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> lines(String resource) {
    try (InputStream stream = Table.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "resource: " + resource + " (expected: a file beside the class " + Table.class + ")");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
