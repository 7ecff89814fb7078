package org.multidescent.engine.budget;

import org.jspecify.annotations.Nullable;
import org.multidescent.engine.telemetry.FlightRecorder;
import org.multidescent.report.Estimate;

/**
 * The lowest value of all workers, and when it was found; of a noisy objective, the lowest mean.
 * Safe to use from any thread.
 */
public final class Incumbent {

  private final NoiseState noise;
  private volatile double best = Double.POSITIVE_INFINITY;
  private volatile long foundNanos;
  private volatile boolean evaluated;
  private @Nullable Watch watch;

  /** Creates the incumbent of a search of an objective without noise. */
  public Incumbent() {
    this(NoiseState.none());
  }

  public Incumbent(NoiseState noise) {
    this.noise = noise;
  }

  /** Returns whether single values count. */
  public NoiseState noise() {
    return noise;
  }

  /** Who is told of each best value. */
  public interface Watch {

    /**
     * Takes a best value; called by one worker at a time.
     *
     * @param u the array that holds the position, in working coordinates; not to be kept
     * @param offset where the position begins
     */
    void lowered(double value, long nanos, double[] u, int offset);
  }

  /** Has somebody told of each best value; before the workers begin. */
  public synchronized void watch(Watch other) {
    watch = other;
  }

  /** Takes a value that was known before. */
  public void restore(double value) {
    lower(value);
  }

  /** Takes a value that is a task's own lowest; costs a read unless it is the lowest of all. */
  public void offer(double value, double[] u, int offset) {
    if (noise.isKnown()) {
      evaluated = true;
    } else if (value < best) {
      lower(value, u, offset);
    }
  }

  /** Takes the mean of an estimate. */
  public void offer(Estimate estimate) {
    if (estimate.mean() < best) {
      lower(estimate.mean());
    }
  }

  private synchronized void lower(double value, double[] u, int offset) {
    Watch told = watch;
    if (lower(value) && told != null) {
      told.lowered(value, foundNanos, u, offset);
    }
  }

  private synchronized boolean lower(double value) {
    double before = best;
    if (value < before) {
      foundNanos = System.nanoTime();
      best = value;
      FlightRecorder.best(value, before);
    }
    return value < before;
  }

  /** Forgets a value that turned out to be that of noise. */
  public synchronized void forget() {
    evaluated = true;
    best = Double.POSITIVE_INFINITY;
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
