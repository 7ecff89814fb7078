package org.multidescent.spark;

import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * A recipe's problem in one executor's virtual machine, with the evaluators that no task uses at
 * the moment.
 *
 * <p>Implementation note. Spark hands all tasks of a virtual machine the same array of a broadcast
 * recipe, and drops it when the driver has; so does the map, in which arrays differ by identity.
 */
final class ExecutorProblem {

  private static final Map<byte[], ExecutorProblem> MADE = new WeakHashMap<>();

  private final Problem problem;
  private final Queue<Evaluator> idle = new ConcurrentLinkedQueue<>();

  private ExecutorProblem(Problem problem) {
    this.problem = problem;
  }

  static ExecutorProblem of(byte[] recipe) {
    synchronized (MADE) {
      return MADE.computeIfAbsent(recipe, ExecutorProblem::make);
    }
  }

  private static ExecutorProblem make(byte[] recipe) {
    try {
      return new ExecutorProblem(((ProblemRecipe) Serialised.object(recipe)).get());
    } catch (IOException | ClassNotFoundException cause) {
      throw new EvaluationUnavailableException("the recipe cannot be read: " + cause, cause);
    }
  }

  boolean isBatch() {
    return problem.isBatch();
  }

  Evaluator take() {
    Evaluator evaluator = idle.poll();
    return evaluator == null ? problem.evaluator() : evaluator;
  }

  void giveBack(Evaluator evaluator) {
    idle.add(evaluator);
  }
}
