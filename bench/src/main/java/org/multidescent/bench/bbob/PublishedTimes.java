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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Published expected running times to a few targets, from the COCO data archive. Immutable.
 *
 * <p>A suite's file {@code published-ert.csv} has the columns {@code entry}, {@code D}, {@code f},
 * one a target, and perhaps {@code winners}: which entry was the quickest to each target.
 */
public final class PublishedTimes {

  /** The entry that has the least running time of all entries to each target by itself. */
  public static final String VIRTUAL_BEST = "virtual best";

  private static final int KEYS = 3;

  private final Map<String, Map<Integer, Map<Integer, Times>>> entries;

  /**
   * One entry's running times on one function.
   *
   * @param evaluations the expected running time to each target, infinite if it was never reached
   * @param winners who was the quickest to each target; empty if that is not told
   */
  public record Times(List<Double> evaluations, List<String> winners) {}

  private PublishedTimes(Map<String, Map<Integer, Map<Integer, Times>>> entries) {
    this.entries = entries;
  }

  /**
   * Returns a suite's published running times.
   *
   * @param beside a class beside the file {@code published-ert.csv}
   * @param targets which targets the file has columns for
   * @return the running times
   */
  public static PublishedTimes beside(Class<?> beside, TargetSet targets) {
    String name = "published-ert.csv";
    InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name);
    try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader, targets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table. Lines that start with # are left out.
   *
   * @param in the lines, the names of the columns first
   * @param targets which targets there are columns for
   * @return the running times
   * @throws IOException if {@code in} fails
   * @throws IllegalArgumentException if the columns are others
   */
  public static PublishedTimes read(Reader in, TargetSet targets) throws IOException {
    List<String> lines =
        new BufferedReader(in).lines().filter(line -> !line.startsWith("#")).toList();
    String expected = "entry,D,f," + String.join(",", targets.labels());
    if (lines.isEmpty() || !lines.get(0).startsWith(expected)) {
      throw new IllegalArgumentException(
          "columns: %s (expected: %s)".formatted(lines.isEmpty() ? "" : lines.get(0), expected));
    }
    Map<String, Map<Integer, Map<Integer, Times>>> entries = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      entries
          .computeIfAbsent(cells[0], name -> new TreeMap<>())
          .computeIfAbsent(Integer.valueOf(cells[1]), dimension -> new TreeMap<>())
          .put(Integer.valueOf(cells[2]), times(cells, targets.labels().size()));
    }
    return new PublishedTimes(entries);
  }

  private static Times times(String[] cells, int targets) {
    List<Double> evaluations =
        Arrays.stream(cells, KEYS, KEYS + targets)
            .map(cell -> cell.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cell))
            .toList();
    boolean told = cells.length > KEYS + targets && !cells[KEYS + targets].isEmpty();
    return new Times(evaluations, told ? List.of(cells[KEYS + targets].split(";", -1)) : List.of());
  }

  /**
   * Returns who has running times in a dimension.
   *
   * @param dimension the number of coordinates
   * @return the entries' names with their years
   */
  public List<String> entries(int dimension) {
    return entries.keySet().stream().filter(name -> !of(name, dimension).isEmpty()).toList();
  }

  /**
   * Returns an entry's running times by function.
   *
   * @param entry its name
   * @param dimension the number of coordinates
   * @return the running times by the functions' numbers, perhaps none
   */
  public Map<Integer, Times> of(String entry, int dimension) {
    Map<Integer, Map<Integer, Times>> found = entries.get(entry);
    @Nullable Map<Integer, Times> functions = found == null ? null : found.get(dimension);
    return functions == null ? Map.of() : functions;
  }

  /**
   * Returns an entry's area: the mean over its functions and targets of {@link #score}.
   *
   * @param entry its name
   * @param dimension the number of coordinates
   * @return the area, 0 to 1; NaN if it has no running time there
   */
  public double area(String entry, int dimension) {
    return of(entry, dimension).values().stream()
        .flatMap(times -> times.evaluations().stream())
        .mapToDouble(evaluations -> score(evaluations, dimension))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Returns what a target counts for that takes an expected number of evaluations.
   *
   * @param evaluations the expected running time, perhaps infinite
   * @param dimension the number of coordinates
   * @return {@code 1 - log10(evaluations / D) / 4}, but at least 0 and at most 1
   */
  public static double score(double evaluations, int dimension) {
    return Math.min(1, Math.max(0, 1 - Math.log10(evaluations / dimension) / 4));
  }
}
