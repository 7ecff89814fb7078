package org.multidescent.spark;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.EvaluationUnavailableException;

/**
 * The Spark jobs of one evaluator, one after the other.
 *
 * <p>Implementation note. The job under way is known under a lock, so that none is left out that
 * begins while the search ends.
 */
final class Jobs {

  /** Asks Spark to interrupt the threads of tasks that are cancelled. */
  private static final String INTERRUPTS = "spark.job.interruptOnCancel";

  private static final int SECONDS_BETWEEN_LOOKS = 5;

  private final JavaSparkContext context;
  private final Broadcast<byte[]> recipe;
  private @Nullable Future<?> underWay;
  private boolean cancelled;

  Jobs(JavaSparkContext context, Broadcast<byte[]> recipe) {
    this.context = context;
    this.recipe = recipe;
  }

  /** Returns how many tasks may run at once. */
  int cores() {
    try {
      return Math.max(1, context.defaultParallelism());
    } catch (IllegalStateException stopped) {
      throw unavailable(stopped);
    }
  }

  /**
   * Runs a job.
   *
   * @param tasks the positions of each task
   * @return the replies of each task
   * @throws EvaluationUnavailableException if Spark did not finish the job
   */
  List<byte[]> run(List<double[]> tasks, Order order) {
    try {
      Future<List<byte[]>> job = submit(tasks, order);
      try {
        return await(job);
      } finally {
        job.cancel(true);
        forget();
      }
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw unavailable(cause == null ? failed : cause);
    } catch (CancellationException ended) {
      throw new EvaluationUnavailableException("the Spark job was cancelled", ended);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EvaluationUnavailableException("the thread was interrupted", interrupted);
    }
  }

  private synchronized Future<List<byte[]>> submit(List<double[]> tasks, Order order) {
    if (cancelled) {
      throw new EvaluationUnavailableException("the search has ended");
    }
    String before = context.getLocalProperty(INTERRUPTS);
    try {
      context.setLocalProperty(INTERRUPTS, "true");
      Future<List<byte[]>> job =
          context
              .parallelize(tasks, tasks.size())
              .map(new Evaluation(recipe, order))
              .collectAsync();
      underWay = job;
      return job;
    } catch (RuntimeException refused) {
      throw unavailable(refused);
    } finally {
      context.setLocalProperty(INTERRUPTS, before);
    }
  }

  /** Waits for a job, which Spark forgets if it is submitted in the moment the context stops. */
  private List<byte[]> await(Future<List<byte[]>> job)
      throws ExecutionException, InterruptedException {
    boolean isStopped = false;
    while (true) {
      try {
        return job.get(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
      } catch (TimeoutException notYet) {
        if (isStopped) {
          throw new ExecutionException("the Spark context was stopped", notYet);
        }
        isStopped = context.sc().isStopped();
      }
    }
  }

  private synchronized void forget() {
    underWay = null;
  }

  /** Cancels the job under way, and all that follow. */
  synchronized void cancel() {
    cancelled = true;
    if (underWay != null) {
      underWay.cancel(true);
    }
  }

  private static EvaluationUnavailableException unavailable(Throwable cause) {
    return new EvaluationUnavailableException("Spark did not finish a job: " + cause, cause);
  }
}
