package org.multidescent.bench.bbob;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far contenders are behind the best of all published entries, in Markdown: for each function
 * and target the expected running time over the least published one.
 */
public final class Gaps {

  private static final double FAR = 2;
  private static final double VERY_FAR = 10;

  private final Suite suite;
  private final StringBuilder text = new StringBuilder();

  private Gaps(Suite suite) {
    this.suite = suite;
  }

  /**
   * Sets measured rows beside the virtual best.
   *
   * @param rows the measured rows, in any order
   * @param suite what they were measured on
   * @return the text; empty if nothing is published for these dimensions
   */
  public static String of(Collection<BbobRow> rows, Suite suite) {
    Gaps gaps = new Gaps(suite);
    rows.stream()
        .collect(Collectors.groupingBy(BbobRow::dimension, TreeMap::new, Collectors.toList()))
        .forEach(gaps::dimension);
    return gaps.text.toString();
  }

  private void dimension(int dimension, List<BbobRow> rows) {
    Map<Integer, PublishedTimes.Times> best =
        suite.times().of(PublishedTimes.VIRTUAL_BEST, dimension);
    if (!best.isEmpty()) {
      rows.stream()
          .collect(Collectors.groupingBy(BbobRow::contender, TreeMap::new, Collectors.toList()))
          .forEach((name, runs) -> contender(dimension, name, runs, best));
    }
  }

  private void contender(
      int dimension, String name, List<BbobRow> runs, Map<Integer, PublishedTimes.Times> best) {
    List<String> labels = suite.targets().labels();
    text.append("## %s over the virtual best, %d-D\n\n".formatted(name, dimension));
    text.append("| f | ").append(String.join(" | ", labels)).append(" | quickest |\n");
    text.append("|---|").append("---:|".repeat(labels.size())).append("---|\n");
    List<Double> all = new ArrayList<>();
    MeasuredTimes.of(runs, suite.targets())
        .forEach(
            (function, times) -> {
              PublishedTimes.Times quickest = best.get(function);
              if (quickest != null) {
                List<Double> ratios = ratios(times, quickest.evaluations());
                all.addAll(ratios);
                line(function, ratios, winners(quickest.winners()));
              }
            });
    text.append(
        "\nMore than twice behind: %d of %d cells; more than ten times: %d.\n\n"
            .formatted(count(all, FAR), all.size(), count(all, VERY_FAR)));
  }

  private void line(int function, List<Double> ratios, String winners) {
    text.append("| f").append(function).append(" | ");
    text.append(ratios.stream().map(Gaps::text).collect(Collectors.joining(" | ")));
    text.append(" | ").append(winners).append(" |\n");
  }

  /** NaN where neither reached the target. */
  private static List<Double> ratios(List<Double> times, List<Double> best) {
    List<Double> ratios = new ArrayList<>();
    for (int k = 0; k < times.size(); k++) {
      ratios.add(times.get(k) / best.get(k));
    }
    return ratios;
  }

  private static long count(List<Double> ratios, double limit) {
    return ratios.stream().filter(ratio -> ratio > limit).count();
  }

  private static String text(double ratio) {
    if (Double.isNaN(ratio)) {
      return "-";
    }
    return Double.isInfinite(ratio)
        ? "inf"
        : String.format(Locale.ROOT, ratio < VERY_FAR ? "%.1f" : "%.0f", ratio);
  }

  /** Names each winner once for targets in a row. */
  private String winners(List<String> winners) {
    List<String> parts = new ArrayList<>();
    List<String> labels = suite.targets().labels();
    for (int first = 0; first < winners.size(); ) {
      int end = first + 1;
      while (end < winners.size() && winners.get(end).equals(winners.get(first))) {
        end++;
      }
      String range =
          end == first + 1 ? labels.get(first) : labels.get(first) + ".." + labels.get(end - 1);
      parts.add(winners.get(first) + " (" + range + ")");
      first = end;
    }
    return String.join(", ", parts);
  }
}
