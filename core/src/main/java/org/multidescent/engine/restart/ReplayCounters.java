package org.multidescent.engine.restart;

import java.util.Arrays;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Counts;

/** Counts the evaluations of a descent that runs alone. */
final class ReplayCounters implements EvaluationCounter {

  private final int dimension;
  private long limit = Long.MAX_VALUE;
  private long evaluations;
  private long gradients;
  private double lowest = Double.POSITIVE_INFINITY;
  private double[] lowestPosition = new double[0];

  public ReplayCounters(int dimension) {
    this.dimension = dimension;
  }

  /** Counts from here on, up to a limit, and looks for values lower than the one known. */
  public void begin(long limit, double known) {
    this.limit = limit;
    evaluations = 0;
    gradients = 0;
    lowest = known;
  }

  /** Returns the lowest value known when the descent began, or seen since. */
  public double lowest() {
    return lowest;
  }

  /** Returns where the lowest value was seen, in working coordinates. */
  public double[] lowestPosition() {
    return lowestPosition.clone();
  }

  /** Returns what was counted since the descent began, and so many steps. */
  public Counts counts(long steps) {
    return Counts.of(evaluations - gradients, gradients, steps);
  }

  public long evaluations() {
    return evaluations;
  }

  @Override
  public void beforeValue() {
    beforeValues(1);
  }

  @Override
  public void beforeGradient() {
    beforeGradients(1);
  }

  @Override
  public int beforeValues(int wanted) {
    if (evaluations == limit) {
      throw StopSearch.INSTANCE;
    }
    int granted = (int) Math.min(wanted, limit - evaluations);
    evaluations += granted;
    return granted;
  }

  @Override
  public int beforeGradients(int wanted) {
    int granted = beforeValues(wanted);
    gradients += granted;
    return granted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (value < lowest && value >= -Double.MAX_VALUE) {
      lowest = value;
      lowestPosition = Arrays.copyOfRange(u, offset, offset + dimension);
    }
  }

  /** Passes on what the objective threw. */
  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("the objective failed", cause);
  }
}
