package org.multidescent.bench.examples;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937c;
import org.multidescent.Search;
import org.multidescent.bench.problems.control.CartPole;
import org.multidescent.bench.problems.control.Pendulum;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Budget;

/**
 * In how many of 25 runs a policy is found that solves each of 100 fresh episodes, by the number of
 * episodes it may learn from: the search, Hipparchus' CMA-ES with restarts, and random search,
 * which both report the position with the lowest single value.
 */
public final class PolicyTable {

  private static final int RUNS = 25;
  private static final int FRESH = 100;

  private PolicyTable() {}

  /** A task: its policy's weights, and how many of the fresh episodes a policy solves. */
  record Control(String name, Problem problem, ToIntFunction<double[]> solved) {}

  /** A method: finds a policy from so many episodes. */
  interface Method {
    double[] policy(Problem problem, long seed, int episodes);
  }

  /**
   * Prints the table.
   *
   * @param args the numbers of episodes; 100, 300, 1,000, 3,000 and 10,000 if there are none
   */
  public static void main(String[] args) {
    String[] episodes =
        args.length > 0 ? args : new String[] {"100", "300", "1000", "3000", "10000"};
    MarkdownTable table = new MarkdownTable(2, header(episodes));
    for (Control control : controls()) {
      row(table, control, "search", PolicyTable::search, episodes);
      row(table, control, "CMA-ES", PolicyTable::cmaes, episodes);
      row(table, control, "random search", PolicyTable::random, episodes);
    }
    System.out.print(table.markdown());
  }

  static List<Control> controls() {
    return List.of(
        new Control("cart-pole, linear", CartPole.linearPolicy(), PolicyTable::balanced),
        new Control("cart-pole, network", CartPole.networkPolicy(), PolicyTable::balanced),
        new Control("pendulum, network", Pendulum.networkPolicy(), PolicyTable::swungUp));
  }

  private static String[] header(String[] episodes) {
    String[] header = new String[episodes.length + 2];
    header[0] = "task";
    header[1] = "method";
    System.arraycopy(episodes, 0, header, 2, episodes.length);
    return header;
  }

  private static void row(
      MarkdownTable table, Control control, String name, Method method, String[] episodes) {
    String[] cells = new String[episodes.length + 2];
    cells[0] = control.name();
    cells[1] = name;
    for (int k = 0; k < episodes.length; k++) {
      int each = Integer.parseInt(episodes[k]);
      long solved =
          IntStream.rangeClosed(1, RUNS)
              .filter(
                  seed ->
                      control.solved().applyAsInt(method.policy(control.problem(), seed, each))
                          == FRESH)
              .count();
      cells[k + 2] = String.format(Locale.ROOT, "%d", solved);
    }
    table.row(cells);
  }

  static double[] search(Problem problem, long seed, int episodes) {
    return Search.of(problem)
        .seed(seed)
        .reproducible(1)
        .budget(Budget.evaluations(episodes))
        .run()
        .best()
        .x();
  }

  private static double[] random(Problem problem, long seed, int episodes) {
    SplittableRandom random = new SplittableRandom(seed);
    Lowest lowest = new Lowest(problem, random, episodes);
    while (lowest.left > 0) {
      lowest.value(start(problem.startBox(), random));
    }
    return lowest.position;
  }

  /** Restarts with twice the population, from uniform positions, a fifth of the box wide. */
  private static double[] cmaes(Problem problem, long seed, int episodes) {
    SplittableRandom random = new SplittableRandom(seed);
    Lowest lowest = new Lowest(problem, random, episodes);
    Box box = problem.startBox();
    double[] lower = new double[box.dimension()];
    double[] upper = new double[box.dimension()];
    double[] sigma = new double[box.dimension()];
    for (int i = 0; i < sigma.length; i++) {
      lower[i] = box.lower(i);
      upper[i] = box.upper(i);
      sigma[i] = box.width(i) / 5;
    }
    int population = 4 + (int) (3 * Math.log(sigma.length));
    for (; lowest.left > 0; population *= 2) {
      CMAESOptimizer optimiser =
          new CMAESOptimizer(
              Integer.MAX_VALUE, 0, true, 0, 0, new Well19937c(random.nextLong()), false, null);
      try {
        optimiser.optimize(
            new InitialGuess(start(box, random)),
            new ObjectiveFunction(lowest::value),
            GoalType.MINIMIZE,
            new SimpleBounds(lower, upper),
            new MaxEval(lowest.left),
            new CMAESOptimizer.Sigma(sigma),
            new CMAESOptimizer.PopulationSize(population));
      } catch (MathRuntimeException spent) {
        // The episodes are used up, or the next restart follows.
      }
    }
    return lowest.position;
  }

  private static double[] start(Box box, SplittableRandom random) {
    double[] x = new double[box.dimension()];
    for (int i = 0; i < x.length; i++) {
      x[i] = box.lower(i) + box.width(i) * random.nextDouble();
    }
    return x;
  }

  /** Counts episodes, and keeps the position with the lowest value. */
  private static final class Lowest {

    private final Evaluator evaluator;
    private final SplittableRandom samples;
    private double lowest = Double.POSITIVE_INFINITY;
    private double[] position = new double[0];
    private int left;

    Lowest(Problem problem, SplittableRandom random, int episodes) {
      evaluator = problem.evaluator();
      samples = random.split();
      left = episodes;
    }

    double value(double[] x) {
      left--;
      evaluator.sample(samples.nextLong());
      double value = evaluator.value(x);
      if (value < lowest) {
        lowest = value;
        position = x.clone();
      }
      return value;
    }
  }

  private static int balanced(double[] policy) {
    return PolicySearch.solved(policy, FRESH);
  }

  static int swungUp(double[] policy) {
    int solved = 0;
    for (int k = 0; k < FRESH; k++) {
      solved += Pendulum.isSwungUp(policy, new RandomStream(-1, k, 0)) ? 1 : 0;
    }
    return solved;
  }
}
