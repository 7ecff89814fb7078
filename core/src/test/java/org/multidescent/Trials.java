package org.multidescent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.restart.SearchView;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/**
 * Sixty small searches that differ in problem, budget, renewal, slice and descent; the last ten are
 * under a constraint.
 */
final class Trials {

  /** No trial may make more calls. */
  static final long MOST_CALLS = 1_200;

  /** How many there are. */
  static final int COUNT = 60;

  private static final int FREE = 50;

  private Trials() {}

  /** Returns the numbers of all of them. */
  static IntStream numbers() {
    return IntStream.range(0, COUNT);
  }

  private static Posed posed(int number) {
    return number < FREE ? Posed.FREE : number % 2 == 0 ? Posed.APART : Posed.TOGETHER;
  }

  private static TestProblem landscape(int number) {
    return landscapes().get(number < FREE ? number : 4 * (number - FREE) + 1);
  }

  static List<TestProblem> landscapes() {
    List<TestProblem> landscapes = new ArrayList<>(TestProblems.classic());
    landscapes.addAll(TestProblems.rotated());
    landscapes.addAll(TestProblems.moreGarbowHillstrom());
    landscapes.addAll(TestProblems.thomson());
    return landscapes.subList(0, 50);
  }

  /** Returns the search with a number; all but its workers and lanes are settled by it. */
  static Search search(int number, long seed, Problem problem) {
    TestProblem landscape = landscape(number);
    return resumed(number, Search.of(problem))
        .seed(seed)
        .budget(budget(number, landscape.target()))
        .slice(number % 7 == 3 ? 1 : number % 7 == 5 ? 4 : Integer.MAX_VALUE)
        .initialStarts(number % 4 == 0 ? 40 : 9);
  }

  /** Returns a search that goes on from a checkpoint, with what that does not hold. */
  static Search resumed(int number, Search resumed) {
    return resumed.restart(renewal(number)).descent(descent(number));
  }

  /** Returns the problem with a number, slowed down at random moments. */
  static Problem problem(int number, AtomicLong calls) {
    Problem problem = landscape(number).problem();
    Problem chosen =
        switch (number % 9) {
          case 0, 3 -> problem;
          case 6 -> fused(problem);
          default -> problem.withoutGradient();
        };
    return posed(number)
        .pose(chosen)
        .decorated(evaluator -> new Delayed(evaluator, calls, number % 5 == 4));
  }

  /** Returns the problem with values and gradients in one call. */
  static Problem fused(Problem problem) {
    if (!problem.isDifferentiable()) {
      return problem;
    }
    Problem fused =
        Problems.withGradientPerWorker(
            () -> problem.evaluator()::valueAndGradient, problem.startBox());
    return fused.bounds(problem.bounds());
  }

  private static Budget budget(int number, double target) {
    Budget calls = Budget.evaluations(MOST_CALLS - number);
    return switch (number % 6) {
      case 0, 1 -> calls.or(Budget.target(target));
      case 2 -> calls.or(Budget.steps(61));
      case 3 -> calls.or(Budget.stalls(13));
      case 4 -> Budget.evaluations(21);
      default -> calls;
    };
  }

  private static RestartStrategy renewal(int number) {
    return switch (number % 5) {
      case 0 -> RestartStrategy.none();
      case 1 -> RestartStrategy.fresh(2);
      case 2 -> counting();
      default -> RestartStrategy.perturbations(PerturbationSettings.STANDARD);
    };
  }

  /** A user's renewal that depends on the order of what it is told. */
  private static RestartStrategy counting() {
    return dimension -> new Counting();
  }

  private static final class Counting implements RestartStrategy.Session {

    private double sum;

    @Override
    public Next next(Outcome outcome, SearchView outlook) {
      sum = 0.5 * sum + outcome.value() + outcome.evaluations();
      return new Next.Fresh(Double.doubleToLongBits(sum) % 3 == 0 ? 0 : 2);
    }

    @Override
    public double[] save() {
      return new double[] {sum};
    }

    @Override
    public void restore(double[] saved) {
      sum = saved[0];
    }
  }

  private static Descent descent(int number) {
    if (number >= FREE) {
      StepRule steps = number % 5 == 1 ? StepRule.cmaes(5) : StepRule.sqp();
      return new Descent(steps, StallRule.standard(), Differences.adaptive());
    }
    return switch (number % 4) {
      case 0 -> new Descent(StepRule.spectral(), StallRule.standard(), Differences.forward(1e-7));
      case 1 ->
          new Descent(
              StepRule.euler(1e-3), StallRule.positions(5, 1e-3), Differences.article(1e-3));
      default -> new Descent(StepRule.lbfgs(), StallRule.standard(), Differences.adaptive());
    };
  }

  /** Takes longer at random, and may have holes without a value. */
  private static final class Delayed extends Forwarding {

    private final AtomicLong calls;
    private final boolean holes;

    Delayed(Evaluator evaluator, AtomicLong calls, boolean holes) {
      super(evaluator);
      this.calls = calls;
      this.holes = holes;
    }

    @Override
    public double value(double[] x) {
      double value = super.value(x);
      return holes && Math.abs(x[0] * 7 % 1) < 0.1 ? Double.NaN : value;
    }

    @Override
    public void values(double[] xs, int count, double[] values) {
      throw new UnsupportedOperationException("one at a time");
    }

    @Override
    void called() {
      calls.incrementAndGet();
      int draw = ThreadLocalRandom.current().nextInt(256);
      if (draw == 0) {
        Thread.yield();
      }
      for (int spin = draw < 16 ? draw * 8 : 0; spin > 0; spin--) {
        Thread.onSpinWait();
      }
    }
  }
}
