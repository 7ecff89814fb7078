package org.multidescent.bench.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.multidescent.Search;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.start.Starts;

/**
 * What a search costs beside an objective of many coordinates with a gradient, and what it keeps:
 * one descent from a random start along Rosenbrock's chain, beside a textbook L-BFGS written here,
 * with as many pairs and a search that halves the step, in the same virtual machine.
 */
public final class ManyCoordinates {

  private static final int PAIRS = 24;
  private static final double BOUND = 2;

  private ManyCoordinates() {}

  /** How a method was seen to do: by call beside the objective, and in memory by coordinate. */
  record Cost(double nanosACall, double objectiveNanos, double numbers, double level) {}

  /** Minimises an objective from a start, by so many calls. */
  private interface Method {
    void run(ValueAndGradient objective, double[] start, int calls);
  }

  /**
   * Prints the table.
   *
   * @param args the numbers of calls and of coordinates; 300, 25,000 and 100,000 if not said
   */
  public static void main(String[] args) {
    int[] numbers =
        args.length > 1
            ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
            : new int[] {300, 25_000, 100_000};
    MarkdownTable table =
        new MarkdownTable(
            0,
            "d",
            "objective, ms a call",
            "search beside it, ms",
            "textbook beside it, ms",
            "search, MB",
            "textbook, MB",
            "calls to the textbook's level");
    table(1_000, 3_000);
    for (int k = 1; k < numbers.length; k++) {
      table.row(table(numbers[k], numbers[0]));
    }
    System.out.print(table.markdown());
  }

  private static String[] table(int dimension, int calls) {
    Cost textbook = cost(ManyCoordinates::textbook, dimension, calls);
    Cost search = cost(ManyCoordinates::search, dimension, calls);
    double megabytes = dimension * 8e-6;
    return new String[] {
      String.format(Locale.ROOT, "%,d", dimension),
      String.format(Locale.ROOT, "%.2f", search.objectiveNanos / 1e6),
      String.format(Locale.ROOT, "%.2f", search.nanosACall / 1e6),
      String.format(Locale.ROOT, "%.2f", textbook.nanosACall / 1e6),
      String.format(Locale.ROOT, "%.0f", search.numbers * megabytes),
      String.format(Locale.ROOT, "%.0f", textbook.numbers * megabytes),
      String.format(Locale.ROOT, "%d for %d", callsTo(textbook.level, dimension, calls), calls)
    };
  }

  private static double[] start(int dimension) {
    return new SplittableRandom(4).doubles(dimension, -BOUND, BOUND).toArray();
  }

  /** Runs a method twice: the first time its clock is read, the second time its memory. */
  private static Cost cost(Method method, int dimension, int calls) {
    double[] start = start(dimension);
    long[] inside = {0};
    double[] lowest = {Double.POSITIVE_INFINITY};
    long begun = System.nanoTime();
    method.run(
        (x, gradient) -> {
          long now = System.nanoTime();
          double value = chain(x, gradient);
          inside[0] += System.nanoTime() - now;
          lowest[0] = Math.min(lowest[0], value);
          return value;
        },
        start,
        calls);
    double beside = System.nanoTime() - begun - inside[0];
    long[] most = {0};
    int[] made = {0};
    method.run(
        (x, gradient) -> {
          if (++made[0] == 2 * PAIRS) {
            most[0] = used();
          }
          return chain(x, gradient);
        },
        start,
        3 * PAIRS);
    double numbers = (most[0] - used()) / 8.0 / dimension;
    return new Cost(beside / calls, (double) inside[0] / calls, numbers, lowest[0]);
  }

  private static long used() {
    System.gc();
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }

  private static Search from(double[] start, ValueAndGradient objective) {
    Box box = Box.cube(-BOUND, BOUND, start.length);
    return Search.of(Problem.withGradient(objective, box))
        .workers(1)
        .starts(Starts.given(List.of(start)));
  }

