package org.multidescent.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.Search;
import org.multidescent.problem.Problem;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * One page of HTML, which needs nothing from elsewhere, about what a search found: values of the
 * optima, where they lie, how the best value fell, which kinds of starts brought what, and a slice
 * of the landscape.
 *
 * <pre>{@code
 * ResultPage.of(problem, result).names("rate", "decay").slice(0, 1).write(Path.of("result.html"));
 * }</pre>
 */
public final class ResultPage {

  private static final int LINES = 40;
  private static final int ROWS = 20;
  private static final int PATHS = 8;

  private final Problem problem;
  private final Result result;
  private List<String> names;
  private int @Nullable [] slice;
  private @Nullable Search search;
  private List<Progress> progress = List.of();

  private ResultPage(Problem problem, Result result) {
    this.problem = problem;
    this.result = result;
    this.names = IntStream.range(0, problem.dimension()).mapToObj(i -> "x" + i).toList();
    if (problem.dimension() == 2) {
      slice = new int[] {0, 1};
    }
  }

  /**
   * Prepares a page.
   *
   * @param problem what was minimised
   * @param result what the search found
   * @return the page, with coordinates named x0, x1 ...; in two dimensions with the landscape
   */
  public static ResultPage of(Problem problem, Result result) {
    return new ResultPage(problem, result);
  }

  /**
   * Names the coordinates.
   *
   * @param names as many as there are coordinates
   * @return this page
   * @throws IllegalArgumentException if there are more or fewer
   */
  public ResultPage names(String... names) {
    if (names.length != problem.dimension()) {
      throw new IllegalArgumentException(
          "names: %d (expected: %d, one a coordinate)"
              .formatted(names.length, problem.dimension()));
    }
    this.names = List.of(names);
    return this;
  }

  /**
   * Shows the landscape along two coordinates, the others as at the best position: 5,184 more
   * evaluations when the page is made.
   *
   * @param first the coordinate to the right, counted from 0
   * @param second the one upwards
   * @return this page
   * @throws IllegalArgumentException if there is no such coordinate, or both are the same
   */
  public ResultPage slice(int first, int second) {
    for (int coordinate : new int[] {first, second}) {
      if (coordinate < 0 || coordinate >= problem.dimension()) {
        throw new IllegalArgumentException(
            "slice: %d (expected: a coordinate from 0 to %d)"
                .formatted(coordinate, problem.dimension() - 1));
      }
    }
    if (first == second) {
      throw new IllegalArgumentException(
          "slice: %d twice (expected: two coordinates)".formatted(first));
    }
    slice = new int[] {first, second};
    return this;
  }

  /**
   * Leaves the landscape out, where evaluations are expensive.
   *
   * @return this page
   */
  public ResultPage withoutSlice() {
    slice = null;
    return this;
  }

  /**
   * Shows in the landscape the ways of the descents to the eight lowest optima, which are run
   * again.
   *
   * @param search the search whose result this is
   * @return this page
   */
  public ResultPage paths(Search search) {
    this.search = search;
    return this;
  }

  /**
   * Shows the progress that a recorder kept, where the result has no history of best values.
   *
   * @param recorder the search's recorder
   * @return this page
   */
  public ResultPage progress(Recorder recorder) {
    progress = recorder.snapshots();
    return this;
  }

  /**
   * Writes the page.
   *
   * @param file where to
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    Files.writeString(file, html());
  }

  /**
   * Returns the page.
   *
   * @return a whole document
   */
  public String html() {
    Sheet sheet = new Sheet("The least value: " + Markup.number(result.best().value()));
    sheet.paragraph(summary());
    sheet.html(position());
    sheet.html("<div class=\"charts\">");
    sheet.html(waterfall());
    if (!result.optima().isEmpty()) {
      sheet.html(new Parallel(names, problem.startBox()).figure(lowest(LINES)));
    }
    Convergence fall = fall();
    sheet.html(fall.overEvaluations()).html(fall.overTime());
    sheet.html(kinds());
    if (slice != null) {
      sheet.html(landscape(slice));
    }
    sheet.html("</div>");
    return sheet.heading("The lowest optima").html(table()).page();
  }

  private String summary() {
    return Markup.format(
        "%s, after %,d evaluations in %.1f s; %,d optima in the list. Ended by %s.",
        result.isFeasible() ? "The best position is below" : "No feasible position was found",
        result.progress().evaluations(),
        result.elapsed().toNanos() / 1e9,
        result.optima().size(),
        result.ending().name().toLowerCase(Locale.ROOT));
  }

  private String position() {
    double[] x = result.best().x();
    StringBuilder list = new StringBuilder("<p><code>");
    for (int i = 0; i < x.length; i++) {
      list.append(i == 0 ? "" : ", ").append(Markup.escape(names.get(i))).append(" = ");
      list.append(x[i]);
    }
    return list.append("</code></p>").toString();
  }

