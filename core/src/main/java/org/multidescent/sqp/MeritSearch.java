package org.multidescent.sqp;

/**
 * The search along the move of a {@link Subproblem} for a sufficient decrease (Armijo) of an exact
 * penalty function: the objective, and each constraint's violation times its penalty (Han 1977).
 * Belongs to one thread; holds where the last search ended.
 */
final class MeritSearch {

  private static final double ARMIJO = 1e-4;
  private static final int TRIALS = 25;

  /** The objective is not asked for where it would have to fall by this factor of its slope. */
  private static final double OPTIMISM = 2;

  private final ConstrainedFunction function;
  private final SqpMemory layout;
  private final Subproblem model;
  private final double shortest;
  private final double[] position;
  private final double[] constraints;
  private double value;
  private double merit;

  MeritSearch(ConstrainedFunction function, SqpMemory layout, Subproblem model, double shortest) {
    this.function = function;
    this.layout = layout;
    this.model = model;
    this.shortest = shortest;
    this.position = new double[layout.n];
    this.constraints = new double[layout.m];
  }

  /** Where the last search ended. */
  double[] position() {
    return position;
  }

  /** The constraints there. */
  double[] constraints() {
    return constraints;
  }

  /** The objective's value there. */
  double value() {
    return value;
  }

  /**
   * Searches along the model's move.
   *
   * @param memory the descent's
   * @param expected by how much the penalty function rises over the move to first order, below 0
   * @return whether an acceptable position was found
   */
  boolean search(double[] memory, double expected) {
    double penalty = model.penalty(memory, layout.constraints);
    double left = model.penaltyLeft();
    double longest = model.longest();
    merit = memory[SqpMemory.VALUE] + penalty;
    double length = 1;
    for (int k = 0; k < TRIALS; k++) {
      double rise = tryMove(memory, model.direction(), length, length * expected);
      if (rise <= ARMIJO * length * expected) {
        return true;
      }
      if (k == 0 && model.penalty(constraints, 0) > left && rise < Double.MAX_VALUE) {
        double[] other = model.correct(constraints);
        if (other != null && tryMove(memory, other, 1, expected) <= ARMIJO * expected) {
          return true;
        }
      }
      double shorter = -expected * length / (2 * (rise - length * expected));
      length *= shorter > 0.1 ? Math.min(shorter, 0.5) : 0.1;
      if (-length * expected < Math.ulp(merit) / 2 || length * longest < shortest) {
        return false;
      }
    }
    return false;
  }

  /**
   * Evaluates the end of a move, and returns by how much the penalty function rises: {@code
   * Infinity} if something is not finite, and less than it rises if the constraints are violated so
   * much that the objective was not asked for.
   */
  private double tryMove(double[] memory, double[] move, double length, double expected) {
    for (int i = 0; i < layout.n; i++) {
      double there = memory[layout.position + i] + length * move[i];
      position[i] = Math.max(function.lower(i), Math.min(there, function.upper(i)));
    }
    if (function.isApart()) {
      function.constraints(position, constraints);
      double hoped =
          memory[SqpMemory.VALUE]
              + OPTIMISM * length * Math.min(0, model.slope())
              + model.penalty(constraints, 0)
              - merit;
      if (hoped > ARMIJO * length * expected) {
        return hoped;
      }
      value = function.value(position);
    } else {
      value = function.evaluate(position, constraints);
    }
    return layout.isFinite(value, constraints, 0)
        ? value + model.penalty(constraints, 0) - merit
        : Double.POSITIVE_INFINITY;
  }
}
