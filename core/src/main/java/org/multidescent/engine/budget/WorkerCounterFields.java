package org.multidescent.engine.budget;

import org.multidescent.concurrent.LeadingPadding;

/** The counters of one worker, between two paddings. */
public abstract class WorkerCounterFields extends LeadingPadding {
  public long valueEvaluations;
  public long gradientEvaluations;
  public long steps;
  public long starts;
  public long perturbations;
  public long stalls;
  public long leased;
  public long lease;
  public double best = Double.POSITIVE_INFINITY;
  public long bestVersion;
}
