package org.multidescent.engine.budget;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** Two workers use up a budget: every unit, and not one more. */
@JCStressTest
@Outcome(id = "7, true", expect = Expect.ACCEPTABLE, desc = "all used, then ended")
@Outcome(expect = Expect.FORBIDDEN, desc = "more or fewer")
@State
public class EvaluationBudgetUsesAll {

  private final EvaluationBudgetUse use = new EvaluationBudgetUse(7);
  private int first;
  private int second;

  /** Uses units by twos. */
  @Actor
  public void first() {
    first = use.useAll(2);
  }

  /** Uses units one by one. */
  @Actor
  public void second() {
    second = use.useAll(1);
  }

  /**
   * Adds up.
   *
   * @param result units used, and whether the search has ended
   */
  @Arbiter
  public void sum(IZ_Result result) {
    result.r1 = first + second;
    result.r2 = use.isEnded();
  }
}
