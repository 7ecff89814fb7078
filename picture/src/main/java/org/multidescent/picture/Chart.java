package org.multidescent.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines and points over two axes, as SVG in a figure of HTML, in the colours of {@link Sheet}.
 * Series differ by dashes, too. What is not finite, or not above 0 on a logarithmic axis, is left
 * out.
 */
public final class Chart {

  /** How many colours there are. */
  static final int COLOURS = 8;

  private static final double WIDTH = 560;
  private static final double HEIGHT = 380;
  private static final double LEFT = 84;
  private static final double RIGHT = 34;
  private static final double TOP = 14;
  private static final double BOTTOM = 66;
  private static final String[] DASHES = {"", "7 4", "2 4", "11 4 2 4"};

  private record Series(
      String name, double[] x, double[] y, double[] low, double[] high, boolean joined) {}

  private final String title;
  private final String xTitle;
  private final String yTitle;
  private final List<Series> series = new ArrayList<>();
  private boolean logarithmicX;
  private boolean logarithmicY;
  private double @Nullable [] heights;
  private String note = "";

  /**
   * Creates an empty chart.
   *
   * @param title above it
   * @param xTitle below it
   * @param yTitle beside it
   */
  public Chart(String title, String xTitle, String yTitle) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
  }

  /**
   * Makes the horizontal axis logarithmic.
   *
   * @return this chart
   */
  public Chart logarithmicX() {
    logarithmicX = true;
    return this;
  }

  /**
   * Makes the vertical axis logarithmic.
   *
   * @return this chart
   */
  public Chart logarithmicY() {
    logarithmicY = true;
    return this;
  }

  /**
   * Sets what the vertical axis covers.
   *
   * @param from its lower end
   * @param to its upper end
   * @return this chart
   */
  public Chart heights(double from, double to) {
    heights = new double[] {from, to};
    return this;
  }

  /**
   * Sets what is written below.
   *
   * @param text a sentence or two
   * @return this chart
   */
  public Chart note(String text) {
    note = text;
    return this;
  }

  /**
   * Adds a line.
   *
   * @param name what the legend calls it
   * @param x positions
   * @param y heights, as many
   * @return this chart
   */
  public Chart line(String name, double[] x, double[] y) {
    return add(new Series(name, x, y, y, y, true));
  }

  /**
   * Adds a line with a band around it.
   *
   * @param name what the legend calls it
   * @param x positions
   * @param y heights, as many
   * @param low the band's lower edge
   * @param high the band's upper edge
   * @return this chart
   */
  public Chart band(String name, double[] x, double[] y, double[] low, double[] high) {
    return add(new Series(name, x, y, low, high, true));
  }

  /**
   * Adds points.
   *
   * @param name what the legend calls them
   * @param x positions
   * @param y heights, as many
   * @return this chart
   */
  public Chart points(String name, double[] x, double[] y) {
    return add(new Series(name, x, y, y, y, false));
  }

  /**
   * Adds points with an interval each.
   *
   * @param name what the legend calls them
   * @param x positions
   * @param y heights, as many
   * @param low the intervals' lower ends
   * @param high the intervals' upper ends
   * @return this chart
   */
  public Chart intervals(String name, double[] x, double[] y, double[] low, double[] high) {
    return add(new Series(name, x, y, low, high, false));
  }

  private Chart add(Series one) {
    series.add(one);
    return this;
  }

  /**
   * Returns the chart with its title and legend.
   *
   * @return a figure of HTML
   */
  public String figure() {
    StringBuilder html = new StringBuilder("<figure><figcaption>");
    html.append(Markup.escape(title)).append("</figcaption>\n");
    if (series.size() > 1) {
      html.append("<ul class=\"legend\">");
      for (int i = 0; i < series.size(); i++) {
        html.append("<li>").append(swatch(i)).append(Markup.escape(series.get(i).name()));
        html.append("</li>");
      }
      html.append("</ul>\n");
    }
    html.append(svg());
    if (!note.isEmpty()) {
      html.append("<p>").append(Markup.escape(note)).append("</p>");
    }
    return html.append("</figure>\n").toString();
  }

  private String swatch(int i) {
    String mark =
        series.get(i).joined()
            ? "<path d=\"M0 6H30\" %s/>".formatted(pen(i))
            : "<circle cx=\"15\" cy=\"6\" r=\"5\" fill=\"%s\"/>".formatted(colour(i));
    return "<svg viewBox=\"0 0 30 12\" aria-hidden=\"true\">" + mark + "</svg>";
  }

  private String svg() {
    Drawing drawing = new Drawing(WIDTH, HEIGHT, title);
    if (values(false).findAny().isEmpty() || values(true).findAny().isEmpty()) {
      return drawing.text(WIDTH / 2, HEIGHT / 2, "middle", "all equal: nothing to show").svg();
    }
    Axis x = axis(xTitle, values(false), logarithmicX);
    Axis y =
        heights == null
            ? axis(yTitle, values(true), logarithmicY)
            : new Axis(yTitle, heights[0], heights[1], logarithmicY);
    drawing.frame(x, y, LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM);
    for (int i = 0; i < series.size(); i++) {
      draw(drawing, series.get(i), i, x, y);
    }
    return drawing.svg();
  }

  private static Axis axis(String title, DoubleStream values, boolean logarithmic) {
    var range = values.summaryStatistics();
    return Axis.around(title, range.getMin(), range.getMax(), logarithmic);
  }

  /** Returns the numbers that are drawn along one axis. */
  private DoubleStream values(boolean vertical) {
    return series.stream()
        .flatMap(one -> vertical ? Stream.of(one.y(), one.low(), one.high()) : Stream.of(one.x()))
        .flatMapToDouble(Arrays::stream)
        .filter(value -> isShown(value, vertical ? logarithmicY : logarithmicX));
  }

  private static boolean isShown(double value, boolean logarithmic) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }

  private void draw(Drawing drawing, Series one, int number, Axis x, Axis y) {
    StringBuilder line = new StringBuilder();
    StringBuilder edge = new StringBuilder();
    StringBuilder back = new StringBuilder();
    for (int i = 0; i < one.x().length; i++) {
      if (!isShown(one.x()[i], logarithmicX) || !isShown(one.y()[i], logarithmicY)) {
        continue;
      }
      double left = LEFT + x.share(one.x()[i]) * (WIDTH - LEFT - RIGHT);
      String middle = Markup.at(left) + " " + Markup.at(top(y, one.y()[i]));
      String low = Markup.at(left) + " " + Markup.at(top(y, one.low()[i]));
      String high = Markup.at(left) + " " + Markup.at(top(y, one.high()[i]));
      if (one.joined()) {
        line.append(line.isEmpty() ? "M" : "L").append(middle);
        edge.append(edge.isEmpty() ? "M" : "L").append(low);
        back.insert(0, "L" + high);
      } else {
        line.append("M").append(low).append("L").append(high);
        drawing.dot(left, top(y, one.y()[i]), 5, colour(number));
      }
    }
    if (one.joined() && one.low() != one.y()) {
      drawing.path(
          edge.toString() + back + "Z",
          "fill=\"%s\" fill-opacity=\"0.18\"".formatted(colour(number)));
    }
    drawing.path(line.toString(), one.joined() ? pen(number) : pen(number % COLOURS));
  }

  private static double top(Axis y, double value) {
    double shown = Double.isFinite(value) ? value : y.to();
    return TOP + (1 - y.share(shown)) * (HEIGHT - TOP - BOTTOM);
  }

  static String colour(int number) {
    return "var(--c" + number % COLOURS + ")";
  }

  private static String pen(int number) {
    String dash = DASHES[number % DASHES.length];
    return "fill=\"none\" stroke=\"%s\" stroke-width=\"2.6\" stroke-linejoin=\"round\"%s"
        .formatted(colour(number), dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
  }
}
