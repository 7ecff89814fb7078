package org.multidescent.engine;

import org.multidescent.descent.Halt;
import org.multidescent.descent.Tally;

/** Counts the calls of a descent that runs alone. */
final class SoloTally implements Tally {

  private long limit = Long.MAX_VALUE;
  private long calls;

  /** Counts from here on, up to a limit. */
  void begin(long limit) {
    this.limit = limit;
    calls = 0;
  }

  long calls() {
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
      throw Halt.INSTANCE;
    }
    int granted = (int) Math.min(wanted, limit - calls);
    calls += granted;
    return granted;
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
