package org.multidescent.problem;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.Objective;
import org.multidescent.function.Residuals;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.util.Require;
import org.multidescent.util.Turn;

/**
 * What is to be minimised: an objective, the box its starts are drawn from, and the bounds a
 * descent must not cross. Immutable; safe to share if the objective is what its factory method asks
 * for.
 *
 * <p>Other forms of objectives are in types of their own: {@link Problems} (one for each worker, in
 * batches, asynchronous, stochastic), {@link LeastSquares}, {@link Constrained}.
 */
public final class Problem {

  private final ProblemParts parts;

  Problem(ProblemParts parts) {
    this.parts = parts;
  }

  /**
   * Returns the problem of minimising a thread-safe objective; gradients are finite differences.
   *
   * @param objective the objective, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem of(Objective objective, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: an objective)");
    return Problems.perWorker(() -> objective, box);
  }

  /**
   * Returns the problem of minimising a thread-safe objective whose analytic gradient is computed
   * apart, so that values alone are cheaper. An objective whose gradient costs little beside it is
   * better given by {@link #withGradient(ValueAndGradient, Box)}.
   *
   * @param objective the objective, called by many threads at once
   * @param gradient its value and gradient, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem withGradient(Objective objective, ValueAndGradient gradient, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: an objective)");
    Objects.requireNonNull(gradient, "gradient: null (expected: a gradient)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(box, () -> new PointwiseEvaluator(objective, gradient, dimension))
            .withGradient(true));
  }

  /**
   * Returns this problem with an objective that must never run twice at once; workers take turns.
   *
   * @return the problem, whose objective and constraints one thread at a time calls
   */
  public Problem serial() {
    Turn turn = new Turn();
    return decorated(evaluator -> new SerialEvaluator(evaluator, turn));
  }

  /**
   * Returns the problem of minimising a thread-safe objective that returns its value and writes its
   * gradient in one call. Each such call is one evaluation with gradient, whichever of both is of
   * use there; a search makes no other.
   *
   * @param objective the objective, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem withGradient(ValueAndGradient objective, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: a value with its gradient)");
    return Problems.withGradientPerWorker(() -> objective, box);
  }

  /**
   * Returns the problem of minimising half the sum of the squares of thread-safe residuals.
   *
   * @param residuals the residuals, called by many threads at once
   * @param count how many residuals there are, 1 or more
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if {@code count} is below 1 or the box is not finite
   * @see LeastSquares
   */
  public static Problem leastSquares(Residuals residuals, int count, Box box) {
    return LeastSquares.of(residuals, count).problem(box);
  }

  /**
   * Returns this problem under constraints that come apart from the objective: a search asks for
   * the one or the other where it needs it, and each call of either is an evaluation.
   *
   * @param constraints the constraints
   * @return the problem under these constraints
   * @throws IllegalStateException if it has constraints already, or is random
   * @throws IllegalArgumentException if the constraints come with an objective, or are linear in
   *     another number of coordinates
   */
  public Problem subjectTo(Constraints constraints) {
    Objects.requireNonNull(constraints, "constraints: null (expected: constraints)");
    if (isConstrained() || isNoisy() || isSampled()) {
      throw new IllegalStateException(
          "problem: %s (expected: one without; join constraints by and(...))"
              .formatted(
                  isConstrained() ? "has constraints" : isNoisy() ? "is noisy" : "is sampled"));
    }
    Require.that(constraints.areApart(), "constraints", "come with an objective", "some apart");
    constraints.requireDimension(dimension());
    Supplier<? extends Evaluator> objectives = parts.evaluators();
    return new Problem(
        parts
            .with((LeastSquares) null)
            .with(() -> new ApartEvaluator(objectives.get(), constraints.evaluator(), dimension()))
            .with(constraints));
  }

  /**
   * Returns this problem with other bounds: starts are drawn from the same box, descents may leave
   * it up to the bounds.
   *
   * @param bounds a box around {@link #startBox()}; bounds may be infinite
   * @return the problem with those bounds
   * @throws IllegalArgumentException if the bounds do not contain the box, or finite ones are
   *     farther apart, or from the box, than a number can tell
   */
  public Problem bounds(Box bounds) {
    Objects.requireNonNull(bounds, "bounds: null (expected: a box)");
    BoxRequirements.around(startBox(), bounds);
    return new Problem(parts.with(bounds));
  }

