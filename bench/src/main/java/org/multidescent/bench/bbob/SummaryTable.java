package org.multidescent.bench.bbob;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measured rows summed up in Markdown: for each dimension the contenders among the published
 * algorithms, by area, and the contenders' figures for each group of functions.
 */
public final class SummaryTable {

  private static final Attainment UNKNOWN =
      new Attainment(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final Suite suite;
  private final StringBuilder text = new StringBuilder();

  private SummaryTable(Suite suite) {
    this.suite = suite;
  }

  /**
   * Sums up rows.
   *
   * @param rows the measured rows, in any order
   * @param suite what they were measured on, and what is published about it
   * @return the text, which depends on the content of the rows alone
   */
  public static String of(Collection<BbobRow> rows, Suite suite) {
    SummaryTable table = new SummaryTable(suite);
    rows.stream()
        .collect(Collectors.groupingBy(BbobRow::dimension, TreeMap::new, Collectors.toList()))
        .forEach(table::dimension);
    return table.text.toString();
  }

  private void dimension(int dimension, List<BbobRow> rows) {
    Map<String, List<BbobRow>> contenders =
        rows.stream()
            .collect(Collectors.groupingBy(BbobRow::contender, TreeMap::new, Collectors.toList()));
    text.append("## %d-D\n\n".formatted(dimension));
    heading("contender", "runs", "---:");
    overall(dimension, contenders).forEach(line -> line.appendTo(text));
    contenders.forEach(this::noteMissing);
    text.append('\n');
    heading("group", "contender", "---");
    for (Group group : suite.groups()) {
      contenders.forEach((name, runs) -> group(group, name, runs));
    }
    text.append('\n');
  }

  private void heading(String first, String second, String rule) {
    text.append(
        "| %s | %s | @100D | @1000D | @10000D | area, %d targets | area, %d targets |\n"
            .formatted(first, second, suite.targets().count(), suite.targets().labels().size()));
    text.append("|---|").append(rule).append("|---:|---:|---:|---:|---:|\n");
  }

  private List<Line> overall(int dimension, Map<String, List<BbobRow>> contenders) {
    List<Line> lines = new ArrayList<>();
    contenders.forEach((name, runs) -> lines.add(line("**" + name + "**", runs.size(), runs)));
    Map<String, Attainment> published = new LinkedHashMap<>();
    suite.times().entries(dimension).forEach(entry -> published.put(entry, UNKNOWN));
    for (PublishedRow row : suite.published().of(dimension)) {
      published.put(row.algorithm(), row.attainment());
    }
    published.forEach(
        (name, figures) ->
            lines.add(
                new Line(
                    List.of(name, "published"), figures, suite.times().area(name, dimension))));
    lines.sort(
        Comparator.comparingDouble(Line::area).thenComparingDouble(Line::fewTargets).reversed());
    return lines;
  }

  private void noteMissing(String contender, List<BbobRow> runs) {
    long functions = runs.stream().mapToInt(BbobRow::function).distinct().count();
    if (functions < suite.functions()) {
      text.append(
          "\n%s: %d of the %d functions that the published figures are over.\n"
              .formatted(contender, functions, suite.functions()));
    }
  }

  private void group(Group group, String contender, List<BbobRow> runs) {
    List<BbobRow> members = runs.stream().filter(row -> group.contains(row.function())).toList();
    if (!members.isEmpty()) {
      line(group.label(), contender, members).appendTo(text);
    }
  }

  private Line line(String first, Object second, List<BbobRow> runs) {
    return new Line(
        List.of(first, String.valueOf(second)),
        Attainment.of(TargetDistribution.of(runs, suite.targets().count())),
        MeasuredTimes.area(runs, suite.targets()));
  }

  private record Line(List<String> names, Attainment figures, double fewTargets) {

    /** What is not known comes last. */
    double area() {
      return Double.isNaN(figures.area()) ? -1 : figures.area();
    }

    void appendTo(StringBuilder text) {
      names.forEach(name -> text.append("| ").append(name).append(' '));
      append(text, figures.at100());
      append(text, figures.at1000());
      append(text, figures.at10000());
      append(text, figures.area());
      append(text, fewTargets);
      text.append("|\n");
    }

    private static void append(StringBuilder text, double figure) {
      text.append(Double.isNaN(figure) ? "| - " : String.format(Locale.ROOT, "| %.3f ", figure));
    }
  }
}
