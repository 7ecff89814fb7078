package org.multidescent.bench;

import java.util.List;
import org.multidescent.AskTell;
import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.BbobFunction;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/**
 * How long a search lasts where evaluations take the same time and there are machines enough: the
 * rounds in which all positions that the search can use are evaluated at once, until the minimum is
 * reached within 1e-8, by the lanes of the search.
 *
 * <p>Run it with {@code java -cp bench/target/benchmarks.jar
 * org.multidescent.bench.RoundsToTarget}, with the number of seeds as an argument if 3 are not
 * wanted, and the lanes as others if not 1, 16, 64.
 */
final class RoundsToTarget {

  private static final double PRECISION = 1e-8;
  private static final long MOST_EVALUATIONS = 2_000_000;
  private static final int DIMENSION = 10;
  private static final List<Integer> LANES = List.of(1, 16, 64);
  private static final List<Integer> RASTRIGIN_AND_ROSENBROCK = List.of(15, 8);

  private RoundsToTarget() {}

  public static void main(String[] arguments) {
    int seeds = arguments.length < 1 ? 3 : Integer.parseInt(arguments[0]);
    List<Integer> lanes =
        arguments.length < 2
            ? LANES
            : List.of(arguments).subList(1, arguments.length).stream()
                .map(Integer::parseInt)
                .toList();
    for (int function : RASTRIGIN_AND_ROSENBROCK) {
      BbobFunction bbob = Bbob.function(function, DIMENSION, 1);
      print("f" + function, bbob.problem(), bbob.fOpt(), lanes, seeds);
    }
    for (String name : List.of("rastrigin10", "rosenbrock10")) {
      TestProblem of = TestProblems.named(name);
      print(name, of.problem(), of.minimum(), lanes, seeds);
    }
  }

  private static void print(
      String name, Problem problem, double minimum, List<Integer> lanes, int seeds) {
    for (int many : lanes) {
      long rounds = 0;
      long evaluations = 0;
      int solved = 0;
      for (int seed = 1; seed <= seeds; seed++) {
        Counts counts = run(problem, minimum, many, seed);
        rounds += counts.rounds;
        evaluations += counts.evaluations;
        solved += counts.solved ? 1 : 0;
      }
      System.out.printf(
          "%-14s %3d lanes: %,9d rounds, %,9d evaluations, means of %d seeds, %d solved%n",
          name, many, rounds / seeds, evaluations / seeds, seeds, solved);
    }
  }

  private record Counts(long rounds, long evaluations, boolean solved) {}

  private static Counts run(Problem problem, double minimum, int lanes, int seed) {
    Budget budget = Budget.target(minimum + PRECISION).or(Budget.evaluations(MOST_EVALUATIONS));
    Evaluator objective = problem.evaluator();
    long rounds = 0;
    long evaluations = 0;
    try (AskTell session =
        AskTell.over(
            problem.startBox(), search -> search.seed(seed).reproducible(lanes).budget(budget))) {
      while (!session.isDone()) {
        List<AskTell.Asked> asked = session.ask(Integer.MAX_VALUE);
        for (AskTell.Asked one : asked) {
          session.tell(one.number(), objective.value(one.x()));
        }
        rounds++;
        evaluations += asked.size();
      }
      return new Counts(rounds, evaluations, session.result().ending() == Ending.TARGET);
    }
  }
}
