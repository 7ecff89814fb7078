package org.multidescent.engine.telemetry;

import org.multidescent.evaluation.EvaluationCounter;

/** Counts nothing. */
final class Uncounted implements EvaluationCounter {

  @Override
  public void beforeValue() {}

  @Override
  public void beforeGradient() {}

  @Override
  public int beforeValues(int wanted) {
    return wanted;
  }

  @Override
  public void after(double value, double[] u, int offset) {}

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    return Double.NaN;
  }
}
