package org.multidescent.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.AsynchronousObjective;
import org.multidescent.function.BatchException;
import org.multidescent.function.EvaluationUnavailableException;

/**
 * Begins all evaluations of a batch, and waits for all of them.
 *
 * <p>Implementation note. Those under way are known under the evaluator's lock, so that none is
 * left out that begins while the search ends.
 */
final class AsynchronousEvaluator implements Evaluator {

  private final AsynchronousObjective objective;
  private final int dimension;
  private final double[] single = new double[1];
  private CompletableFuture<?>[] underWay = new CompletableFuture<?>[0];
  private boolean cancelled;

  AsynchronousEvaluator(AsynchronousObjective objective, int dimension) {
    this.objective = objective;
    this.dimension = dimension;
  }

  @Override
  public double value(double[] x) {
    BatchOfOne.make(() -> values(x, 1, single));
    return single[0];
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    throw new IllegalStateException("the problem has no analytic gradient");
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    CompletableFuture<?>[] futures = new CompletableFuture<?>[count];
    for (int k = 0; k < count; k++) {
      futures[k] = begin(Arrays.copyOfRange(positions, k * dimension, (k + 1) * dimension));
    }
    await(futures);
    @Nullable Throwable[] failures = new @Nullable Throwable[count];
    boolean failed = false;
    for (int k = 0; k < count; k++) {
      try {
        values[k] = (Double) futures[k].join();
      } catch (CompletionException wrapped) {
        failures[k] = wrapped.getCause() == null ? wrapped : wrapped.getCause();
        failed = true;
      } catch (CancellationException withdrawn) {
        failures[k] = hasEnded() ? unavailable(withdrawn) : withdrawn;
        failed = true;
      } catch (NullPointerException none) {
        values[k] = Double.NaN;
      }
    }
    if (failed) {
      throw new BatchException(failures);
    }
  }

  private synchronized boolean hasEnded() {
    return cancelled;
  }

  private static EvaluationUnavailableException unavailable(CancellationException ended) {
    return new EvaluationUnavailableException("the evaluation was cancelled", ended);
  }

  private CompletableFuture<Double> begin(double[] x) {
    try {
      return Objects.requireNonNull(
              objective.value(x), "objective: returned null (expected: a completion stage)")
          .toCompletableFuture();
    } catch (RuntimeException | Error failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void await(CompletableFuture<?>[] futures) {
    synchronized (this) {
      underWay = futures;
      if (cancelled) {
        cancel();
      }
    }
    try {
      CompletableFuture.allOf(futures).join();
    } catch (CompletionException | CancellationException some) {
      // Each says by itself what failed.
    }
    synchronized (this) {
      underWay = new CompletableFuture<?>[0];
    }
  }

  @Override
  public Runnable cancellation() {
    return this::cancel;
  }

  private synchronized void cancel() {
    cancelled = true;
    for (CompletableFuture<?> future : underWay) {
      future.cancel(true);
    }
  }
}
