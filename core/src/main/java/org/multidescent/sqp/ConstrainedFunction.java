package org.multidescent.sqp;

/**
 * An objective and its constraints, as a descent under constraints sees them: in coordinates in
 * which a length of 1 is natural, such as fractions of a box. Belongs to one thread.
 */
public interface ConstrainedFunction {

  /**
   * Returns the number of coordinates.
   *
   * @return the dimension, 1 or more
   */
  int dimension();

  /**
   * Returns how many constraints are of the form c(x) &lt;= 0; they come first.
   *
   * @return 0 or more
   */
  int inequalities();

  /**
   * Returns how many constraints are of the form c(x) = 0; they come last.
   *
   * @return 0 or more
   */
  int equalities();

  /**
   * Returns the lower bound of a coordinate.
   *
   * @param i the coordinate
   * @return the least it may be, perhaps {@code -Infinity}
   */
  double lower(int i);

  /**
   * Returns the upper bound of a coordinate.
   *
   * @param i the coordinate
   * @return the most it may be, perhaps {@code Infinity}
   */
  double upper(int i);

  /**
   * Tells whether objective and constraints are evaluated apart, so that one may be asked for
   * without the other.
   *
   * @return whether {@link #value} and {@link #constraints} may be called; if not, {@link
   *     #evaluate} alone
   */
  boolean isApart();

  /**
   * Evaluates the objective alone.
   *
   * @param position inside the bounds
   * @return the objective's value; anything that is not finite where it has none
   */
  double value(double[] position);

  /**
   * Evaluates the constraints alone.
   *
   * @param position inside the bounds
   * @param constraints receives the constraints
   */
  void constraints(double[] position, double[] constraints);

  /**
   * Evaluates objective and constraints at one position.
   *
   * @param position inside the bounds
   * @param constraints receives the constraints
   * @return the objective's value; anything that is not finite where it has none
   */
  double evaluate(double[] position, double[] constraints);

  /**
   * Tells whether many positions are best handed over together.
   *
   * @return whether the methods that take many positions may be called
   */
  default boolean isBatch() {
    return false;
  }

  /**
   * Evaluates objective and constraints at many positions, where they come together.
   *
   * @param positions position after position, inside the bounds
   * @param count how many, 1 or more
   * @param values receives the objective's values
   * @param constraints receives the constraints, one position after the other
   */
  default void evaluate(double[] positions, int count, double[] values, double[] constraints) {
    throw new UnsupportedOperationException("no batches");
  }

  /**
   * Evaluates the objective alone at many positions.
   *
   * @param positions position after position, inside the bounds
   * @param count how many, 1 or more
   * @param values receives the objective's values
   */
  default void values(double[] positions, int count, double[] values) {
    throw new UnsupportedOperationException("no batches");
  }

  /**
   * Evaluates the constraints alone at many positions.
   *
   * @param positions position after position, inside the bounds
   * @param count how many, 1 or more
   * @param constraints receives the constraints, one position after the other
   */
  default void constraints(double[] positions, int count, double[] constraints) {
    throw new UnsupportedOperationException("no batches");
  }

  /**
   * Tells whether the objective's gradient is known.
   *
   * @return whether {@link #gradient} may be called; where both come together, {@link #derivatives}
   */
  default boolean hasGradient() {
    return false;
  }

  /**
   * Tells whether the derivatives of the constraints are known.
   *
   * @return whether {@link #jacobian} may be called; where both come together, {@link #derivatives}
   */
  default boolean hasJacobian() {
    return false;
  }

  /**
   * Tells whether a value comes with the derivatives, so that they cost nothing where the last
   * evaluation was.
   *
   * @return whether they are best taken right after an evaluation
   */
  default boolean isFused() {
    return false;
  }

  /**
   * Computes the objective's gradient.
   *
   * @param position inside the bounds
   * @param result receives one partial derivative a coordinate
   * @param at where the first is written
   * @return whether all of them are finite
   */
  default boolean gradient(double[] position, double[] result, int at) {
    throw new UnsupportedOperationException("no gradient");
  }

  /**
   * Computes the derivatives of the constraints.
   *
   * @param position inside the bounds
   * @param result receives them, row by row, one row a constraint
   * @param at where the first is written
   * @return whether all of them are finite
   */
  default boolean jacobian(double[] position, double[] result, int at) {
    throw new UnsupportedOperationException("no Jacobian");
  }

  /**
   * Computes all derivatives, where objective and constraints come together.
   *
   * @param position inside the bounds
   * @param result receives the gradient and the derivatives of the constraints, row by row
   * @param gradientAt where the first component of the gradient is written
   * @param jacobianAt where the first of the constraints' derivatives is written
   * @return whether all of them are finite
   */
  default boolean derivatives(double[] position, double[] result, int gradientAt, int jacobianAt) {
    throw new UnsupportedOperationException("no derivatives");
  }
}
