package org.multidescent.picture;

/** An SVG that grows: what stands in it is in its own units, text 18 of them high. */
final class Drawing {

  private static final double TEXT = 18;

  private final double width;
  private final double height;
  private final String title;
  private final StringBuilder body = new StringBuilder();

  Drawing(double width, double height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  Drawing text(double x, double y, String anchor, String text) {
    body.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(Markup.at(x), Markup.at(y), anchor, Markup.escape(text)));
    return this;
  }

  void path(String data, String attributes) {
    if (!data.isEmpty()) {
      body.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>\n");
    }
  }

  void dot(double x, double y, double radius, String fill) {
    body.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"var(--paper)\"/>"
            .formatted(Markup.at(x), Markup.at(y), Markup.at(radius), fill));
  }

  void box(double x, double y, double width, double height, String attributes) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>"
            .formatted(
                Markup.at(x), Markup.at(y), Markup.at(width), Markup.at(height), attributes));
  }

  void line(double x1, double y1, double x2, double y2, String colour) {
    path(
        "M%s %sL%s %s".formatted(Markup.at(x1), Markup.at(y1), Markup.at(x2), Markup.at(y2)),
        "stroke=\"" + colour + "\"");
  }

  /** Draws axes with their ticks and titles around a rectangle. */
  void frame(Axis x, Axis y, double left, double top, double right, double bottom) {
    for (double tick : x.ticks()) {
      double at = left + x.share(tick) * (right - left);
      line(at, top, at, bottom, "var(--grid)");
      text(at, bottom + 24, "middle", Markup.number(tick));
    }
    for (double tick : y.ticks()) {
      double at = bottom - y.share(tick) * (bottom - top);
      line(left, at, right, at, "var(--grid)");
      text(left - 8, at + 5, "end", Markup.number(tick));
    }
    line(left, bottom, right, bottom, "var(--soft)");
    text((left + right) / 2, bottom + 50, "middle", x.title());
    double middle = (top + bottom) / 2;
    body.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\">%s</text>\n"
            .formatted(Markup.at(TEXT), Markup.at(middle), Markup.escape(y.title())));
  }

  /** Returns a file of its own, with the colours of the sheet. */
  String file() {
    String style = Sheet.STYLE.substring(0, Sheet.STYLE.indexOf("body {"));
    return svg()
        .replaceFirst(
            "<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" ")
        .replaceFirst(">\n", "><style>\n" + style + "svg { background: var(--paper); }</style>\n");
  }

  String svg() {
    return "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\" font-size=\"%.0f\" fill=\"var(--ink)\">\n%s</svg>\n"
        .formatted(width, height, Markup.escape(title), TEXT, body);
  }
}
