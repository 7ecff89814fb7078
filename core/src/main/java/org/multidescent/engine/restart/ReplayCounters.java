package org.multidescent.engine.restart;

import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;

/** Counts the calls of a descent that runs alone. */
public final class ReplayCounters implements EvaluationCounter {

  private long limit = Long.MAX_VALUE;
  private long calls;

  /** Counts from here on, up to a limit. */
  public void begin(long limit) {
    this.limit = limit;
    calls = 0;
  }

  public long calls() {
    return calls;
  }

  @Override
  public void beforeValue() {
    beforeValues(1);
  }

  @Override
  public void beforeGradient() {
    beforeValues(1);
  }

  @Override
  public int beforeValues(int wanted) {
    if (calls == limit) {
      throw StopSearch.INSTANCE;
    }
    int granted = (int) Math.min(wanted, limit - calls);
    calls += granted;
    return granted;
  }

  @Override
  public int beforeGradients(int wanted) {
    return beforeValues(wanted);
  }

  @Override
  public void after(double value, double[] u, int offset) {}

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
