package org.multidescent.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lines, and points with intervals, over two logarithmic axes.
 *
 * @param title above the chart
 * @param xTitle below it
 * @param yTitle beside it
 * @param curves the lines; all positions and heights above 0
 * @param points the points, their intervals in the band; or null
 */
public record RateChart(
    String title, String xTitle, String yTitle, List<Curve> curves, @Nullable Curve points) {

  /**
   * Creates a chart.
   *
   * @param title as above
   * @param xTitle as above
   * @param yTitle as above
   * @param curves as above
   * @param points as above
   */
  public RateChart {
    Objects.requireNonNull(title, "title: null (expected: a title)");
    curves = List.copyOf(curves);
  }

  /**
   * Writes the chart; needs no screen.
   *
   * @param file where to, ending in {@code .png} or {@code .svg}
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    Charts.rates(file, this);
  }
}