  /**
   * Returns this problem without bounds: starts are drawn from the same box, descents may go
   * anywhere.
   *
   * @return the unbounded problem
   */
  public Problem unbounded() {
    return bounds(Box.cube(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, dimension()));
  }

  /**
   * Returns this problem with each evaluator wrapped: to count, to log, to cache.
   *
   * @param decorator wraps an evaluator; called once for each worker, by many threads at once
   * @return the decorated problem
   */
  public Problem decorated(UnaryOperator<Evaluator> decorator) {
    Objects.requireNonNull(decorator, "decorator: null (expected: a function)");
    Supplier<? extends Evaluator> plain = parts.evaluators();
    return new Problem(parts.with(() -> decorator.apply(plain.get())));
  }

  /**
   * Returns this problem with other evaluators, such as ones that have a cluster or a service make
   * the evaluations. This problem's own evaluators are not made: it only says what is minimised,
   * where, and what evaluators compute.
   *
   * @param others makes an evaluator for a worker; called by many threads at once
   * @return the problem with those evaluators
   */
  public Problem evaluatedBy(Supplier<? extends Evaluator> others) {
    Objects.requireNonNull(others, "others: null (expected: a supplier of evaluators)");
    return new Problem(
        parts.with(
            () ->
                Objects.requireNonNull(
                    others.get(), "others: supplied null (expected: an evaluator)")));
  }

  /**
   * Returns this problem as one whose evaluators take many positions in one call: a search then
   * asks {@link Evaluator#values} for as many as it can use, also for some that it may not need.
   *
   * @return the problem, as of {@link #isBatch()}
   */
  public Problem inBatches() {
    return new Problem(parts.asBatch());
  }

  /**
   * Returns this problem with calls that are interrupted when the search ends, so that one that
   * waits or looks at its thread's interrupted status does not hold up the end. What an interrupted
   * call throws is not counted.
   *
   * @return the problem, whose objective may be interrupted
   */
  public Problem interruptible() {
    return decorated(InterruptibleEvaluator::new);
  }

  /**
   * Returns this problem without its analytic derivatives, so that a search takes finite
   * differences.
   *
   * @return the problem, not differentiable
   */
  public Problem withoutGradient() {
    return new Problem(parts.withGradient(false).with(constraints().withoutJacobian()));
  }

  /**
   * Declares that the objective is noisy: the same position may have another value the next time,
   * and what counts is the mean. A search then goes by estimates: see {@link #isNoisy}.
   *
   * @return the noisy problem
   * @throws IllegalStateException if it has constraints or sampled gradients
   */
  public Problem noisy() {
    if (isConstrained() || isSampled()) {
      throw new IllegalStateException(
          "problem: has %s (expected: none, of a noisy objective)"
              .formatted(isSampled() ? "sampled gradients" : "constraints"));
    }
    return new Problem(parts.with(ProblemParts.Randomness.VALUES));
  }

