package org.multidescent.bench.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws a scaling chart in SVG. */
final class ScalingSvg {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;
  private static final int LEFT = 90;
  private static final int RIGHT = 660;
  private static final int TOP = 50;
  private static final int BOTTOM = 460;
  private static final int LEGEND = 685;
  private static final double[] MANTISSAS = {1, 2, 5};
  private static final String[] COLOURS = {
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#555555", "#7B3294"
  };

  private final RateChart chart;
  private final StringBuilder body = new StringBuilder();
  private final double[] x;
  private final double[] y;
  private int legend;

  ScalingSvg(RateChart chart) {
    this.chart = chart;
    this.x = range(all().flatMap(curve -> Arrays.stream(curve.x()).boxed()));
    this.y =
        range(
            all()
                .flatMap(curve -> Stream.of(curve.low(), curve.y(), curve.high()))
                .flatMap(heights -> Arrays.stream(heights).boxed()));
  }

  String text() {
    frame();
    for (int i = 0; i < chart.curves().size(); i++) {
      line(chart.curves().get(i), COLOURS[i % COLOURS.length]);
    }
    if (chart.points() != null) {
      points(chart.points(), COLOURS[chart.curves().size() % COLOURS.length]);
    }
    return format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"13\">%n",
            WIDTH, HEIGHT)
        + format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n", WIDTH, HEIGHT)
        + body
        + "</svg>\n";
  }

  private Stream<Curve> all() {
    return Stream.concat(chart.curves().stream(), Stream.ofNullable(chart.points()));
  }

  private void frame() {
    label((LEFT + RIGHT) / 2.0, TOP / 2.0, "middle", chart.title());
    label((LEFT + RIGHT) / 2.0, HEIGHT - 15, "middle", chart.xTitle());
    body.append(
        format(
            "<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
            (TOP + BOTTOM) / 2, escape(chart.yTitle())));
    ticks(x).forEach(this::verticalTick);
    ticks(y).forEach(this::horizontalTick);
  }

  private void verticalTick(double value) {
    segment(xOf(value), TOP, xOf(value), BOTTOM, "#DDDDDD", 1);
    label(xOf(value), BOTTOM + 18, "middle", number(value));
  }

  private void horizontalTick(double value) {
    segment(LEFT, yOf(value), RIGHT, yOf(value), "#DDDDDD", 1);
    label(LEFT - 6, yOf(value) + 4, "end", number(value));
  }

  private void line(Curve curve, String colour) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < curve.x().length; i++) {
      path.append(format("%.1f,%.1f ", xOf(curve.x()[i]), yOf(curve.y()[i])));
    }
    body.append(
        format(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            path.toString().strip(), colour));
    segment(LEGEND, legendY(), LEGEND + 24, legendY(), colour, 2);
    legendText(curve.name());
  }

  private void points(Curve points, String colour) {
    for (int i = 0; i < points.x().length; i++) {
      double at = xOf(points.x()[i]);
      segment(at, yOf(points.low()[i]), at, yOf(points.high()[i]), colour, 2);
      circle(at, yOf(points.y()[i]), colour);
    }
    circle(LEGEND + 12, legendY(), colour);
    legendText(points.name());
  }

  private double legendY() {
    return TOP + 20.0 * legend;
  }

  private void legendText(String name) {
    label(LEGEND + 32, legendY() + 4, "start", name);
    legend++;
  }

  private void circle(double at, double height, String colour) {
    body.append(
        format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", at, height, colour));
  }

  private void segment(double x1, double y1, double x2, double y2, String colour, int width) {
    body.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%d\"/>%n",
            x1, y1, x2, y2, colour, width));
  }

  private void label(double at, double height, String anchor, String text) {
    body.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            at, height, anchor, escape(text)));
  }

  private double xOf(double value) {
    return LEFT + (RIGHT - LEFT) * share(x, value);
  }

  private double yOf(double value) {
    return BOTTOM - (BOTTOM - TOP) * share(y, value);
  }

  private static double share(double[] range, double value) {
    double share = Math.log(value / range[0]) / Math.log(range[1] / range[0]);
    return Math.max(0, Math.min(1, share));
  }

  private static double[] range(Stream<Double> values) {
    double[] sorted =
        values.mapToDouble(Double::doubleValue).filter(v -> v > 0 && v < 1e300).sorted().toArray();
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    return new double[] {low, Math.max(high, low * 1.1)};
  }

  private static Stream<Double> ticks(double[] range) {
    Stream.Builder<Double> ticks = Stream.builder();
    int from = (int) Math.floor(Math.log10(range[0]));
    boolean wide = range[1] / range[0] > 1e4;
    for (double decade = Math.pow(10, from); decade <= range[1]; decade *= 10) {
      for (double mantissa : MANTISSAS) {
        double tick = decade * mantissa;
        if (tick >= range[0] && tick <= range[1] && !(wide && mantissa > 1)) {
          ticks.add(tick);
        }
      }
    }
    return ticks.build();
  }

  private static String number(double value) {
    if (value >= 1e6) {
      return format("%.0fM", value / 1e6);
    }
    return value >= 1e3 ? format("%.0fk", value / 1e3) : format("%.3g", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
