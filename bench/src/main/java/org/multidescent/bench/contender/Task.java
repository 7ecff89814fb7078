package org.multidescent.bench.contender;

import java.util.Objects;
import org.multidescent.problem.Problem;

/**
 * What a contender is asked to do in one run.
 *
 * @param problem what is to be minimised; differentiable if gradients are analytic
 * @param target the value that solves it; {@code -Infinity} for none
 * @param cap the most evaluations of the objective and its gradient together, 1 or more
 * @param seed of all random numbers
 * @param starts how many starts, for contenders with a given number of them, 1 or more
 * @param workers how many threads, for contenders that can use several, 1 or more
 */
public record Task(Problem problem, double target, long cap, long seed, int starts, int workers) {

  /**
   * Creates a task.
   *
   * @param problem as above
   * @param target as above
   * @param cap as above
   * @param seed as above
   * @param starts as above
   * @param workers as above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Task {
    Objects.requireNonNull(problem, "problem: null (expected: a problem)");
    if (Double.isNaN(target) || target == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "target: " + target + " (expected: a number or -Infinity)");
    }
    requirePositive("cap", cap);
    requirePositive("starts", starts);
    requirePositive("workers", workers);
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: 1 or more)");
    }
  }
}
