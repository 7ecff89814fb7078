package org.multidescent.function;

/**
 * An objective whose constraints come with it, as those of a simulation do: the first are of the
 * form c(x) &lt;= 0, the others of the form c(x) = 0.
 *
 * @see org.multidescent.problem.Constrained
 */
@FunctionalInterface
public interface ConstrainedObjective {

  /**
   * Evaluates objective and constraints at one position.
   *
   * @param x the position, in the problem's own coordinates; not to be changed
   * @param constraints receives the constraints' values; one that is not written is not a number
   * @return the objective's value
   */
  double value(double[] x, double[] constraints);

  /** Computes objective and constraints with the derivatives of all of them. */
  @FunctionalInterface
  interface WithDerivatives {

    /**
     * Evaluates objective, constraints and derivatives at one position.
     *
     * @param x the position, in the problem's own coordinates; not to be changed
     * @param gradient receives one partial derivative of the objective a coordinate
     * @param constraints receives the constraints' values
     * @param jacobian receives the derivative of constraint {@code j} by coordinate {@code i} at
     *     index {@code j * dimension + i}
     * @return the objective's value
     */
    double value(double[] x, double[] gradient, double[] constraints, double[] jacobian);
  }

  /** Computes objective and constraints at many positions in one call. */
  @FunctionalInterface
  interface Batch {

    /**
     * Evaluates the first {@code count} positions. What is not written counts as not a number;
     * failures are told as by {@link BatchObjective#values}.
     *
     * @param positions position after position: coordinate {@code i} of position {@code k} stands
     *     at {@code k * dimension + i}; on loan for the length of the call
     * @param count how many positions to evaluate, 1 or more
     * @param values receives the value of position {@code k} at index {@code k}
     * @param constraints receives constraint {@code j} of position {@code k} at index {@code k *
     *     constraints + j}
     */
    void values(double[] positions, int count, double[] values, double[] constraints);
  }
}
