package org.multidescent.descent;

import org.jspecify.annotations.Nullable;
import org.multidescent.sqp.ConstrainedFunction;

/**
 * What a descent may ask of the problem: values and gradients at positions in working coordinates,
 * each granted by the search's budget and counted. Belongs to one thread.
 *
 * <p>Each method that evaluates may throw an unchecked exception when the search has ended: the
 * evaluation asked for is then not made. Rules let it pass, having changed the point's position and
 * value only at the end of a completed step.
 */
public interface Oracle {

  /**
   * Returns the working coordinates.
   *
   * @return those of the search
   */
  WorkingCoordinates coordinates();

  /**
   * Returns the number of coordinates.
   *
   * @return the dimension
   */
  default int dimension() {
    return coordinates().dimension();
  }

  /**
   * Tells whether gradients are analytic, so that one costs no evaluation of the objective.
   *
   * @return whether the problem has an analytic gradient
   */
  boolean isDifferentiable();

  /**
   * Tells whether each value comes with its gradient, so that both cost one evaluation.
   *
   * @return whether a line search should ask {@link #valueAndGradient}
   */
  boolean isFused();

  /**
   * Returns how many positions are handed over together at most.
   *
   * @return 1 or more
   */
  int largestBatch();

  /**
   * Tells whether many positions are best handed over together.
   *
   * @return whether the objective takes batches
   */
  boolean isBatch();

  /**
   * Returns the objective with the constraints, in working coordinates.
   *
   * @return the function; without constraints if the problem has none
   */
  ConstrainedFunction constrained();

  /**
   * Returns within how much of 0 each constraint counts as satisfied.
   *
   * @return the tolerance, above 0
   */
  double tolerance();

  /**
   * Evaluates the objective.
   *
   * @param u a position inside the bounds, in working coordinates
   * @return the value, perhaps NaN or infinite; under constraints, the position's number in the
   *     order of {@link org.multidescent.problem.Feasibility}
   */
  double value(double[] u);

  /**
   * Evaluates the objective at many positions.
   *
   * @param us position after position, in working coordinates, inside the bounds
   * @param count how many, 1 or more
   * @param values receives the values
   */
  void values(double[] us, int count, double[] values);

  /**
   * Evaluates the neighbours of a position along the coordinates, in one batch if the objective
   * takes batches.
   *
   * @param position a position inside the bounds
   * @param there for each coordinate the value that replaces it; the same value: left out
   * @param values receives the value for each coordinate; kept where it was left out
   */
  void neighbours(double[] position, double[] there, double[] values);

  /**
   * Evaluates two neighbours of a position along each coordinate, all in one batch if the objective
   * takes batches; else as two calls of the other method.
   *
   * @param position a position inside the bounds
   * @param first for each coordinate the value that replaces it first; the same value: left out
   * @param firstValues receives the values there
   * @param second for each coordinate the value that replaces it then
   * @param secondValues receives the values there
   */
  default void neighbours(
      double[] position,
      double[] first,
      double[] firstValues,
      double[] second,
      double[] secondValues) {
    neighbours(position, first, firstValues);
    neighbours(position, second, secondValues);
  }

  /**
   * Evaluates the analytic gradient.
   *
   * @param u a position inside the bounds, in working coordinates
   * @param gradient receives the partial derivatives, in units of the value per working unit
   * @return whether all of them are finite
   */
  boolean analyticGradient(double[] u, double[] gradient);

  /**
   * Evaluates the objective with its gradient, where {@link #isFused} tells that it does no less.
   *
   * @param u a position inside the bounds, in working coordinates
   * @param gradient receives the partial derivatives, in units of the value per working unit
   * @return the value; NaN if it or a partial derivative is not finite
   */
  double valueAndGradient(double[] u, double[] gradient);

  /**
   * Evaluates the residuals of a sum of squares; counts as one evaluation.
   *
   * @param u a position inside the bounds, in working coordinates
   * @param residuals receives them, weighted
   * @return the sum's value, perhaps NaN or infinite
   */
  double residuals(double[] u, double[] residuals);

  /**
   * Evaluates the residuals of the neighbours of a position along the coordinates; each counts as
   * one evaluation.
   *
   * @param position a position inside the bounds
   * @param there for each coordinate the value that replaces it; the same value: left out
   * @param residuals receives the weighted residuals for each coordinate, one after the other; kept
   *     where a coordinate was left out
   */
  void residualNeighbours(double[] position, double[] there, double[] residuals);

  /**
   * Evaluates the analytic Jacobian of the residuals; counts as one evaluation with gradient.
   *
   * @param u a position inside the bounds, in working coordinates
   * @param rows receives the derivatives by the problem's coordinates, row by row
   * @return whether all of them are finite
   */
  boolean analyticJacobian(double[] u, double[] rows);

  /**
   * Returns the arrays that this thread's rules work in.
   *
   * @return always the same workspace
   */
  Workspace workspace();

  /**
   * Computes the gradient at a point's position into {@link Point#gradient()}, unless it is known:
   * the analytic one, or finite differences.
   *
   * @param point the point, owned by the caller
   * @return null, or why no direction leads down
   */
  default @Nullable Stall gradient(Point point) {
    return workspace().gradient(point);
  }

  /**
   * Asks for better gradients, after a line search found no lower value along the last one.
   *
   * @param point the point, owned by the caller
   * @return whether the next call of {@link #gradient} computes it again and more exactly; false if
   *     the last one was as exact as it gets
   */
  default boolean refine(Point point) {
    return workspace().refine(point);
  }
}
