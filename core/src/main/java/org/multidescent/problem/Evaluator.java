package org.multidescent.problem;

import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchObjective;
import org.multidescent.function.ConstrainedObjective;
import org.multidescent.function.ConstraintFunction;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.function.Jacobian;
import org.multidescent.function.StochasticObjective;

/**
 * One thread's hold on the objective. An evaluator is used by one thread at a time; two evaluators
 * of one problem may be used at once.
 *
 * @see Problem#evaluator()
 */
public interface Evaluator {

  /**
   * Returns the objective's value.
   *
   * @param x the position, in the problem's own coordinates
   * @return the value at {@code x}
   */
  double value(double[] x);

  /**
   * Names the random numbers of the evaluations that follow, if the objective takes a name: see
   * {@link StochasticObjective}. An evaluator that wraps another passes this on.
   *
   * @param name what the next evaluation is a function of, beside the position
   */
  default void sample(long name) {}

  /**
   * Computes the value and the analytic gradient.
   *
   * @param x the position, in the problem's own coordinates
   * @param gradient receives one partial derivative a coordinate
   * @return the value at {@code x}
   * @throws IllegalStateException if the problem has no analytic gradient
   */
  double valueAndGradient(double[] x, double[] gradient);

  /**
   * Evaluates many positions: in one call if the problem has a {@link BatchObjective}, else one by
   * one.
   *
   * @param positions position after position, as in {@link BatchObjective#values}
   * @param count how many positions to evaluate, 1 or more
   * @param values receives the values
   */
  void values(double[] positions, int count, double[] values);

  /**
   * Computes the constraints, where they come apart from the objective.
   *
   * @param x the position, in the problem's own coordinates
   * @param constraints receives the constraints' values
   * @throws IllegalStateException if the problem has no constraints that come apart; so does an
   *     evaluator that wraps another and does not pass this call on
   */
  default void constraints(double[] x, double[] constraints) {
    throw new IllegalStateException("the evaluator computes no constraints");
  }

  /**
   * Computes the objective's value and the constraints, where they come together.
   *
   * @param x the position, in the problem's own coordinates
   * @param constraints receives the constraints' values
   * @return the value at {@code x}
   * @throws IllegalStateException if the problem has no constraints that come with the objective;
   *     so does an evaluator that wraps another and does not pass this call on
   */
  default double valueAndConstraints(double[] x, double[] constraints) {
    throw new IllegalStateException("the evaluator computes no constraints");
  }

  /**
   * Computes the constraints at many positions, where they come apart from the objective: in one
   * call if the problem takes batches, else one by one. One that wraps another evaluator passes
   * this on.
   *
   * @param positions position after position, as in {@link ConstraintFunction.Batch#values}
   * @param count how many positions to evaluate, 1 or more
   * @param constraints receives those of each position, one position after the other; it has room
   *     for no more
   * @throws IllegalStateException if the problem has no constraints that come apart
   */
  default void constraints(double[] positions, int count, double[] constraints) {
    throw new IllegalStateException("the evaluator computes no constraints");
  }

  /**
   * Computes values and constraints at many positions, where they come together: in one call if the
   * problem takes batches, else one by one. One that wraps another evaluator passes this on.
   *
   * @param positions position after position, as in {@link ConstrainedObjective.Batch#values}
   * @param count how many positions to evaluate, 1 or more
   * @param values receives the values
   * @param constraints receives the constraints of each position, one position after the other
   * @throws IllegalStateException if the problem has no constraints that come with the objective
   */
  default void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    throw new IllegalStateException("the evaluator computes no constraints");
  }

  /**
   * Computes the derivatives of constraints that come apart from the objective. One that wraps
   * another evaluator passes this on.
   *
   * @param x the position, in the problem's own coordinates
   * @param rows receives them, row by row as in {@link Jacobian#derivatives}
   * @throws IllegalStateException if the constraints have no analytic Jacobian
   */
  default void constraintJacobian(double[] x, double[] rows) {
    throw new IllegalStateException("the evaluator knows no derivatives of constraints");
  }

  /**
   * Computes the objective's value, its gradient, and the constraints with their derivatives, where
   * they come together. One that wraps another evaluator passes this on.
   *
   * @param x the position, in the problem's own coordinates
   * @param gradient receives one partial derivative a coordinate
   * @param constraints receives the constraints' values
   * @param jacobian receives their derivatives, row by row
   * @return the value at {@code x}
   * @throws IllegalStateException if the problem has no analytic derivatives
   */
  default double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    throw new IllegalStateException("the evaluator knows no derivatives of constraints");
  }

  /**
   * Computes the residuals of a sum of squares, weighted, and its value. One that wraps another
   * evaluator passes this on.
   *
   * @param x the position, in the problem's own coordinates
   * @param residuals receives one number a residual
   * @return the value at {@code x}
   * @throws IllegalStateException if the problem is no sum of squares
   */
  default double residuals(double[] x, double[] residuals) {
    throw new IllegalStateException("the evaluator knows no residuals");
  }

  /**
   * Computes the residuals of a sum of squares, and its value, at many positions: in one call if
   * the problem takes batches. One that wraps another evaluator passes this on; by default, and
   * where it is not passed on, positions are asked one by one.
   *
   * @param positions position after position; there are no more
   * @param count how many positions to evaluate, 1 or more
   * @param residuals receives those of each position, one position after the other; it has room for
   *     no more
   * @param values receives the values
   * @throws IllegalStateException if the problem is no sum of squares
   */
  default void residuals(double[] positions, int count, double[] residuals, double[] values) {
    double[] position = new double[positions.length / count];
    double[] one = new double[residuals.length / count];
    int[] next = {0};
    PointwiseEvaluator.each(
        x -> {
          int at = one.length * next[0]++;
          double value = residuals(x, one);
          System.arraycopy(one, 0, residuals, at, one.length);
          return value;
        },
        positions,
        count,
        values,
        position);
  }

  /**
   * Computes the derivatives of the weighted residuals. One that wraps another evaluator passes
   * this on.
   *
   * @param x the position, in the problem's own coordinates
   * @param derivatives receives them, row by row as in {@link Jacobian#derivatives}
   * @throws IllegalStateException if the problem has no analytic Jacobian
   */
  default void jacobian(double[] x, double[] derivatives) {
    throw new IllegalStateException("the evaluator knows no Jacobian");
  }

  /**
   * Returns what tells a call under way that the search has ended, so that nobody waits for it: the
   * call then returns or throws as soon as it can, an {@link EvaluationUnavailableException} if it
   * was not made. One that wraps another evaluator passes this on.
   *
   * @return what is run once the search has ended, by another thread, perhaps more than once, and
   *     perhaps while no call is under way: a later one fails at once then; null if calls cannot be
   *     cancelled
   */
  default @Nullable Runnable cancellation() {
    return null;
  }
}
