package org.multidescent.bench.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.multidescent.Search;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;

/**
 * How complete and how true the listed optima are: ten functions of two coordinates whose minima a
 * dense grid counts, beside what searches list, finish and estimate.
 */
public final class OptimaTable {

  private static final int GRID = 1_000;
  private static final int EVALUATIONS = 40_000;
  private static final int MOST = 10_000;

  private OptimaTable() {}

  /** A function of two coordinates, and how many minima it is known to have in its box. */
  enum Landscape {
    /** Four minima of value 0. */
    HIMMELBLAU(4, Box.cube(-5, 5, 2), (x, y) -> square(x * x + y - 11) + square(x + y * y - 7)),
    /** Six minima in pairs. */
    SIX_HUMP_CAMEL(
        6,
        Box.of(new double[] {-3, -2}, new double[] {3, 2}),
        (x, y) -> (4 - 2.1 * x * x + x * x * x * x / 3) * x * x + x * y + (4 * y * y - 4) * y * y),
    /** One minimum of three is the least. */
    THREE_HUMP_CAMEL(
        3,
        Box.cube(-5, 5, 2),
        (x, y) -> 2 * x * x - 1.05 * Math.pow(x, 4) + Math.pow(x, 6) / 6 + x * y + y * y),
    /** Three minima of one value. */
    BRANIN(
        3,
        Box.of(new double[] {-5, 0}, new double[] {10, 15}),
        (x, y) ->
            square(y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6)
                + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x)
                + 10),
    /** Flat valleys and a value of a million. */
    GOLDSTEIN_PRICE(
        4,
        Box.cube(-2, 2, 2),
        (x, y) ->
            (1 + square(x + y + 1) * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y))
                * (30
                    + square(2 * x - 3 * y)
                        * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y))),
    /** A minimum a quadrant. */
    STYBLINSKI_TANG(4, Box.cube(-5, 5, 2), (x, y) -> styblinskiTang(x) + styblinskiTang(y)),
    /** A bent valley with one minimum. */
    ROSENBROCK(1, Box.cube(-5, 5, 2), (x, y) -> 100 * square(y - x * x) + square(1 - x)),
    /** Eleven wells a coordinate. */
    RASTRIGIN(121, Box.cube(-5.12, 5.12, 2), (x, y) -> well(x) + well(y)),
    /** Wells in a funnel that flattens outwards. */
    ACKLEY(
        121,
        Box.cube(-5.5, 5.5, 2),
        (x, y) ->
            20
                + Math.E
                - 20 * Math.exp(-0.2 * Math.sqrt((x * x + y * y) / 2))
                - Math.exp((Math.cos(2 * Math.PI * x) + Math.cos(2 * Math.PI * y)) / 2)),
    /** 722 minima inside, 18 of them the least, and 39 at the bounds. */
    SHUBERT(761, Box.cube(-10, 10, 2), (x, y) -> shubert(x) * shubert(y));

    final int minima;
    final Box box;
    final Objective objective;

    Landscape(int minima, Box box, DoubleBinaryOperator function) {
      this.minima = minima;
      this.box = box;
      this.objective = x -> function.applyAsDouble(x[0], x[1]);
    }

    private static double square(double number) {
      return number * number;
    }

    private static double well(double v) {
      return 10 + v * v - 10 * Math.cos(2 * Math.PI * v);
    }

    private static double styblinskiTang(double v) {
      return (v * v * v * v - 16 * v * v + 5 * v) / 2;
    }

    private static double shubert(double v) {
      double sum = 0;
      for (int i = 1; i <= 5; i++) {
        sum += i * Math.cos((i + 1) * v + i);
      }
      return sum;
    }
  }

  /** What a search says of its optima. */
  record Row(int listed, int finished, long moved, double estimated) {}

  /**
   * Prints the table.
   *
   * @param args none
   */
  public static void main(String[] args) {
    MarkdownTable table =
        new MarkdownTable(
            1,
            "function",
            "minima",
            "listed",
            "after finish",
            "moved",
            "estimated",
            "fresh starts: listed",
            "after finish",
            "moved",
            "estimated");
    for (Landscape each : Landscape.values()) {
      Row usual = row(each, search(each));
      Row fresh = row(each, search(each).restart(RestartStrategy.fresh(1)).coarseShare(0));
      table.row(
          each.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          Integer.toString(minima(each).size()),
          Integer.toString(usual.listed()),
          Integer.toString(usual.finished()),
          Long.toString(usual.moved()),
          String.format(Locale.ROOT, "%.1f", usual.estimated()),
          Integer.toString(fresh.listed()),
          Integer.toString(fresh.finished()),
          Long.toString(fresh.moved()),
          String.format(Locale.ROOT, "%.1f", fresh.estimated()));
    }
    System.out.print(table.markdown());
  }

  static Search search(Landscape landscape) {
    return Search.of(Problem.of(landscape.objective, landscape.box))
        .seed(1)
        .workers(1)
        .budget(Budget.evaluations(EVALUATIONS));
  }

  static Row row(Landscape landscape, Search search) {
    Result found = search.run();
    Result result = search.finish(found, MOST, 1_000_000);
    long moved = result.optima().stream().filter(optimum -> moves(landscape, optimum)).count();
    return new Row(
        found.optima().size(), result.optima().size(), moved, result.completeness().optima());
  }

  /** Whether a listed optimum leads farther than a thousandth of the box. */
  private static boolean moves(Landscape landscape, Optimum optimum) {
    return distance(landscape.box, optimum.x(), descended(landscape, optimum.x(), 1e-4)) > 1e-3;
  }

  /** The minima below the points of a dense grid that are lower than the eight around them. */
  static List<double[]> minima(Landscape landscape) {
    Box box = landscape.box;
    double[][] values = new double[GRID + 1][GRID + 1];
    for (int i = 0; i <= GRID; i++) {
      for (int j = 0; j <= GRID; j++) {
        values[i][j] = landscape.objective.value(at(box, i, j));
      }
    }
    List<double[]> minima = new ArrayList<>();
    for (int i = 0; i <= GRID; i++) {
      for (int j = 0; j <= GRID; j++) {
        if (isLowest(values, i, j)) {
          double[] x = descended(landscape, at(box, i, j), 1.0 / GRID);
          if (minima.stream().noneMatch(known -> distance(box, known, x) < 1e-3)) {
            minima.add(x);
          }
        }
      }
    }
    return minima;
  }

  private static double[] at(Box box, int i, int j) {
    return new double[] {
      box.lower(0) + box.width(0) * i / GRID, box.lower(1) + box.width(1) * j / GRID
    };
  }

  private static boolean isLowest(double[][] values, int i, int j) {
    for (int a = Math.max(0, i - 1); a <= Math.min(GRID, i + 1); a++) {
      for (int b = Math.max(0, j - 1); b <= Math.min(GRID, j + 1); b++) {
        if (values[a][b] < values[i][j]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Goes down by trying 64 directions, half as far when none is lower. */
  private static double[] descended(Landscape landscape, double[] from, double width) {
    Box box = landscape.box;
    double[] x = from.clone();
    double value = landscape.objective.value(x);
    for (double step = width; step > 1e-9; ) {
      boolean lower = false;
      for (int k = 0; k < 64; k++) {
        double[] next = new double[2];
        for (int i = 0; i < 2; i++) {
          double turn = Math.cos(k * Math.PI / 32 - i * Math.PI / 2);
          next[i] =
              Math.max(box.lower(i), Math.min(box.upper(i), x[i] + step * box.width(i) * turn));
        }
        double there = landscape.objective.value(next);
        if (there < value) {
          value = there;
          x = next;
          lower = true;
        }
      }
      step *= lower ? 1.5 : 0.5;
    }
    return x;
  }

  private static double distance(Box box, double[] x, double[] y) {
    return Math.max(Math.abs(x[0] - y[0]) / box.width(0), Math.abs(x[1] - y[1]) / box.width(1));
  }
}
