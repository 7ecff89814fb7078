package org.multidescent.engine;

import org.multidescent.evaluation.EvaluationCounter;

/** Passes a worker's calls on to whatever it works for at the moment. */
public final class ForwardingCounters implements EvaluationCounter {

  private EvaluationCounter target;

  public ForwardingCounters(EvaluationCounter target) {
    this.target = target;
  }

  public void to(EvaluationCounter target) {
    this.target = target;
  }

  @Override
  public void beforeValue() {
    target.beforeValue();
  }

  @Override
  public void beforeGradient() {
    target.beforeGradient();
  }

  @Override
  public int beforeValues(int wanted) {
    return target.beforeValues(wanted);
  }

  @Override
  public void after(double value, double[] u, int offset) {
    target.after(value, u, offset);
  }

  @Override
  public void brokenGradient(double slope, double[] u, int offset) {
    target.brokenGradient(slope, u, offset);
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    return target.failed(cause, u, offset);
  }
}
