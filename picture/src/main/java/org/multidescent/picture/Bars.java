package org.multidescent.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars that lie, each with its name above and its number behind, so that long names have room on a
 * narrow screen.
 */
public final class Bars {

  private static final double WIDTH = 560;
  private static final double ROW = 46;
  private static final double MARGIN = 4;
  private static final double NUMBERS = 110;

  private record Bar(String name, double length, String label) {}

  private final String title;
  private final boolean logarithmic;
  private final List<Bar> bars = new ArrayList<>();
  private int colours = Chart.COLOURS;
  private String note = "";

  /**
   * Creates a chart without bars.
   *
   * @param title above it
   * @param logarithmic whether a bar ten times as long stands for the same factor everywhere; then
   *     bars begin at 1
   */
  public Bars(String title, boolean logarithmic) {
    this.title = title;
    this.logarithmic = logarithmic;
  }

  /**
   * Adds a bar.
   *
   * @param name what it stands for
   * @param length its length, 0 or more
   * @return these bars
   */
  public Bars add(String name, double length) {
    return add(name, length, Markup.number(length));
  }

  /**
   * Adds a bar with a text of its own behind it.
   *
   * @param name what it stands for
   * @param length its length, 0 or more
   * @param label what is written behind it
   * @return these bars
   */
  public Bars add(String name, double length, String label) {
    bars.add(new Bar(name, length, label));
    return this;
  }

  /**
   * Sets after how many bars colours repeat: as many as each group has.
   *
   * @param bars 1 or more
   * @return these bars
   */
  public Bars group(int bars) {
    colours = bars;
    return this;
  }

  /**
   * Sets what is written below.
   *
   * @param text a sentence or two
   * @return these bars
   */
  public Bars note(String text) {
    note = text;
    return this;
  }

  /**
   * Returns the bars with their title.
   *
   * @return a figure of HTML
   */
  public String figure() {
    Drawing drawing = new Drawing(WIDTH, Math.max(1, bars.size()) * ROW, title);
    double most = bars.stream().mapToDouble(bar -> size(bar.length())).max().orElse(0);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double share = most > 0 ? size(bar.length()) / most : 0;
      double length = share * (WIDTH - NUMBERS - MARGIN);
      double top = i * ROW;
      drawing.text(MARGIN, top + 17, "start", bar.name());
      drawing.box(
          MARGIN,
          top + 23,
          Math.max(1, length),
          17,
          "fill=\"" + Chart.colour(i % colours) + "\" rx=\"2\"");
      drawing.text(MARGIN + length + 8, top + 37, "start", bar.label());
    }
    return "<figure><figcaption>%s</figcaption>\n%s%s</figure>\n"
        .formatted(
            Markup.escape(title),
            drawing.svg(),
            note.isEmpty() ? "" : "<p>" + Markup.escape(note) + "</p>");
  }

  private double size(double length) {
    double shown = Double.isFinite(length) ? length : 0;
    return logarithmic ? Math.log10(Math.max(1, shown)) : shown;
  }
}
