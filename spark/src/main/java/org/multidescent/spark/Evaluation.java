package org.multidescent.spark;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchException;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Evaluator;

/** What a task does, on an executor: evaluates its positions, and writes a reply for each. */
record Evaluation(Broadcast<byte[]> recipe, Order order) implements Function<double[], byte[]> {

  @Override
  public byte[] call(double[] positions) {
    ExecutorProblem problem = ExecutorProblem.of(recipe.value());
    Evaluator evaluator = problem.take();
    try {
      if (order.sample() != null) {
        evaluator.sample(order.sample());
      }
      return Reply.bytes(
          out -> {
            if (problem.isBatch()
                && (order.call() == Call.VALUE || order.call() == Call.RESIDUALS)) {
              atOnce(evaluator, positions, out);
            } else {
              oneByOne(evaluator, positions, out);
            }
          });
    } finally {
      problem.giveBack(evaluator);
    }
  }

  private void atOnce(Evaluator evaluator, double[] positions, DataOutputStream out)
      throws IOException {
    int count = positions.length / order.dimension();
    double[] values = new double[count];
    double[] numbers = new double[count * order.numbers()];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(numbers, Double.NaN);
    @Nullable Throwable all = null;
    @Nullable BatchException some = null;
    try {
      if (order.call() == Call.VALUE) {
        evaluator.values(positions, count, values);
      } else {
        evaluator.residuals(positions, count, numbers, values);
      }
    } catch (BatchException failures) {
      some = failures;
    } catch (Throwable failure) {
      all = failure;
    }
    goOn();
    for (int k = 0; k < count; k++) {
      Throwable failure = some == null ? all : some.failure(k);
      if (failure == null) {
        int from = k * order.numbers();
        Reply.write(out, values[k], Arrays.copyOfRange(numbers, from, from + order.numbers()));
      } else {
        Reply.write(out, failure);
      }
    }
  }

  private void oneByOne(Evaluator evaluator, double[] positions, DataOutputStream out)
      throws IOException {
    int dimension = order.dimension();
    for (int from = 0; from < positions.length; from += dimension) {
      double[] x = Arrays.copyOfRange(positions, from, from + dimension);
      double[] numbers = new double[order.numbers()];
      Arrays.fill(numbers, Double.NaN);
      double value = Double.NaN;
      Throwable failure = null;
      try {
        value = order.call().make(evaluator, x, numbers);
      } catch (Throwable thrown) {
        failure = thrown;
      }
      goOn();
      if (failure == null) {
        Reply.write(out, value, numbers);
      } else {
        Reply.write(out, failure);
      }
    }
  }

  /** Ends a task that is cancelled: what its objective threw may be the interrupt. */
  private static void goOn() {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      throw new EvaluationUnavailableException("the task is cancelled");
    }
  }
}