  private List<Optimum> lowest(int most) {
    return result.optima().subList(0, Math.min(most, result.optima().size()));
  }

  private String waterfall() {
    List<Optimum> ends = new ArrayList<>(result.optima());
    ends.addAll(result.unfinished());
    ends.sort(Comparator.comparingDouble(Optimum::value));
    double[] values = ends.stream().mapToDouble(Optimum::value).toArray();
    double least = values.length == 0 ? 0 : values[0];
    double floor = values.length == 0 ? 0 : 1e-12 * (values[values.length - 1] - least);
    double[] ranks = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
    return new Chart("Values where descents ended, lowest first", "rank", "value above the best")
        .points("finished", ranks, above(ends, true, least, floor))
        .points("given up or under way", ranks, above(ends, false, least, floor))
        .logarithmicY()
        .note(
            "Steps are positions of like value. Values nearer to the best than 1e-12 of the range"
                + " stand at the bottom.")
        .figure();
  }

  private static double[] above(List<Optimum> ends, boolean finished, double least, double floor) {
    return ends.stream()
        .mapToDouble(
            end -> end.isFinished() == finished ? Math.max(floor, end.value() - least) : Double.NaN)
        .toArray();
  }

  /** As the best values were found; as a recorder was told where the result does not know. */
  private Convergence fall() {
    return result.history().isEmpty()
        ? Convergence.of(progress)
        : Convergence.of(result.history(), result.progress());
  }

  private String kinds() {
    Map<String, List<Optimum>> kinds = new TreeMap<>();
    for (Optimum optimum : result.optima()) {
      kinds.computeIfAbsent(kind(optimum.origin()), name -> new ArrayList<>()).add(optimum);
    }
    Bars bars = new Bars("Evaluations of the descents to these optima, by where they began", false);
    kinds.forEach(
        (name, optima) -> {
          long evaluations = optima.stream().mapToLong(one -> one.descent().evaluations()).sum();
          double least = optima.stream().mapToDouble(Optimum::value).min().orElse(Double.NaN);
          bars.add(
              Markup.format(
                  "%s: %,d %s, the lowest %s",
                  name,
                  optima.size(),
                  optima.size() == 1 ? "optimum" : "optima",
                  Markup.number(least)),
              evaluations);
        });
    return bars.figure();
  }

  private static String kind(Origin origin) {
    return origin instanceof Origin.Drawn drawn ? drawn.kind() : "start";
  }

  private String landscape(int[] coordinates) {
    Landscape drawn =
        new Landscape(problem, result.best().x(), coordinates[0], coordinates[1], names);
    List<Optimum> optima = lowest(LINES);
    if (search != null) {
      for (Optimum optimum : lowest(PATHS)) {
        drawn.path(search.replay(optimum).path().stream().map(Result.Best::x).toList());
      }
    }
    for (int i = optima.size() - 1; i >= 0; i--) {
      drawn.optimum(optima.get(i).x(), false);
    }
    drawn.optimum(result.best().x(), true);
    return drawn.figure(
        (problem.dimension() == 2
                ? "Each of eight shades covers an eighth of the box, the strongest the lowest."
                : "A slice through the best position; each of eight shades covers an eighth of it, the"
                    + " strongest the lowest. Optima are projected onto it.")
            + " The large dot is the best, smaller ones are the other optima"
            + (search == null ? "." : ", lines the ways of descents from where they began."));
  }

  private String table() {
    StringBuilder html = new StringBuilder("<table><thead><tr><th>rank</th>");
    for (String head : List.of("value", "hits", "first seen")) {
      html.append("<th align=\"right\">").append(head).append("</th>");
    }
    html.append("<th>began as</th><th>ended</th>");
    names.forEach(
        name -> html.append("<th align=\"right\">").append(Markup.escape(name)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    int rank = 1;
    for (Optimum optimum : lowest(ROWS)) {
      html.append("<tr><td>").append(rank++).append("</td>");
      cell(html, String.valueOf(optimum.value()));
      cell(html, Markup.format("%,d", optimum.hits()));
      cell(html, Markup.format("%,d", optimum.firstSeen()));
      html.append("<td>").append(Markup.escape(kind(optimum.origin()))).append("</td>");
      html.append("<td>").append(optimum.end().name().toLowerCase(Locale.ROOT)).append("</td>");
      Arrays.stream(optimum.x()).forEach(x -> cell(html, Markup.number(x)));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>").toString();
  }

  private static void cell(StringBuilder html, String text) {
    html.append("<td align=\"right\">").append(text).append("</td>");
  }
}
