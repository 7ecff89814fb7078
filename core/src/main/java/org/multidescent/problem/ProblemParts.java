package org.multidescent.problem;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Problem} is made of.
 *
 * @param startBox where starts are drawn from
 * @param bounds what no evaluation crosses
 * @param differentiable whether there is an analytic gradient
 * @param batch whether many positions are taken in one call
 * @param noisy whether the same position may have another value the next time
 * @param leastSquares the sum of squares it is, if that is known
 * @param evaluators makes an evaluator for a thread
 * @param constraints the constraints beside the bounds
 */
record ProblemParts(
    Box startBox,
    Box bounds,
    boolean differentiable,
    boolean batch,
    boolean noisy,
    @Nullable LeastSquares leastSquares,
    Supplier<? extends Evaluator> evaluators,
    Constraints constraints) {

  /** The parts of a problem with an objective and a box. */
  static ProblemParts of(Box box, Supplier<? extends Evaluator> evaluators) {
    return new ProblemParts(
        BoxRequirements.finite(box), box, false, false, false, null, evaluators, Constraints.NONE);
  }

  ProblemParts withGradient(boolean known) {
    return new ProblemParts(
        startBox, bounds, known, batch, noisy, leastSquares, evaluators, constraints);
  }

  ProblemParts asBatch() {
    return new ProblemParts(
        startBox, bounds, differentiable, true, noisy, leastSquares, evaluators, constraints);
  }

  ProblemParts asNoisy() {
    return new ProblemParts(
        startBox, bounds, differentiable, batch, true, leastSquares, evaluators, constraints);
  }

  ProblemParts with(@Nullable LeastSquares sum) {
    return new ProblemParts(
        startBox, bounds, differentiable, batch, noisy, sum, evaluators, constraints);
  }

  ProblemParts with(Box otherBounds) {
    return new ProblemParts(
        startBox, otherBounds, differentiable, batch, noisy, leastSquares, evaluators, constraints);
  }

  ProblemParts with(Supplier<? extends Evaluator> others) {
    return new ProblemParts(
        startBox, bounds, differentiable, batch, noisy, leastSquares, others, constraints);
  }

  ProblemParts with(Constraints others) {
    return new ProblemParts(
        startBox, bounds, differentiable, batch, noisy, leastSquares, evaluators, others);
  }
}
