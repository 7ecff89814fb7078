package org.multidescent.spark.examples;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.spark.SparkProblem;

/**
 * An application for spark-submit: swings a pendulum to where it is to be, by a simulation that the
 * executors run.
 */
public final class PendulumOnSpark {

  private static final double STEP = 1e-3;

  private PendulumOnSpark() {}

  /**
   * Looks for the damping and the first speed with which the pendulum is nearest to an angle of 2
   * and a speed of -1 after ten seconds.
   *
   * @param arguments none; spark-submit says where executors are
   */
  public static void main(String[] arguments) {
    try (JavaSparkContext context = new JavaSparkContext(new SparkConf().setAppName("pendulum"))) {
      Problem problem = SparkProblem.of(context, PendulumOnSpark::problem);
      Budget budget = Budget.evaluations(300);
      Result result = Search.of(problem).workers(16).reproducible(16).budget(budget).run();
      System.out.println(result);
    }
  }

  private static Problem problem() {
    return Problem.of(x -> simulate(x[0], x[1]), Box.of(new double[] {0, -5}, new double[] {1, 5}));
  }

  private static double simulate(double damping, double speed) {
    double angle = 0;
    double turning = speed;
    for (double time = 0; time < 10; time += STEP) {
      turning -= STEP * (Math.sin(angle) + damping * turning);
      angle += STEP * turning;
    }
    return Math.pow(angle - 2, 2) + Math.pow(turning + 1, 2);
  }
}
