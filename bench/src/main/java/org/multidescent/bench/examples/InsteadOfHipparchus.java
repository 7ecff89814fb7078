package org.multidescent.bench.examples;

import java.util.Arrays;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultiStartMultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.random.UncorrelatedRandomVectorGenerator;
import org.hipparchus.random.UniformRandomGenerator;
import org.hipparchus.random.Well19937c;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * The same problem with Hipparchus' {@code MultiStartMultivariateOptimizer} and with a search: the
 * objective stays as it is; bounds become the box, evaluations the budget.
 */
public final class InsteadOfHipparchus {

  private static final int DIMENSION = 5;
  private static final int EVALUATIONS = 20_000;
  private static final int STARTS = 50;

  private InsteadOfHipparchus() {}

  /**
   * Prints the least values of both.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println("Hipparchus: " + before());
    System.out.println("search:     " + after());
  }

  static double before() {
    double[] lower = new double[DIMENSION];
    double[] upper = new double[DIMENSION];
    Arrays.fill(lower, -5.12);
    Arrays.fill(upper, 5.12);
    double[] middle = new double[DIMENSION];
    double[] deviation = new double[DIMENSION];
    Arrays.fill(deviation, 5.12 / Math.sqrt(3)); // of a uniform distribution over the box
    MultiStartMultivariateOptimizer optimizer =
        new MultiStartMultivariateOptimizer(
            new BOBYQAOptimizer(2 * DIMENSION + 1),
            STARTS,
            new UncorrelatedRandomVectorGenerator(
                middle, deviation, new UniformRandomGenerator(new Well19937c(1))));
    PointValuePair best =
        optimizer.optimize(
            new MaxEval(EVALUATIONS),
            new ObjectiveFunction(InsteadOfHipparchus::rastrigin),
            GoalType.MINIMIZE,
            new InitialGuess(new double[DIMENSION]),
            new SimpleBounds(lower, upper));
    return best.getValue();
  }

  static double after() {
    Problem problem = Problem.of(InsteadOfHipparchus::rastrigin, Box.cube(-5.12, 5.12, DIMENSION));
    Result result = Search.of(problem).seed(1).budget(Budget.evaluations(EVALUATIONS)).run();
    return result.best().value();
  }

  /** Rastrigin's function, its least value moved away from the guess. */
  private static double rastrigin(double[] x) {
    double sum = 10 * x.length;
    for (double v : x) {
      double moved = v - 1.3;
      sum += moved * moved - 10 * Math.cos(2 * Math.PI * moved);
    }
    return sum;
  }
}
