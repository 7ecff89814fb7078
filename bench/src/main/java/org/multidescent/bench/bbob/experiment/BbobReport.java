package org.multidescent.bench.bbob.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.multidescent.bench.bbob.Attainment;
import org.multidescent.bench.bbob.BbobCsv;
import org.multidescent.bench.bbob.BbobRow;
import org.multidescent.bench.bbob.Group;
import org.multidescent.bench.bbob.PublishedRow;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetDistribution;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.Page;
import org.multidescent.bench.report.RowFiles;
import org.multidescent.bench.statistics.Ecdf;
import org.multidescent.picture.Bars;
import org.multidescent.picture.Chart;

/** A BBOB experiment's folder: {@code index.html}, tables in Markdown, the rows, the charts. */
public final class BbobReport {

  private static final int PUBLISHED = 3;
  private static final double[] BUDGETS = {100, 1_000, 10_000};
  private static final String WORDS =
      """

      - *evaluations*: calls of the objective, differences and starts included; divided by D.
      - *target*: a function's least value and 10^2 .. 10^-8 above it; *@100D*: the share of all
        functions' targets that were reached within 100 evaluations a coordinate.
      - *area*: under that share over log10(evaluations / D) from 0 to 4.
      - *published*: from the COCO data archive, as archived.
      - *p*: of the two-sided signed-rank test over functions and instances.
      """;

  private final Path folder;
  private final Suite suite;
  private final List<BbobRow> rows;
  private final long budget;
  private final String preface;

  /**
   * Prepares a report.
   *
   * @param folder where to; created if need be
   * @param suite where the functions come from
   * @param rows the finished runs
   * @param budget the most evaluations of a run, for each coordinate
   * @param preface how they came about, in Markdown
   */
  public BbobReport(Path folder, Suite suite, List<BbobRow> rows, long budget, String preface) {
    this.preface = preface;
    this.folder = folder;
    this.suite = suite;
    this.rows = rows;
    this.budget = budget;
  }

  /**
   * Writes the files.
   *
   * @param tables in Markdown
   * @throws IOException if a file cannot be written
   */
  public void write(String tables) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tables.md"), preface + tables);
    RowFiles.write(folder, BbobCsv.columns(), rows.stream().map(BbobCsv::values).toList());
    Page page = new Page("Contenders on " + suite.title());
    page.text(BbobWinner.markdown(rows, suite));
    List<String> figures = new ArrayList<>();
    for (Map.Entry<Integer, List<BbobRow>> dimension : by(rows, BbobRow::dimension).entrySet()) {
      figures.add(distribution(dimension.getKey(), dimension.getValue()));
      figures.add(groups(dimension.getKey(), dimension.getValue()));
    }
    page.figures(figures);
    page.text(tables);
    page.text(preface + WORDS);
    RowFiles.link(page);
    page.link("tables.md", "The tables, in Markdown");
    Files.writeString(folder.resolve("index.html"), page.html());
  }

  /** The contenders' curves, and the three best published entries at the budgets that are known. */
  private String distribution(int dimension, List<BbobRow> some) {
    double[] x = Curve.logarithmic(1, Math.max(10, budget));
    Chart chart =
        new Chart("Targets reached in " + dimension + "-D", "evaluations / D", "share of targets")
            .logarithmicX()
            .heights(0, 1);
    by(some, BbobRow::contender)
        .forEach(
            (name, runs) -> {
              Ecdf times = TargetDistribution.of(runs, suite.targets().count());
              chart.line(name, x, Arrays.stream(x).map(times::share).toArray());
            });
    suite.published().of(dimension).stream()
        .sorted(Comparator.comparingDouble((PublishedRow row) -> -row.attainment().area()))
        .limit(PUBLISHED)
        .forEach(
            row ->
                chart.points(
                    row.algorithm() + ", published",
                    BUDGETS,
                    new double[] {
                      row.attainment().at100(),
                      row.attainment().at1000(),
                      row.attainment().at10000()
                    }));
    return chart
        .note("Published entries by their shares at 100, 1,000 and 10,000 evaluations / D.")
        .figure();
  }

  private String groups(int dimension, List<BbobRow> some) {
    Map<Group, List<BbobRow>> groups = by(some, row -> suite.group(row.function()));
    Bars bars = new Bars("Area under the curve by group in " + dimension + "-D", false);
    groups.forEach(
        (group, runs) ->
            by(runs, BbobRow::contender)
                .keySet()
                .forEach(
                    name ->
                        bars.add(
                            group.label() + ", " + name,
                            area(name, runs),
                            String.format(Locale.ROOT, "%.3f", area(name, runs)))));
    return bars.group(by(some, BbobRow::contender).size())
        .note("Over log10(evaluations / D) from 0 to 4; 1 would be all targets at once.")
        .figure();
  }

  private double area(String contender, List<BbobRow> runs) {
    List<BbobRow> own = runs.stream().filter(row -> row.contender().equals(contender)).toList();
    return own.isEmpty()
        ? 0
        : Attainment.of(TargetDistribution.of(own, suite.targets().count())).area();
  }

  private static <K> Map<K, List<BbobRow>> by(
      List<BbobRow> rows, java.util.function.Function<BbobRow, K> key) {
    return rows.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
