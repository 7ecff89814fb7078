package org.multidescent.sqp;

import org.multidescent.sqp.DualActiveSet.Outcome;

/**
 * A quadratic program whose rows may be violated at a price, so that there is always a solution: it
 * has one more unknown for each inequality and two for each equation, what is violated, and their
 * sum, with rows of length 1, times a weight is added to what is minimised (the elastic mode of
 * Gill, Murray and Saunders 2005). If the weight is large enough, rows are violated only where they
 * contradict each other.
 */
final class ElasticProgram {

  private static final double TINY = 1e-300;

  /** A second derivative makes the program strictly convex: this share of a violation's price. */
  private static final double BEND = 1e-3;

  private final QuadraticProgram program;
  private final QuadraticProgram elastic;
  private final DualActiveSet solver;
  private final double[] norms;

  ElasticProgram(QuadraticProgram program) {
    this.program = program;
    int equalities = program.m - program.inequalities;
    this.elastic =
        new QuadraticProgram(program.n + program.m + equalities, program.inequalities, equalities);
    this.solver = new DualActiveSet(elastic);
    this.norms = new double[program.m];
  }

  /**
   * Solves the program as its arrays have it now.
   *
   * @param prices what a violation of each row by a unit costs
   * @param weight what a violation by a unit of length costs at least; raises prices that are lower
   */
  Outcome solve(double[] prices, double weight) {
    int n = program.n;
    int size = elastic.n;
    for (int i = 0; i < n; i++) {
      System.arraycopy(program.hessian, i * n, elastic.hessian, i * size, n);
    }
    System.arraycopy(program.gradient, 0, elastic.gradient, 0, n);
    System.arraycopy(program.lower, 0, elastic.lower, 0, n);
    System.arraycopy(program.upper, 0, elastic.upper, 0, n);
    for (int j = 0; j < program.m; j++) {
      fillRow(j);
      prices[j] = Math.max(prices[j], weight / norms[j]);
      fillPrice(n + j, prices[j] * norms[j]);
      if (j >= program.inequalities) {
        fillPrice(n + program.m + j - program.inequalities, prices[j] * norms[j]);
      }
    }
    return solver.solve();
  }

  private void fillPrice(int i, double price) {
    elastic.hessian[i * elastic.n + i] = BEND * price;
    elastic.gradient[i] = price;
    elastic.lower[i] = 0;
  }

  private void fillRow(int j) {
    int n = program.n;
    int row = j * elastic.n;
    double square = 0;
    for (int i = 0; i < n; i++) {
      square += program.jacobian[j * n + i] * program.jacobian[j * n + i];
    }
    norms[j] = square > TINY ? Math.sqrt(square) : 1;
    for (int i = 0; i < n; i++) {
      elastic.jacobian[row + i] = program.jacobian[j * n + i] / norms[j];
    }
    elastic.constraints[j] = program.constraints[j] / norms[j];
    elastic.jacobian[row + n + j] = -1;
    if (j >= program.inequalities) {
      elastic.jacobian[row + n + program.m + j - program.inequalities] = 1;
    }
  }

  /** The minimum; its first entries are those of the program's own unknowns. */
  double[] solution() {
    return solver.solution();
  }

  /** The multiplier of a row of the program. */
  double multiplier(int j) {
    return solver.multipliers()[j] / norms[j];
  }
}
