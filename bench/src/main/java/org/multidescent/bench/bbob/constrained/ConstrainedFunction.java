package org.multidescent.bench.bbob.constrained;

/** An objective to be minimised and constraints to be at most 0, each called apart. */
public interface ConstrainedFunction {

  /**
   * Returns the objective's value.
   *
   * @param x any position
   * @return the value, which may be below the least feasible one where constraints are violated
   */
  double objective(double[] x);

  /**
   * Computes all constraints.
   *
   * @param x any position
   * @param g receives their values; the position is feasible if none is above 0
   */
  void constraints(double[] x, double[] g);
}
