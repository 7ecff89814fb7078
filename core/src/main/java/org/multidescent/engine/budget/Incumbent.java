package org.multidescent.engine.budget;

import org.multidescent.engine.telemetry.FlightRecorder;

/** The lowest value of all workers, and when it was found. Safe to use from any thread. */
public final class Incumbent {

  private volatile double best = Double.POSITIVE_INFINITY;
  private volatile long foundNanos;
  private volatile boolean evaluated;

  /** Takes a value that is a task's own lowest; costs a read unless it is the lowest of all. */
  public void offer(double value) {
    if (value < best) {
      lower(value);
    }
  }

  private synchronized void lower(double value) {
    double before = best;
    if (value < before) {
      foundNanos = System.nanoTime();
      best = value;
      FlightRecorder.best(value, before);
    }
  }

  /** Takes an evaluation without a usable value. */
  void offerNothing() {
    evaluated = true;
  }

  /** Returns the lowest value; infinity before the first. */
  public double best() {
    return best;
  }

  /** Tells whether an evaluation has ended, whatever came of it. */
  public boolean isEvaluated() {
    return evaluated || best < Double.POSITIVE_INFINITY;
  }

  /** Returns the time from when the lowest value was found to {@code now}; 0 before the first. */
  public long sinceNanos(long now) {
    return best == Double.POSITIVE_INFINITY ? 0 : Math.max(0, now - foundNanos);
  }
}
