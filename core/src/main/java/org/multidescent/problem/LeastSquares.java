package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchResiduals;
import org.multidescent.function.Jacobian;
import org.multidescent.function.Residuals;
import org.multidescent.util.Require;
import org.multidescent.util.Turn;

/**
 * A sum of squares to be minimised, described by its residuals: half the weighted sum of the {@link
 * Loss} of each. A search that knows the residuals takes Levenberg-Marquardt steps, which need
 * several times fewer evaluations than steps that see the sum alone.
 *
 * <pre>{@code
 * Problem problem = LeastSquares.of(residuals, 35).loss(Loss.huber(2)).problem(box);
 * }</pre>
 *
 * <p>Immutable: each setting returns a new description. Evaluations count as for any {@link
 * Problem}: one for the residuals at a position, one with gradient for a Jacobian.
 */
public final class LeastSquares {

  private static final int LARGEST_JACOBIAN = Integer.MAX_VALUE - 64;

  private final Supplier<? extends Residuals> residuals;
  private final @Nullable BatchResiduals batch;
  private final int count;
  private final @Nullable Jacobian jacobian;
  private final double @Nullable [] weights;
  private final Loss loss;

  private LeastSquares(
      Supplier<? extends Residuals> residuals,
      @Nullable BatchResiduals batch,
      int count,
      @Nullable Jacobian jacobian,
      double @Nullable [] weights,
      Loss loss) {
    this.residuals = residuals;
    this.batch = batch;
    this.count = count;
    this.jacobian = jacobian;
    this.weights = weights;
    this.loss = loss;
  }

  /**
   * Returns half the sum of the squares of thread-safe residuals.
   *
   * @param residuals the residuals, called by many threads at once
   * @param count how many residuals there are, 1 or more
   * @return the description
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public static LeastSquares of(Residuals residuals, int count) {
    Objects.requireNonNull(residuals, "residuals: null (expected: a function)");
    return perWorker(() -> residuals, count);
  }

  /**
   * Returns half the sum of the squares of residuals that are not thread-safe: each worker gets
   * some of its own.
   *
   * @param residuals makes the function for a worker; called by many threads at once
   * @param count how many residuals there are, 1 or more
   * @return the description
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public static LeastSquares perWorker(Supplier<? extends Residuals> residuals, int count) {
    Objects.requireNonNull(residuals, "residuals: null (expected: a supplier of functions)");
    Require.atLeast("count", count, 1);
    return new LeastSquares(residuals, null, count, null, null, Loss.squares());
  }

  /**
   * Returns half the sum of the squares of residuals that must never be computed twice at once;
   * workers take turns.
   *
   * @param residuals the residuals, called by many threads, one at a time
   * @param count how many residuals there are, 1 or more
   * @return the description
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public static LeastSquares serial(Residuals residuals, int count) {
    Objects.requireNonNull(residuals, "residuals: null (expected: a function)");
    Turn turn = new Turn();
    return of(
        (x, result) -> {
          turn.take();
          try {
            residuals.residuals(x, result);
          } finally {
            turn.pass();
          }
        },
        count);
  }

  /**
   * Returns half the sum of the squares of thread-safe residuals that are computed for many
   * positions in one call: starts, candidates, and all differences of a Jacobian.
   *
   * @param residuals the residuals, called by many threads at once
   * @param count how many residuals a position has, 1 or more
   * @return the description
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public static LeastSquares batch(BatchResiduals residuals, int count) {
    Objects.requireNonNull(residuals, "residuals: null (expected: a function)");
    Require.atLeast("count", count, 1);
    Residuals single = (x, result) -> BatchOfOne.make(() -> residuals.residuals(x, 1, result));
    return new LeastSquares(() -> single, residuals, count, null, null, Loss.squares());
  }

  /**
   * Sets the derivatives of the residuals; without them they are finite differences.
   *
   * @param jacobian the derivatives, called by many threads at once
   * @return the description with a Jacobian
   */
  public LeastSquares jacobian(Jacobian jacobian) {
    Objects.requireNonNull(jacobian, "jacobian: null (expected: a function)");
    return new LeastSquares(residuals, batch, count, jacobian, weights, loss);
  }

  /**
   * Sets the weights: each residual is multiplied with the square root of its weight before it is
   * squared. The weight of a datum is usually the inverse of its variance.
   *
   * @param weights one a residual, each 0 or more and finite
   * @return the description with weights
   * @throws IllegalArgumentException if there are not as many as residuals, or one is out of range
   */
  public LeastSquares weights(double... weights) {
    Objects.requireNonNull(weights, "weights: null (expected: one a residual)");
    if (weights.length != count) {
      throw new IllegalArgumentException(
          "weights: " + weights.length + " numbers (expected: one a residual, " + count + ")");
    }
    for (int i = 0; i < count; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weights: " + weights[i] + " at " + i + " (expected: 0 or more and finite)");
      }
    }
    return new LeastSquares(residuals, batch, count, jacobian, weights.clone(), loss);
  }

  /**
   * Sets what a residual costs, after it has been weighted.
   *
   * @param loss the loss; the square by default
   * @return the description with that loss
   */
  public LeastSquares loss(Loss loss) {
    Objects.requireNonNull(loss, "loss: null (expected: a loss)");
    return new LeastSquares(residuals, batch, count, jacobian, weights, loss);
  }

  /**
   * Returns the problem of minimising this sum.
   *
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or there are more residuals than a
   *     Jacobian has room for
   */
  public Problem problem(Box box) {
    int dimension = BoxRequirements.finite(box).dimension();
    long size = ((long) count + dimension) * dimension;
    if (size > LARGEST_JACOBIAN) {
      throw new IllegalArgumentException(
          "count: %d residuals of %d coordinates (expected: a Jacobian of at most %d numbers)"
              .formatted(count, dimension, LARGEST_JACOBIAN));
    }
    ProblemParts parts = ProblemParts.of(box, () -> evaluator(dimension));
    parts = parts.withGradient(jacobian != null).with(this);
    return new Problem(batch == null ? parts : parts.asBatch());
  }

  /**
   * Returns how many residuals there are.
   *
   * @return 1 or more
   */
  public int count() {
    return count;
  }

  /**
   * Returns how many residuals count.
   *
   * @return how many have a weight above 0
   */
  public int observations() {
    return weights == null ? count : (int) Arrays.stream(weights).filter(w -> w > 0).count();
  }

  /**
   * Returns what a residual costs.
   *
   * @return the loss
   */
  public Loss loss() {
    return loss;
  }

  /** Returns one thread's hold on the sum. */
  Evaluator evaluator(int dimension) {
    Residuals function =
        Objects.requireNonNull(residuals.get(), "residuals: supplied null (expected: a function)");
    double @Nullable [] roots =
        weights == null ? null : Arrays.stream(weights).map(Math::sqrt).toArray();
    return new ResidualEvaluator(function, batch, count, jacobian, roots, loss, dimension);
  }
}
