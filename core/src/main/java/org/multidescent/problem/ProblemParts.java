package org.multidescent.problem;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Problem} is made of.
 *
 * @param startBox where starts are drawn from
 * @param bounds what no evaluation crosses
 * @param differentiable whether there is an analytic gradient
 * @param fused whether a value comes with its gradient only
 * @param batch whether many positions are taken in one call
 * @param random what of the objective is random
 * @param leastSquares the sum of squares it is, if that is known
 * @param evaluators makes an evaluator for a thread
 * @param constraints the constraints beside the bounds
 */
record ProblemParts(
    Box startBox,
    Box bounds,
    boolean differentiable,
    boolean fused,
    boolean batch,
    Randomness random,
    @Nullable LeastSquares leastSquares,
    Supplier<? extends Evaluator> evaluators,
    Constraints constraints) {

  /** What of an objective is random. */
  enum Randomness {
    /** The same position has the same value each time. */
    NONE,
    /** The same position may have another value the next time. */
    VALUES,
    /** The gradient is that of a random sample; the value is not random. */
    GRADIENTS
  }

  /** The parts of a problem with an objective and a box. */
  static ProblemParts of(Box box, Supplier<? extends Evaluator> evaluators) {
    return new ProblemParts(
        BoxRequirements.finite(box),
        box,
        false,
        false,
        false,
        Randomness.NONE,
        null,
        evaluators,
        Constraints.NONE);
  }

  ProblemParts withGradient(boolean known) {
    return new ProblemParts(
        startBox,
        bounds,
        known,
        known && fused,
        batch,
        known || random != Randomness.GRADIENTS ? random : Randomness.NONE,
        leastSquares,
        evaluators,
        constraints);
  }

  /** An objective whose values come with their gradients, or no longer. */
  ProblemParts fused(boolean always) {
    return new ProblemParts(
        startBox,
        bounds,
        always || differentiable,
        always,
        batch,
        random,
        leastSquares,
        evaluators,
        constraints);
  }

  ProblemParts asBatch() {
    return new ProblemParts(
        startBox,
        bounds,
        differentiable,
        fused,
        true,
        random,
        leastSquares,
        evaluators,
        constraints);
  }

  ProblemParts with(Randomness other) {
    return new ProblemParts(
        startBox,
        bounds,
        differentiable,
        fused,
        batch,
        other,
        leastSquares,
        evaluators,
        constraints);
  }

  ProblemParts with(@Nullable LeastSquares sum) {
    return new ProblemParts(
        startBox, bounds, differentiable, fused, batch, random, sum, evaluators, constraints);
  }

  ProblemParts with(Box otherBounds) {
    return new ProblemParts(
        startBox,
        otherBounds,
        differentiable,
        fused,
        batch,
        random,
        leastSquares,
        evaluators,
        constraints);
  }

  ProblemParts with(Supplier<? extends Evaluator> others) {
    return new ProblemParts(
        startBox, bounds, differentiable, fused, batch, random, leastSquares, others, constraints);
  }

  ProblemParts with(Constraints others) {
    return new ProblemParts(
        startBox, bounds, differentiable, fused, batch, random, leastSquares, evaluators, others);
  }
}
