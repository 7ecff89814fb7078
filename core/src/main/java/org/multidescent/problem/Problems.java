package org.multidescent.problem;

import java.util.Objects;
import java.util.function.Supplier;
import org.multidescent.function.AsynchronousObjective;
import org.multidescent.function.BatchObjective;
import org.multidescent.function.BatchValueAndGradient;
import org.multidescent.function.Objective;
import org.multidescent.function.StochasticGradient;
import org.multidescent.function.StochasticObjective;
import org.multidescent.function.ValueAndGradient;
import org.multidescent.random.Mix;

/**
 * Problems whose objective is not called in the plain way, one position after the other by many
 * threads at once: one for each worker, in batches, asynchronous, told the seed of its noise, or
 * learnt from samples.
 *
 * @see Problem#of
 * @see Problem#serial
 * @see LeastSquares
 * @see Constrained
 */
public final class Problems {

  private Problems() {}

  /**
   * Returns the problem of minimising an objective that is not thread-safe: each worker gets one of
   * its own.
   *
   * @param objectives makes an objective for a worker; called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem perWorker(Supplier<? extends Objective> objectives, Box box) {
    Objects.requireNonNull(objectives, "objectives: null (expected: a supplier of objectives)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(
            box,
            () ->
                new PointwiseEvaluator(
                    Objects.requireNonNull(
                        objectives.get(), "objectives: supplied null (expected: an objective)"),
                    null,
                    dimension)));
  }

  /**
   * Returns the problem of minimising an objective that returns its value and writes its gradient
   * in one call, and that is not thread-safe: each worker gets one of its own.
   *
   * @param objectives makes an objective for a worker; called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem withGradientPerWorker(
      Supplier<? extends ValueAndGradient> objectives, Box box) {
    Objects.requireNonNull(objectives, "objectives: null (expected: a supplier of objectives)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(
                box,
                () ->
                    PointwiseEvaluator.fused(
                        Objects.requireNonNull(
                            objectives.get(), "objectives: supplied null (expected: an objective)"),
                        dimension))
            .fused(true));
  }

  /**
   * Returns the problem of minimising a thread-safe objective that takes many positions in one
   * call. Starts, finite differences and the candidates of a perturbation are handed over together.
   *
   * @param objective the objective, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem batch(BatchObjective objective, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: a batch objective)");
    return new Problem(ProblemParts.of(box, () -> new BatchEvaluator(objective)).asBatch());
  }

  /**
   * Returns the problem of minimising a thread-safe objective that takes many positions in one call
   * and computes the gradient at each, too.
   *
   * @param objective the objective, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem batchWithGradient(BatchValueAndGradient objective, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: a batch objective)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(box, () -> new FusedBatchEvaluator(objective, dimension))
            .fused(true)
            .asBatch());
  }

  /**
   * Returns the problem of minimising an objective whose values come later. A descent has all
   * positions it can use evaluated at once; while they are, its thread waits, so that as many
   * batches are under way as the search has workers. Threads that wait cost memory for their stacks
   * only: many more workers than processors are right, such as {@code
   * search.workers(256).reproducible(256)}.
   *
   * @param objective begins evaluations, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem, which takes batches
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem asynchronous(AsynchronousObjective objective, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: an asynchronous objective)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(box, () -> new AsynchronousEvaluator(objective, dimension)).asBatch());
  }

  /**
   * Returns the problem of minimising the mean of a noisy objective that is given the seed of each
   * evaluation, so that a search can be {@linkplain Problem#noisy() noisy} and yet be repeated.
   *
   * @param objective the objective, called by many threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem stochastic(StochasticObjective objective, Box box) {
    Objects.requireNonNull(objective, "objective: null (expected: a stochastic objective)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(box, () -> new StochasticEvaluator(objective, dimension))
            .with(ProblemParts.Randomness.VALUES));
  }

  /**
   * Returns the problem of learning from samples: steps go along gradients of random samples, such
   * as mini-batches of training data, and now and then the validation loss is computed; it is what
   * is minimised, what orders points, and what is reported. A call of either is one evaluation.
   *
   * @param gradient the gradient of a sample's loss, called by many threads at once
   * @param validation the validation loss, the same each time for the same position; called by many
   *     threads at once
   * @param box where starts are drawn from, and the bounds; finite
   * @return the problem, with {@linkplain Problem#isSampled sampled gradients}
   * @throws IllegalArgumentException if the box is not finite, or wider than a number can tell
   */
  public static Problem sampled(StochasticGradient gradient, Objective validation, Box box) {
    Objects.requireNonNull(gradient, "gradient: null (expected: a stochastic gradient)");
    Objects.requireNonNull(validation, "validation: null (expected: an objective)");
    int dimension = BoxRequirements.finite(box).dimension();
    return new Problem(
        ProblemParts.of(box, () -> new SampledEvaluator(gradient, validation, dimension))
            .with(ProblemParts.Randomness.GRADIENTS));
  }

  /** Evaluates gradients of named samples, and the validation loss. */
  private static final class SampledEvaluator implements Evaluator {

    private final StochasticGradient samples;
    private final Objective validation;
    private final double[] position;
    private long next;

    SampledEvaluator(StochasticGradient samples, Objective validation, int dimension) {
      this.samples = samples;
      this.validation = validation;
      this.position = new double[dimension];
    }

    @Override
    public void sample(long name) {
      next = name;
    }

    @Override
    public double value(double[] x) {
      return validation.value(x);
    }

    /** Computes the gradient of the sample that was named; the value is not computed. */
    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
      long sample = next;
      next = Mix.mix(sample, 1);
      samples.gradient(x, sample, gradient);
      return Double.NaN;
    }

    @Override
    public void values(double[] positions, int count, double[] values) {
      PointwiseEvaluator.each(validation, positions, count, values, position);
    }
  }
}
