package org.multidescent.sqp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.sqp.DualActiveSet.Outcome;

/**
 * The quadratic program of a step: a model of the Lagrangian under linearised constraints and the
 * bounds. Where these contradict each other, constraints are violated at a price, never lower than
 * their penalties, which it raises. Belongs to one thread; holds the last solution.
 */
final class Subproblem {

  /** The price of a violation by a unit of length, in lengths of the gradient. */
  private static final double PRICE = 1;

  /** How often prices are raised tenfold, once for each elastic step in a row. */
  private static final int RAISES = 3;

  /** How much larger than the multipliers penalties are. */
  private static final double MARGIN = 1.1;

  private final ConstrainedFunction function;
  private final SqpMemory layout;
  private final QuadraticProgram program;
  private final DualActiveSet solver;
  private @Nullable ElasticProgram elastic;
  private final double[] direction;
  private final double[] multipliers;
  private final double[] penalties;

  Subproblem(ConstrainedFunction function, SqpMemory layout) {
    this.function = function;
    this.layout = layout;
    this.program =
        new QuadraticProgram(layout.n, layout.inequalities, layout.m - layout.inequalities);
    this.solver = new DualActiveSet(program);
    this.direction = new double[layout.n];
    this.multipliers = new double[layout.m];
    this.penalties = new double[layout.m];
  }

  /** The move the model proposes. */
  double[] direction() {
    return direction;
  }

  /** The constraints' multipliers at the end of the move. */
  double[] multipliers() {
    return multipliers;
  }

  /** The penalties of the constraints' violations from this step on. */
  double[] penalties() {
    return penalties;
  }

  /**
   * Solves the model at the position in memory, which is not changed; returns whether it had to
   * violate constraints.
   */
  boolean solve(double[] memory) {
    int n = layout.n;
    System.arraycopy(memory, layout.hessian, program.hessian, 0, n * n);
    System.arraycopy(memory, layout.gradient, program.gradient, 0, n);
    System.arraycopy(memory, layout.jacobian, program.jacobian, 0, layout.m * n);
    System.arraycopy(memory, layout.constraints, program.constraints, 0, layout.m);
    for (int i = 0; i < n; i++) {
      double here = memory[layout.position + i];
      program.lower[i] = function.lower(i) - here;
      program.upper[i] = function.upper(i) - here;
    }
    System.arraycopy(memory, layout.penalties, penalties, 0, layout.m);
    boolean solved = solver.solve() == Outcome.SOLVED;
    if (solved) {
      System.arraycopy(solver.solution(), 0, direction, 0, n);
      System.arraycopy(solver.multipliers(), 0, multipliers, 0, layout.m);
      follow();
    } else {
      solveElastic(memory);
    }
    return !solved;
  }

  /** Lets penalties follow the multipliers: up at once, down by half. */
  private void follow() {
    for (int j = 0; j < layout.m; j++) {
      double wanted = MARGIN * Math.abs(multipliers[j]);
      penalties[j] = Math.max(wanted, (penalties[j] + wanted) / 2);
    }
  }

  private void solveElastic(double[] memory) {
    if (elastic == null) {
      elastic = new ElasticProgram(program);
    }
    double trace = 0;
    double square = 0;
    for (int i = 0; i < layout.n; i++) {
      trace += program.hessian[i * layout.n + i];
      square += program.gradient[i] * program.gradient[i];
    }
    double price = PRICE * (Math.sqrt(square) + trace / layout.n);
    for (int k = 0; k < Math.min(memory[SqpMemory.ELASTIC], RAISES); k++) {
      price *= 10;
    }
    if (elastic.solve(penalties, price) != Outcome.SOLVED) {
      Arrays.fill(direction, 0);
      Arrays.fill(multipliers, 0);
      return;
    }
    System.arraycopy(elastic.solution(), 0, direction, 0, layout.n);
    for (int j = 0; j < layout.m; j++) {
      multipliers[j] = elastic.multiplier(j);
    }
  }

  /**
   * Solves the model again, with constraints that would hold the values seen at the end of the move
   * (the second-order correction); returns the other move, null if there is none.
   */
  double @Nullable [] correct(double[] seen) {
    for (int j = 0; j < layout.m; j++) {
      program.constraints[j] = seen[j] - (linear(j) - program.constraints[j]);
    }
    return solver.solve() == Outcome.SOLVED ? solver.solution() : null;
  }

  /** Returns constraint j at the end of the move, to first order; not after {@link #correct}. */
  double linear(int j) {
    return program.constraint(j, direction);
  }

  /** Returns by how much the objective rises over the move, to first order. */
  double slope() {
    double sum = 0;
    for (int i = 0; i < layout.n; i++) {
      sum += program.gradient[i] * direction[i];
    }
    return sum;
  }

  /** Returns the penalty of constraints' values that begin at an index. */
  double penalty(double[] values, int at) {
    double sum = 0;
    for (int j = 0; j < layout.m; j++) {
      sum += penalties[j] * layout.violation(j, values[at + j]);
    }
    return sum;
  }

  /** Returns the penalty of the violations that are left at the end of the move, to first order. */
  double penaltyLeft() {
    double sum = 0;
    for (int j = 0; j < layout.m; j++) {
      sum += penalties[j] * layout.violation(j, linear(j));
    }
    return sum;
  }

  /** Returns the largest change of a coordinate. */
  double longest() {
    double longest = 0;
    for (double component : direction) {
      longest = Math.max(longest, Math.abs(component));
    }
    return longest;
  }
}
