package org.multidescent.bench.bbob.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.multidescent.bench.bbob.Attainment;
import org.multidescent.bench.bbob.BbobCsv;
import org.multidescent.bench.bbob.BbobRow;
import org.multidescent.bench.bbob.Group;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetDistribution;
import org.multidescent.bench.report.Charts;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.Page;
import org.multidescent.bench.report.RowFiles;
import org.multidescent.bench.statistics.Ecdf;

/** A BBOB experiment's folder: {@code index.html}, tables in Markdown, the rows, the charts. */
public final class BbobReport {

  private final Path folder;
  private final Suite suite;
  private final List<BbobRow> rows;
  private final long budget;

  /**
   * Prepares a report.
   *
   * @param folder where to; created if need be
   * @param suite where the functions come from
   * @param rows the finished runs
   * @param budget the most evaluations of a run, for each coordinate
   */
  public BbobReport(Path folder, Suite suite, List<BbobRow> rows, long budget) {
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
    Files.writeString(folder.resolve("tables.md"), tables);
    RowFiles.write(folder, BbobCsv.columns(), rows.stream().map(BbobCsv::values).toList());
    Page page = new Page("Contenders on " + suite.title());
    for (Map.Entry<Integer, List<BbobRow>> dimension : by(rows, BbobRow::dimension).entrySet()) {
      distribution(page, dimension.getKey(), dimension.getValue());
      groups(page, dimension.getKey(), dimension.getValue());
    }
    page.text(tables);
    RowFiles.link(page);
    page.link("tables.md", "The tables, in Markdown");
    Files.writeString(folder.resolve("index.html"), page.html());
  }

  private void distribution(Page page, int dimension, List<BbobRow> some) throws IOException {
    double[] x = Curve.logarithmic(1, Math.max(10, budget));
    List<Curve> curves = new ArrayList<>();
    by(some, BbobRow::contender)
        .forEach(
            (name, runs) -> {
              Ecdf times = TargetDistribution.of(runs, suite.targets().count());
              curves.add(new Curve(name, x, Arrays.stream(x).map(times::share).toArray()));
            });
    String file = "ecdf-" + dimension + "d.png";
    String title = "Targets reached in " + dimension + "-D";
    Charts.shares(
        folder.resolve(file), title, "evaluations / D", "share of functions and targets", curves);
    page.picture(file, title);
  }

  private void groups(Page page, int dimension, List<BbobRow> some) throws IOException {
    Map<Group, List<BbobRow>> groups = by(some, row -> suite.group(row.function()));
    Map<String, List<Double>> areas = new LinkedHashMap<>();
    by(some, BbobRow::contender)
        .keySet()
        .forEach(
            name ->
                areas.put(name, groups.values().stream().map(runs -> area(name, runs)).toList()));
    String file = "area-" + dimension + "d.png";
    String title = "Area under the curve by function group in " + dimension + "-D";
    Charts.bars(
        folder.resolve(file),
        title,
        "area over log10(evaluations / D) in 0..4",
        false,
        groups.keySet().stream().map(Group::label).toList(),
        areas);
    page.picture(file, title);
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
