package org.multidescent.picture;

import java.util.Arrays;
import java.util.List;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * The landscape along two coordinates, the others as at a position: eight bands of as many cells
 * each, the darker (or, on a dark ground, the brighter) the lower.
 */
public final class Landscape {

  private static final int CELLS = 72;
  private static final int BANDS = 8;
  private static final double WIDTH = 560;
  private static final double HEIGHT = 520;
  private static final double LEFT = 84;
  private static final double TOP = 10;
  private static final double RIGHT = 546;
  private static final double BOTTOM = 454;

  private final Problem problem;
  private final double[] at;
  private final int first;
  private final int second;
  private final Axis x;
  private final Axis y;
  private final Drawing drawing = new Drawing(WIDTH, HEIGHT, "The landscape");

  /**
   * Evaluates the problem on a grid of 72 times 72 positions of its start box.
   *
   * @param problem what is drawn
   * @param at a position, for the coordinates that are not drawn
   * @param first the coordinate to the right, counted from 0
   * @param second the one upwards
   * @param names of all coordinates
   */
  public Landscape(Problem problem, double[] at, int first, int second, List<String> names) {
    this.problem = problem;
    this.at = at.clone();
    this.first = first;
    this.second = second;
    Box box = problem.startBox();
    x = new Axis(names.get(first), box.lower(first), box.upper(first), false);
    y = new Axis(names.get(second), box.lower(second), box.upper(second), false);
    paint();
    drawing.frame(x, y, LEFT, TOP, RIGHT, BOTTOM);
  }

  private void paint() {
    double[][] values = values();
    double[] sorted =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    Arrays.sort(sorted);
    double width = (RIGHT - LEFT) / CELLS;
    double height = (BOTTOM - TOP) / CELLS;
    for (int row = 0; row < CELLS; row++) {
      int from = 0;
      for (int column = 1; column <= CELLS; column++) {
        int band = band(values[row][from], sorted);
        if (column == CELLS || band(values[row][column], sorted) != band) {
          if (band > 0) {
            drawing.box(
                LEFT + from * width,
                BOTTOM - (row + 1) * height,
                (column - from) * width + 0.3,
                height + 0.3,
                "fill=\"var(--c0)\" fill-opacity=\"" + Markup.share(band / (BANDS + 1.0)) + "\"");
          }
          from = column;
        }
      }
    }
  }

  /** Returns 0 for the highest eighth of the values, up to 7 for the lowest. */
  private static int band(double value, double[] sorted) {
    if (!Double.isFinite(value)) {
      return 0;
    }
    int place = Arrays.binarySearch(sorted, value);
    return BANDS - 1 - (int) ((long) place * BANDS / Math.max(1, sorted.length));
  }

  private double[][] values() {
    double[][] values = new double[CELLS][CELLS];
    Evaluator evaluator = problem.evaluator();
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double[] position = at.clone();
        position[first] = x.from() + (column + 0.5) / CELLS * (x.to() - x.from());
        position[second] = y.from() + (row + 0.5) / CELLS * (y.to() - y.from());
        values[row][column] = evaluator.value(position);
      }
    }
    return values;
  }

  /**
   * Draws the way of a descent, with a dot where it began.
   *
   * @param positions one or more
   */
  public void path(List<double[]> positions) {
    StringBuilder path = new StringBuilder();
    for (double[] position : positions) {
      path.append(path.isEmpty() ? "M" : "L").append(place(position));
    }
    drawing.path(
        path.toString(),
        "fill=\"none\" stroke=\"var(--ink)\" stroke-width=\"1.6\" opacity=\"0.8\"");
    double[] start = positions.get(0);
    drawing.dot(left(start), top(start), 3.5, "var(--ink)");
  }

  /**
   * Draws an optimum.
   *
   * @param position where it lies
   * @param best whether it is the best: a larger dot of another colour
   */
  public void optimum(double[] position, boolean best) {
    drawing.dot(left(position), top(position), best ? 9 : 5, best ? "var(--c1)" : "var(--c4)");
  }

  /**
   * Returns a picture that stands alone, light or dark as the reader's system is.
   *
   * @return an SVG file
   */
  public String svg() {
    return drawing.file();
  }

  /**
   * Returns the picture for a {@link Sheet}.
   *
   * @param note what is written below
   * @return a figure of HTML
   */
  public String figure(String note) {
    return "<figure><figcaption>The landscape</figcaption>\n"
        + drawing.svg()
        + "<p>"
        + Markup.escape(note)
        + "</p></figure>\n";
  }

  private String place(double[] position) {
    return Markup.at(left(position)) + " " + Markup.at(top(position));
  }

  private double left(double[] position) {
    return LEFT + x.share(position[first]) * (RIGHT - LEFT);
  }

  private double top(double[] position) {
    return BOTTOM - y.share(position[second]) * (BOTTOM - TOP);
  }
}
