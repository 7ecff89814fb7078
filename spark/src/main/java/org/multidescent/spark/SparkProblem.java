package org.multidescent.spark;

import java.io.IOException;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.multidescent.problem.Problem;

/**
 * Problems whose evaluations are made by the executors of a Spark application. The search stays on
 * the driver; what it asks for at once is one Spark job, of one task a position, or of a few
 * positions where there are many more than cores. Positions go out and numbers come back.
 */
public final class SparkProblem {

  private SparkProblem() {}

  /**
   * Returns a recipe's problem, evaluated by executors. It takes batches, so that its results are
   * those of {@code recipe.get().inBatches()} on one machine, to the bit; where there is noise,
   * evaluations are asked one by one, as many at once as there are workers.
   *
   * <p>What the objective throws is a failure of its position, and never tried again. A virtual
   * machine that dies is Spark's to replace. A job that Spark gives up, as when the context is
   * stopped, ends the search with an {@link
   * org.multidescent.function.EvaluationUnavailableException}. Jobs under way are cancelled when
   * the search ends, and calls that wait are interrupted. Jobs have the local properties of the
   * thread that runs the search, such as its scheduler pool and its tags.
   *
   * @param context the Spark application, not stopped as long as a search runs
   * @param recipe makes the problem on the driver and on each executor, the same one
   * @return the problem
   * @throws IllegalArgumentException if the recipe cannot be serialised
   */
  public static Problem of(JavaSparkContext context, ProblemRecipe recipe) {
    Objects.requireNonNull(context, "context: null (expected: a Spark context)");
    Objects.requireNonNull(recipe, "recipe: null (expected: a recipe)");
    Broadcast<byte[]> shipped = context.broadcast(serialised(recipe));
    Problem described =
        Objects.requireNonNull(recipe.get(), "recipe: made null (expected: a problem)");
    Problem remote =
        described.evaluatedBy(
            () -> new SparkEvaluator(new Jobs(context, shipped), described.dimension()));
    return remote.isNoisy() ? remote : remote.inBatches();
  }

  private static byte[] serialised(ProblemRecipe recipe) {
    try {
      return Serialised.bytes(recipe);
    } catch (IOException cause) {
      throw new IllegalArgumentException(
          "recipe: " + cause + " (expected: one that can be serialised)", cause);
    }
  }
}