  /**
   * Tries what a search relies on, with as many threads as processors are available: see {@link
   * #selfTest(long, int, int)}.
   *
   * @return what was found
   */
  public SelfTest selfTest() {
    return selfTest(0, 64, Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Tries what a search relies on, at positions drawn uniformly from the box: values are finite,
   * the same when asked again, and the same when all threads ask at once; the analytic gradient, if
   * there is one, agrees with differences at the first three positions, to a relative error of
   * 1e-4. Makes {@code (2 + threads) * positions} calls, a batch of all positions if the problem
   * takes batches, those of {@link #checkGradient}, and more with all threads inside the objective
   * at once, until 20,000 calls have overlapped, or for a second; up to ten seconds while fewer
   * than 5,000 have.
   *
   * @param seed of the positions
   * @param positions how many, 1 or more
   * @param threads how many ask at once, 1 or more
   * @return what was found; it throws nothing that the objective throws
   * @throws IllegalArgumentException if a number is below 1
   */
  public SelfTest selfTest(long seed, int positions, int threads) {
    Require.atLeast("positions", positions, 1);
    Require.atLeast("threads", threads, 1);
    return new Examination(this, seed, positions, threads).run();
  }

  /**
   * Compares the analytic gradient with finite differences: run it once at a position or two where
   * the gradient is not zero before a search relies on it. Takes up to 16 evaluations a coordinate,
   * never outside the bounds.
   *
   * @param x a position inside the bounds
   * @return the comparison, component by component
   * @throws IllegalStateException if the problem has no analytic gradient
   * @throws IllegalArgumentException if {@code x} has another dimension or lies outside the bounds
   */
  public GradientCheck checkGradient(double[] x) {
    if (!isDifferentiable()) {
      throw new IllegalStateException(
          "problem: no analytic gradient (expected: one made by withGradient)");
    }
    return Derivatives.check(this, x);
  }

  /**
   * Compares the derivatives of constraints with finite differences, as {@link #checkGradient} does
   * those of the objective. Takes up to 16 evaluations a coordinate, however many constraints.
   *
   * @param x a position inside the bounds
   * @return one comparison a constraint
   * @throws IllegalStateException if the constraints have no analytic derivatives
   * @throws IllegalArgumentException if {@code x} has another dimension or lies outside the bounds
   */
  public List<GradientCheck> checkJacobian(double[] x) {
    return Derivatives.checkConstraints(this, x);
  }

  /** {@return a new hold on the objective, for one thread} */
  public Evaluator evaluator() {
    return parts.evaluators().get();
  }

  /** {@return the number of coordinates, 1 or more} */
  public int dimension() {
    return startBox().dimension();
  }

  /**
   * Returns the box starts are drawn from.
   *
   * @return a finite box
   */
  public Box startBox() {
    return parts.startBox();
  }

  /**
   * Returns the bounds no evaluation crosses.
   *
   * @return a box around {@link #startBox()}, perhaps with infinite bounds
   */
  public Box bounds() {
    return parts.bounds();
  }

  /**
   * Tells whether the problem has an analytic gradient.
   *
   * @return whether {@link Evaluator#valueAndGradient} may be called
   */
  public boolean isDifferentiable() {
    return parts.differentiable();
  }

  /**
   * Tells whether the value and the gradient are computed in one call only, so that a value alone
   * costs as much as both. Where there is noise they are asked apart nevertheless.
   *
   * @return whether a search calls {@link Evaluator#valueAndGradient} for values, too, and counts
   *     each of {@link Evaluator#values} as one with gradient
   */
  public boolean isFused() {
    return parts.fused() && !isNoisy();
  }

  /**
   * Returns the sum of squares that is minimised, whose residuals {@link Evaluator#residuals}
   * computes.
   *
   * @return the sum; null if the problem is none, or does not say so
   */
  public @Nullable LeastSquares leastSquares() {
    return parts.leastSquares();
  }

  /**
   * Tells whether the objective takes many positions in one call.
   *
   * @return whether {@link Evaluator#values} is one evaluation of the objective
   */
  public boolean isBatch() {
    return parts.batch();
  }

  /**
   * Tells whether the objective is declared to be noisy.
   *
   * @return whether {@link #noisy()} has been called
   */
  public boolean isNoisy() {
    return parts.random() == ProblemParts.Randomness.VALUES;
  }

  /**
   * Tells whether there are gradients of samples, made by {@link Problems#sampled}.
   *
   * @return whether {@link Evaluator#valueAndGradient} computes the gradient of a named sample
   */
  public boolean isSampled() {
    return parts.random() == ProblemParts.Randomness.GRADIENTS;
  }

  /**
   * Returns the constraints beside the bounds.
   *
   * @return the constraints, of {@link Constraints#count()} 0 if there are none
   */
  public Constraints constraints() {
    return parts.constraints();
  }

  /**
   * Tells whether there are constraints beside the bounds.
   *
   * @return whether there is at least one
   */
  public boolean isConstrained() {
    return constraints().count() > 0;
  }
}
