package org.multidescent.problem;

/**
 * An objective whose constraints come with it, as those of a simulation do: the first are of the
 * form c(x) &lt;= 0, the others of the form c(x) = 0.
 */
@FunctionalInterface
public interface ConstrainedObjective {

  /**
   * Evaluates objective and constraints at one position.
   *
   * @param x the position, in the problem's own coordinates; not to be changed
   * @param constraints receives the constraints' values
   * @return the objective's value
   */
  double value(double[] x, double[] constraints);
}
