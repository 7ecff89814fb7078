package org.multidescent.engine.threads;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Threads;
import org.multidescent.function.BatchException;
import org.multidescent.problem.Evaluator;
import org.multidescent.util.Turn;

/**
 * An evaluator whose calls are made by another thread, so that its worker can go on while a call
 * hangs. Positions are copied there and results back, so that an abandoned call writes nowhere.
 */
public final class TimeLimitedEvaluator implements Evaluator {

  private final Supplier<Evaluator> evaluators;
  private final int dimension;
  private final String name;
  private volatile CallThread callThread;

  private CallThread seen;
  private long seenTurn;
  private long seenBefore;
  private long sample;
  private long since;

  public TimeLimitedEvaluator(
      Evaluator first, Supplier<Evaluator> evaluators, int dimension, String name) {
    this.evaluators = evaluators;
    this.dimension = dimension;
    this.name = name;
    this.callThread = new CallThread(first, name);
    this.seen = callThread;
  }

  @Override
  public void sample(long name) {
    sample = name;
  }

  @Override
  public double value(double[] x) {
    double[] position = x.clone();
    double[] result = new double[1];
    call(evaluator -> result[0] = evaluator.value(position));
    return result[0];
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    double[] position = x.clone();
    double[] slopes = gradient.clone();
    double[] result = new double[1];
    call(evaluator -> result[0] = evaluator.valueAndGradient(position, slopes));
    System.arraycopy(slopes, 0, gradient, 0, gradient.length);
    return result[0];
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    double[] copies = Arrays.copyOf(positions, count * dimension);
    double[] results = Arrays.copyOf(values, count);
    try {
      call(evaluator -> evaluator.values(copies, count, results));
    } catch (BatchException some) {
      System.arraycopy(results, 0, values, 0, count);
      throw some;
    }
    System.arraycopy(results, 0, values, 0, count);
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    double[] position = x.clone();
    double[] results = constraints.clone();
    call(evaluator -> evaluator.constraints(position, results));
    System.arraycopy(results, 0, constraints, 0, constraints.length);
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    double[] position = x.clone();
    double[] results = constraints.clone();
    double[] result = new double[1];
    call(evaluator -> result[0] = evaluator.valueAndConstraints(position, results));
    System.arraycopy(results, 0, constraints, 0, constraints.length);
    return result[0];
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    double[] copies = Arrays.copyOf(positions, count * dimension);
    double[] results = constraints.clone();
    try {
      call(evaluator -> evaluator.constraints(copies, count, results));
    } catch (BatchException some) {
      System.arraycopy(results, 0, constraints, 0, constraints.length);
      throw some;
    }
    System.arraycopy(results, 0, constraints, 0, constraints.length);
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    double[] copies = Arrays.copyOf(positions, count * dimension);
    double[] results = Arrays.copyOf(values, count);
    double[] others = constraints.clone();
    BatchException failures = null;
    try {
      call(evaluator -> evaluator.valuesAndConstraints(copies, count, results, others));
    } catch (BatchException some) {
      failures = some;
    }
    System.arraycopy(results, 0, values, 0, count);
    System.arraycopy(others, 0, constraints, 0, constraints.length);
    if (failures != null) {
      throw failures;
    }
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    double[] position = x.clone();
    double[] copies = rows.clone();
    call(evaluator -> evaluator.constraintJacobian(position, copies));
    System.arraycopy(copies, 0, rows, 0, rows.length);
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    double[] position = x.clone();
    double[] slopes = gradient.clone();
    double[] results = constraints.clone();
    double[] rows = jacobian.clone();
    double[] result = new double[1];
    call(evaluator -> result[0] = evaluator.valueAndDerivatives(position, slopes, results, rows));
    System.arraycopy(slopes, 0, gradient, 0, gradient.length);
    System.arraycopy(results, 0, constraints, 0, constraints.length);
    System.arraycopy(rows, 0, jacobian, 0, jacobian.length);
    return result[0];
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    double[] position = x.clone();
    double[] copies = residuals.clone();
    double[] result = new double[1];
    call(evaluator -> result[0] = evaluator.residuals(position, copies));
    System.arraycopy(copies, 0, residuals, 0, residuals.length);
    return result[0];
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    double[] copies = positions.clone();
    double[] results = residuals.clone();
    double[] sums = Arrays.copyOf(values, count);
    BatchException failures = null;
    try {
      call(evaluator -> evaluator.residuals(copies, count, results, sums));
    } catch (BatchException some) {
      failures = some;
    }
    System.arraycopy(results, 0, residuals, 0, residuals.length);
    System.arraycopy(sums, 0, values, 0, count);
    if (failures != null) {
      throw failures;
    }
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    double[] position = x.clone();
    double[] copies = derivatives.clone();
    call(evaluator -> evaluator.jacobian(position, copies));
    System.arraycopy(copies, 0, derivatives, 0, derivatives.length);
  }

  @Override
  public @Nullable Runnable cancellation() {
    return () -> {
      Runnable cancellation = callThread.cancellation();
      if (cancellation != null) {
        cancellation.run();
      }
    };
  }

  /** Makes a call under the name of its sample, if it has one. */
  private void call(Consumer<Evaluator> made) {
    CallThread current = callThread;
    if (current.isAbandoned()) {
      current = new CallThread(evaluators.get(), name);
      callThread = current;
    }
    long named = sample;
    current.make(
        evaluator -> {
          evaluator.sample(named);
          made.accept(evaluator);
        });
  }

  /**
   * Tells whether the same call has been seen under way for so long; asked by one thread. One that
   * waits for its turn hangs if no other has had its turn for so long.
   */
  public boolean hangs(long now, long limitNanos) {
    CallThread current = callThread;
    long turn = current.turn();
    long before = Turn.awaited(current.thread());
    if (current != seen || turn != seenTurn || before != seenBefore) {
      seen = current;
      seenTurn = turn;
      seenBefore = before;
      since = now;
    }
    return turn > 0 && !CallThread.isWaiting(turn) && now - since >= limitNanos;
  }

  /**
   * Lets go the call last found to hang.
   *
   * @return its thread, which is left to itself; null if the call has returned
   */
  public @Nullable Thread abandon() {
    return seen.abandon(seenTurn) ? seen.thread() : null;
  }

  /** Tells whether a thread is the one that makes the calls. */
  public boolean isCaller(Thread caller) {
    return callThread.thread() == caller;
  }

  /** Ends the thread after the last call. */
  public void close() {
    callThread.close();
  }

  /**
   * Waits for the thread to end, unless its call was abandoned; returns as {@link Threads#join}.
   */
  public boolean join() {
    return !callThread.isAbandoned() && Threads.join(callThread.thread());
  }
}
