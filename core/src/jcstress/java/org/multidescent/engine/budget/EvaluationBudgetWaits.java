package org.multidescent.engine.budget;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One worker leases all there is and gives most of it back: the other waits for it, and does not
 * take the budget for empty.
 */
@JCStressTest
@Outcome(id = "1, 4", expect = Expect.ACCEPTABLE, desc = "what was given back is used")
@Outcome(id = "0, 5", expect = Expect.ACCEPTABLE, desc = "the other came first")
@Outcome(expect = Expect.FORBIDDEN, desc = "units lost or used twice")
@State
public class EvaluationBudgetWaits {

  private final EvaluationBudgetUse use = new EvaluationBudgetUse(5);
  private int one;
  private int all;

  /** Takes all, uses one. */
  @Actor
  public void one() {
    one = use.useOne(5);
  }

  /** Uses whatever it can get. */
  @Actor
  public void all() {
    all = use.useAll(1);
  }

  /**
   * Tells what both used.
   *
   * @param result units used by either
   */
  @Arbiter
  public void both(II_Result result) {
    result.r1 = one;
    result.r2 = all;
  }
}
