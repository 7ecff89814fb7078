package org.multidescent.problem;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In which form an objective is given.
 *
 * @param evaluators makes an evaluator for a thread
 * @param differentiable whether there is an analytic gradient
 * @param isFused whether a value comes with its gradient only
 * @param isBatch whether many positions are one call
 * @param leastSquares the sum of squares it is, or null
 */
record ObjectiveForm(
    Supplier<? extends Evaluator> evaluators,
    boolean differentiable,
    boolean isFused,
    boolean isBatch,
    @Nullable LeastSquares leastSquares) {

  private static final int LARGEST_JACOBIAN = Integer.MAX_VALUE - 64;

  /** An objective whose values are computed apart from its gradient, if it has one. */
  static ObjectiveForm of(Supplier<? extends Evaluator> evaluators, boolean differentiable) {
    return new ObjectiveForm(evaluators, differentiable, false, false, null);
  }

  /** An objective that always computes both. */
  static ObjectiveForm withGradient(Supplier<? extends Evaluator> evaluators) {
    return new ObjectiveForm(evaluators, true, true, false, null);
  }

  static ObjectiveForm of(LeastSquares sum, int dimension) {
    long size = ((long) sum.count() + dimension) * dimension;
    if (size > LARGEST_JACOBIAN) {
      throw new IllegalArgumentException(
          "count: %d residuals of %d coordinates (expected: a Jacobian of at most %d numbers)"
              .formatted(sum.count(), dimension, LARGEST_JACOBIAN));
    }
    return new ObjectiveForm(() -> sum.evaluator(dimension), sum.hasJacobian(), false, false, sum);
  }

  /** The same, of many positions in one call. */
  ObjectiveForm batch() {
    return new ObjectiveForm(evaluators, differentiable, isFused, true, leastSquares);
  }

  ObjectiveForm decorated(UnaryOperator<Evaluator> decorator) {
    return new ObjectiveForm(
        () -> decorator.apply(evaluators.get()), differentiable, isFused, isBatch, leastSquares);
  }

  ObjectiveForm evaluatedBy(Supplier<? extends Evaluator> others) {
    return new ObjectiveForm(others, differentiable, isFused, isBatch, leastSquares);
  }

  ObjectiveForm withoutGradient() {
    return new ObjectiveForm(evaluators, false, false, isBatch, leastSquares);
  }

  /** The objective beside constraints that come apart from it, asked for values. */
  ObjectiveForm under(Constraints constraints) {
    return of(() -> new ApartEvaluator(evaluators.get(), constraints.function()), differentiable);
  }
}
