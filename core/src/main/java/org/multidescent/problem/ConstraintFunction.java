package org.multidescent.problem;

/** Constraints that are evaluated apart from the objective. */
@FunctionalInterface
public interface ConstraintFunction {

  /**
   * Computes all constraints at one position.
   *
   * @param x the position, in the problem's own coordinates; not to be changed
   * @param constraints receives the constraints' values: first those that must be 0 or below, then
   *     those that must be 0
   */
  void values(double[] x, double[] constraints);
}
