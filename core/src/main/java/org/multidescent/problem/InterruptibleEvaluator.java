package org.multidescent.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.EvaluationUnavailableException;

/**
 * Has the thread that is at a call interrupted when the search ends, so that a call that waits may
 * give up.
 *
 * <p>Implementation note. Whether a call is under way changes under the evaluator's lock, so that
 * the thread is not interrupted after its call; an interrupt that the call did not see is cleared.
 */
final class InterruptibleEvaluator implements Evaluator {

  /** A call that returns a number. */
  @FunctionalInterface
  private interface Call {
    double make();
  }

  private final Evaluator evaluator;
  private @Nullable Thread caller;
  private boolean cancelled;

  InterruptibleEvaluator(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public void sample(long name) {
    evaluator.sample(name);
  }

  @Override
  public double value(double[] x) {
    return make(() -> evaluator.value(x));
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    return make(() -> evaluator.valueAndGradient(x, gradient));
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    run(() -> evaluator.values(positions, count, values));
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    run(() -> evaluator.constraints(x, constraints));
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    return make(() -> evaluator.valueAndConstraints(x, constraints));
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    run(() -> evaluator.constraints(positions, count, constraints));
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    run(() -> evaluator.valuesAndConstraints(positions, count, values, constraints));
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    run(() -> evaluator.constraintJacobian(x, rows));
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    return make(() -> evaluator.valueAndDerivatives(x, gradient, constraints, jacobian));
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    return make(() -> evaluator.residuals(x, residuals));
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    run(() -> evaluator.residuals(positions, count, residuals, values));
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    run(() -> evaluator.jacobian(x, derivatives));
  }

  @Override
  public Runnable cancellation() {
    Runnable own = Objects.requireNonNullElse(evaluator.cancellation(), () -> {});
    return () -> {
      own.run();
      cancel();
    };
  }

  private synchronized void cancel() {
    cancelled = true;
    if (caller != null) {
      caller.interrupt();
    }
  }

  private void run(Runnable call) {
    make(
        () -> {
          call.run();
          return 0;
        });
  }

  private double make(Call call) {
    enter();
    try {
      return call.make();
    } catch (Throwable failure) {
      if (isCancelled()) {
        throw new EvaluationUnavailableException("the search has ended", failure);
      }
      throw failure;
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    if (cancelled) {
      throw new EvaluationUnavailableException("the search has ended");
    }
    caller = Thread.currentThread();
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  private synchronized void leave() {
    caller = null;
    if (cancelled) {
      Thread.interrupted();
    }
  }
}
