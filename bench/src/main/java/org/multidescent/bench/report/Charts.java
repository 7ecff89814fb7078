package org.multidescent.bench.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts as PNG or SVG files; needs no screen. */
public final class Charts {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;
  private static final int BAND_ALPHA = 45;
  private static final float THICK = 2.2f;
  private static final int NARROW = 12;

  /** Okabe and Ito's colours, told apart by the colour-blind; darker ones; some of P. Tol's. */
  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x555555),
    new Color(0x7B3294),
    new Color(0x8C510A),
    new Color(0x01665E),
    new Color(0x000000),
    new Color(0x999933),
    new Color(0x882255),
    new Color(0xDDCC77),
    new Color(0x332288),
    new Color(0x44AA99)
  };

  static {
    System.setProperty("java.awt.headless", "true");
  }

  private Charts() {}

  /**
   * Loads what drawing needs. Once the virtual machine is about to end, as after Ctrl-C, it can no
   * longer be loaded.
   *
   * @throws IOException if nothing can be drawn
   */
  public static void prepare() throws IOException {
    XYChart chart = lines("", "", "");
    chart.addSeries("none", new double[] {1, 10}, new double[] {1, 1});
    ChartEncoder.getBytes(chart, "png");
    ChartEncoder.getBytes(chart, "svg");
  }

  /**
   * Draws shares, from 0 to 1, over a logarithmic axis.
   *
   * @param file where to, ending in {@code .png} or {@code .svg}
   * @param title above the chart
   * @param xTitle below it
   * @param yTitle beside it
   * @param curves the lines
   * @throws IOException if the file cannot be written
   */
  public static void shares(
      Path file, String title, String xTitle, String yTitle, List<Curve> curves)
      throws IOException {
    XYChart chart = lines(title, xTitle, yTitle);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0).setYAxisDecimalPattern("0.0");
    add(chart, curves);
    save(chart, file);
  }

  /**
   * Draws lines over two logarithmic axes.
   *
   * @param file where to, ending in {@code .png} or {@code .svg}
   * @param title above the chart
   * @param xTitle below it
   * @param yTitle beside it
   * @param curves the lines; all heights above 0
   * @throws IOException if the file cannot be written
   */
  public static void falling(
      Path file, String title, String xTitle, String yTitle, List<Curve> curves)
      throws IOException {
    XYChart chart = lines(title, xTitle, yTitle);
    logarithmicHeights(chart);
    add(chart, curves);
    save(chart, file);
  }

  /**
   * Draws groups of bars, one bar of each colour in a group.
   *
   * @param file where to, ending in {@code .png} or {@code .svg}
   * @param title above the chart
   * @param yTitle beside it
   * @param logarithmic whether heights are on a logarithmic axis, which begins with 1
   * @param groups what is written below each group
   * @param heights for each colour's name as many as there are groups; 1 or more on a logarithmic
   *     axis
   * @throws IOException if the file cannot be written
   */
  public static void bars(
      Path file,
      String title,
      String yTitle,
      boolean logarithmic,
      List<String> groups,
      Map<String, List<Double>> heights)
      throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setSeriesColors(COLOURS);
    chart.getStyler().setLegendVisible(heights.size() > 1);
    chart.getStyler().setXAxisTickMarkSpacingHint(NARROW);
    chart.getStyler().setXAxisLabelRotation(groups.size() > 5 ? 90 : 0);
    if (logarithmic) {
      chart.getStyler().setYAxisLogarithmic(true).setYAxisMin(1.0);
      chart.getStyler().setYAxisTickLabelsFormattingFunction(Charts::decade);
    } else {
      chart.getStyler().setYAxisDecimalPattern("0.0#");
    }
    plain(chart.getStyler());
    heights.forEach((name, series) -> chart.addSeries(name, groups, series));
    save(chart, file);
  }

  /** Draws lines, and points with intervals, over two logarithmic axes. */
  static void rates(Path file, RateChart rates) throws IOException {
    XYChart chart = lines(rates.title(), rates.xTitle(), rates.yTitle());
    logarithmicHeights(chart);
    add(chart, rates.curves());
    Curve points = rates.points();
    if (points != null) {
      double[] errors = new double[points.x().length];
      Arrays.setAll(errors, i -> Math.min(points.y()[i] / 2, points.y()[i] - points.low()[i]));
      chart
          .addSeries(points.name(), points.x(), points.y(), errors)
          .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
          .setMarker(SeriesMarkers.CIRCLE)
          .setMarkerColor(COLOURS[rates.curves().size() % COLOURS.length]);
    }
    save(chart, file);
  }

  private static XYChart lines(String title, String xTitle, String yTitle) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setXAxisTickLabelsFormattingFunction(Charts::decade);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    plain(chart.getStyler());
    return chart;
  }

  private static void logarithmicHeights(XYChart chart) {
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setYAxisTickLabelsFormattingFunction(Charts::decade);
  }

  /** Writes a tick of a logarithmic axis: 0.01, 1, 1,000, 1e6, 1e-5. */
  static String decade(double value) {
    if (value >= 1e-3 && value < 1e6) {
      return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(value);
    }
    return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value)
        .replace('E', 'e');
  }

  private static void plain(AxesChartStyler styler) {
    styler.setPlotGridLinesColor(new Color(0xE4E4E4));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setLegendBorderColor(Color.WHITE);
  }

  private static void add(XYChart chart, List<Curve> curves) {
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      Color colour = COLOURS[i % COLOURS.length];
      if (curve.hasBand()) {
        band(chart, curve, colour);
      }
      chart
          .addSeries(curve.name(), curve.x(), curve.y())
          .setMarker(SeriesMarkers.NONE)
          .setLineColor(colour)
          .setLineStyle(stroke(i / COLOURS.length));
    }
  }

  /** Solid lines while the colours last, then dotted ones. */
  private static BasicStroke stroke(int round) {
    return round == 0
        ? new BasicStroke(THICK, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            THICK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);
  }

  private static void band(XYChart chart, Curve curve, Color colour) {
    int count = curve.x().length;
    double[] x = new double[2 * count];
    double[] y = new double[2 * count];
    for (int i = 0; i < count; i++) {
      x[i] = curve.x()[i];
      y[i] = curve.low()[i];
      x[2 * count - 1 - i] = curve.x()[i];
      y[2 * count - 1 - i] = curve.high()[i];
    }
    XYSeries area = chart.addSeries(curve.name() + ", quartiles", x, y);
    area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
    area.setMarker(SeriesMarkers.NONE);
    area.setLineColor(pale);
    area.setFillColor(pale);
    area.setShowInLegend(false);
  }

  private static void save(IChart chart, Path file) throws IOException {
    String name = file.toString();
    try (OutputStream out = Files.newOutputStream(file)) {
      ChartEncoder.saveChart(chart, out, name.substring(name.lastIndexOf('.') + 1));
    }
  }
}
