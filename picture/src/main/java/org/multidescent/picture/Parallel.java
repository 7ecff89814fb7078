package org.multidescent.picture;

import java.util.List;
import org.multidescent.problem.Box;
import org.multidescent.report.Optimum;

/** Where optima lie: an axis for each coordinate, a line for each optimum, the best last. */
final class Parallel {

  private static final double WIDTH = 560;
  private static final double HEIGHT = 380;
  private static final double LEFT = 46;
  private static final double TOP = 48;
  private static final double BOTTOM = 340;
  private static final int MOST_LABELS = 7;
  private static final int FEW = 12;

  private final List<String> names;
  private final Box box;

  Parallel(List<String> names, Box box) {
    this.names = names;
    this.box = box;
  }

  /** Returns the figure of some optima, lowest first. */
  String figure(List<Optimum> optima) {
    Drawing drawing = new Drawing(WIDTH, HEIGHT, "Where the optima lie");
    int step = (names.size() + MOST_LABELS - 1) / MOST_LABELS;
    for (int i = 0; i < names.size(); i++) {
      drawing.line(x(i), TOP, x(i), BOTTOM, "var(--grid)");
      if (i % step == 0) {
        drawing.text(x(i), 16, "middle", names.get(i));
        drawing.text(x(i), TOP - 6, "middle", Markup.number(box.upper(i)));
        drawing.text(x(i), BOTTOM + 20, "middle", Markup.number(box.lower(i)));
      }
    }
    for (int k = optima.size() - 1; k >= 0; k--) {
      drawing.path(
          line(optima.get(k).x()),
          "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"%s\""
              .formatted(
                  k == 0 ? "var(--c1)" : "var(--c0)",
                  k == 0 ? "4" : "1.5",
                  optima.size() <= FEW || k == 0 ? "1" : "0.6"));
    }
    return "<figure><figcaption>Where the optima lie</figcaption>\n"
        + drawing.svg()
        + "<p>Each line is one of the "
        + optima.size()
        + " lowest optima, the thick one the best. Axes go from the lower to the upper end of the"
        + " box.</p></figure>\n";
  }

  private String line(double[] x) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      double width = box.upper(i) - box.lower(i);
      double share = width > 0 ? (x[i] - box.lower(i)) / width : 0.5;
      double y = BOTTOM - Math.max(0, Math.min(1, share)) * (BOTTOM - TOP);
      path.append(i == 0 ? "M" : "L").append(Markup.at(x(i))).append(' ').append(Markup.at(y));
    }
    if (x.length == 1) {
      path.append("h1");
    }
    return path.toString();
  }

  private double x(int i) {
    return names.size() == 1 ? WIDTH / 2 : LEFT + i * (WIDTH - 2 * LEFT) / (names.size() - 1);
  }
}
