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
}
