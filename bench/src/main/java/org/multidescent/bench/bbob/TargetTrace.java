package org.multidescent.bench.bbob;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.problem.Evaluator;

/**
 * Counts a run's evaluations and notes at which of them each target was first reached. An analytic
 * gradient counts as many evaluations as there are coordinates, after the value that comes with it.
 *
 * <p>Thread-safe. An evaluation is numbered when its value is there, so with several workers the
 * numbers are in order of completion, and a target's number may be late by as many as there are
 * other workers; with one worker it is exact. A value that improves nothing costs one addition and
 * one comparison.
 */
public final class TargetTrace {

  /** The number that stands for a target never reached. */
  public static final long NEVER = -1;

  private final double fOpt;
  private final AtomicLong evaluations = new AtomicLong();
  private final long[] hits = new long[Targets.COUNT];
  private int reached;
  private volatile double best = Double.POSITIVE_INFINITY;

  /**
   * Creates an empty trace.
   *
   * @param fOpt the least value of the function, which targets are counted from
   */
  public TargetTrace(double fOpt) {
    this.fOpt = fOpt;
    Arrays.fill(hits, NEVER);
  }

  /**
   * Wraps an evaluator so that this trace sees what it evaluates.
   *
   * @param evaluator one worker's hold on the objective
   * @return the traced evaluator
   */
  public Evaluator watch(Evaluator evaluator) {
    return new TracedEvaluator(evaluator, this);
  }

  /**
   * Returns the number of evaluations so far.
   *
   * @return the count, 0 or more
   */
  public long evaluations() {
    return evaluations.get();
  }

  /**
   * Returns how far the best value so far lies above the optimum.
   *
   * @return {@code f - f_opt}, infinite before the first number
   */
  public double bestDf() {
    return best - fOpt;
  }

  /**
   * Returns at which evaluation each target was first reached.
   *
   * @return a new array of {@link Targets#COUNT} numbers, the first evaluation is 1, {@link #NEVER}
   *     for never
   */
  public synchronized long[] hits() {
    return hits.clone();
  }

  /**
   * Tells whether the hardest target has been reached.
   *
   * @return whether {@link #bestDf()} is at most {@link Targets#last()}
   */
  public boolean solved() {
    return bestDf() <= Targets.last();
  }

  /**
   * Takes an evaluation's value.
   *
   * @param value the value that targets are about
   */
  public void record(double value) {
    long number = evaluations.incrementAndGet();
    if (value < best) {
      improve(value, number);
    }
  }

  /**
   * Counts evaluations that no target is about.
   *
   * @param further how many, 0 or more
   */
  public void count(int further) {
    evaluations.addAndGet(further);
  }

  private synchronized void improve(double value, long number) {
    if (value >= best || reached == Targets.COUNT) {
      best = Math.min(best, value);
      return;
    }
    best = value;
    while (reached < Targets.COUNT && value - fOpt <= Targets.value(reached)) {
      hits[reached++] = number;
    }
  }
}
