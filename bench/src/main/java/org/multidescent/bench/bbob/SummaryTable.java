package org.multidescent.bench.bbob;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

  private static final String FIGURES = " @100D | @1000D | @10000D | area |\n";
  private static final String RULES = "---:|---:|---:|---:|\n";

  private final PublishedResults published;
  private final StringBuilder text = new StringBuilder();

  private SummaryTable(PublishedResults published) {
    this.published = published;
  }

  /**
   * Sums up rows.
   *
   * @param rows the measured rows, in any order
   * @param published what to show beside them
   * @return the text, which depends on the content of the rows alone
   */
  public static String of(Collection<BbobRow> rows, PublishedResults published) {
    SummaryTable table = new SummaryTable(published);
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
    text.append("| contender | runs |").append(FIGURES);
    text.append("|---|---:|").append(RULES);
    overall(dimension, contenders).forEach(line -> line.appendTo(text));
    contenders.forEach(this::noteMissing);
    text.append("\n| group | contender |").append(FIGURES);
    text.append("|---|---|").append(RULES);
    for (Group group : Group.values()) {
      contenders.forEach((name, runs) -> group(group, name, runs));
    }
    text.append('\n');
  }

  private List<Line> overall(int dimension, Map<String, List<BbobRow>> contenders) {
    List<Line> lines = new ArrayList<>();
    contenders.forEach(
        (name, runs) ->
            lines.add(
                new Line(
                    List.of("**" + name + "**", String.valueOf(runs.size())), attainment(runs))));
    for (PublishedRow row : published.of(dimension)) {
      lines.add(new Line(List.of(row.algorithm(), "published"), row.attainment()));
    }
    lines.sort(Comparator.comparingDouble((Line line) -> line.figures().area()).reversed());
    return lines;
  }

  private void noteMissing(String contender, List<BbobRow> runs) {
    long functions = runs.stream().mapToInt(BbobRow::function).distinct().count();
    if (functions < Bbob.FUNCTIONS) {
      text.append(
          "\n%s: %d of the %d functions that the published figures are over.\n"
              .formatted(contender, functions, Bbob.FUNCTIONS));
    }
  }

  private void group(Group group, String contender, List<BbobRow> runs) {
    List<BbobRow> members = runs.stream().filter(row -> Group.of(row.function()) == group).toList();
    if (!members.isEmpty()) {
      new Line(List.of(group.label(), contender), attainment(members)).appendTo(text);
    }
  }

  private static Attainment attainment(List<BbobRow> runs) {
    return Attainment.of(TargetDistribution.of(runs));
  }

  private record Line(List<String> names, Attainment figures) {

    void appendTo(StringBuilder text) {
      names.forEach(name -> text.append("| ").append(name).append(' '));
      text.append(
          String.format(
              Locale.ROOT,
              "| %.3f | %.3f | %.3f | %.3f |\n",
              figures.at100(),
              figures.at1000(),
              figures.at10000(),
              figures.area()));
    }
  }
}