  private static void search(ValueAndGradient objective, double[] start, int calls) {
    from(start, objective).budget(Budget.evaluations(calls)).run();
  }

  static long callsTo(double level, int dimension, int calls) {
    Budget budget = Budget.target(level).or(Budget.evaluations(10L * calls));
    return from(start(dimension), ManyCoordinates::chain)
        .budget(budget)
        .run()
        .progress()
        .evaluations();
  }

  /** Rosenbrock's function of neighbours in a chain. */
  static double chain(double[] x, double[] gradient) {
    double sum = 0;
    Arrays.fill(gradient, 0);
    for (int i = 0; i + 1 < x.length; i++) {
      double off = x[i + 1] - x[i] * x[i];
      double rest = 1 - x[i];
      sum += 100 * off * off + rest * rest;
      gradient[i] -= 400 * off * x[i] + 2 * rest;
      gradient[i + 1] += 200 * off;
    }
    return sum;
  }

  /** L-BFGS as in textbooks (Nocedal and Wright, algorithm 7.4); returns the lowest value seen. */
  static double textbook(ValueAndGradient objective, double[] start, int calls) {
    int dimension = start.length;
    double[][] shifts = new double[PAIRS][dimension];
    double[][] changes = new double[PAIRS][dimension];
    double[] products = new double[PAIRS];
    double[] x = start.clone();
    double[] gradient = new double[dimension];
    double[] direction = new double[dimension];
    double[] trial = new double[dimension];
    double[] slopes = new double[dimension];
    double value = objective.valueAndGradient(x, gradient);
    int pairs = 0;
    for (int made = 1; made < calls; ) {
      System.arraycopy(gradient, 0, direction, 0, dimension);
      precondition(direction, shifts, changes, products, pairs);
      double slope = -dot(direction, gradient);
      double length = pairs == 0 ? 1 / Math.sqrt(-slope) : 1;
      double there = Double.POSITIVE_INFINITY;
      for (; made < calls && !(there <= value + 1e-4 * length * slope); made++) {
        length = there < Double.POSITIVE_INFINITY ? length / 2 : length;
        for (int i = 0; i < dimension; i++) {
          trial[i] = x[i] - length * direction[i];
        }
        there = objective.valueAndGradient(trial, slopes);
      }
      if (!(there <= value + 1e-4 * length * slope)) {
        break;
      }
      int newest = pairs % PAIRS;
      for (int i = 0; i < dimension; i++) {
        shifts[newest][i] = trial[i] - x[i];
        changes[newest][i] = slopes[i] - gradient[i];
      }
      products[newest] = dot(shifts[newest], changes[newest]);
      pairs += products[newest] > 0 ? 1 : 0;
      System.arraycopy(trial, 0, x, 0, dimension);
      System.arraycopy(slopes, 0, gradient, 0, dimension);
      value = there;
    }
    return value;
  }

  /** Multiplies with the inverse Hessian of the pairs. */
  private static void precondition(
      double[] direction, double[][] shifts, double[][] changes, double[] products, int pairs) {
    double[] weights = new double[PAIRS];
    for (int k = pairs - 1; k >= Math.max(0, pairs - PAIRS); k--) {
      weights[k % PAIRS] = dot(shifts[k % PAIRS], direction) / products[k % PAIRS];
      add(-weights[k % PAIRS], changes[k % PAIRS], direction);
    }
    if (pairs > 0) {
      int newest = (pairs - 1) % PAIRS;
      double scale = products[newest] / dot(changes[newest], changes[newest]);
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= scale;
      }
    }
    for (int k = Math.max(0, pairs - PAIRS); k < pairs; k++) {
      double along = dot(changes[k % PAIRS], direction) / products[k % PAIRS];
      add(weights[k % PAIRS] - along, shifts[k % PAIRS], direction);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double factor, double[] a, double[] to) {
    for (int i = 0; i < a.length; i++) {
      to[i] += factor * a[i];
    }
  }
}
