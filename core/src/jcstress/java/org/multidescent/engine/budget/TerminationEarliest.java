package org.multidescent.engine.budget;

import org.multidescent.report.Ending;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

/** Two tasks each see an event that ends the search, and the earlier one is committed. */
@JCStressTest
@Outcome(id = "true, TARGET", expect = Expect.ACCEPTABLE, desc = "the earlier event ends it")
@Outcome(expect = Expect.FORBIDDEN, desc = "the later event, or none")
@State
public class TerminationEarliest {

  private final Termination termination = new Termination();
  private boolean committed;

  /** Sees an event in the task at place 3 and commits it. */
  @Actor
  public void earlier() {
    termination.endAt(3, Ending.TARGET);
    committed = termination.commit(3);
  }

  /** Sees an event in the task at place 5. */
  @Actor
  public void later() {
    termination.endAt(5, Ending.STALLS);
  }

  /**
   * Looks at the end.
   *
   * @param result whether the commit ended the search, and why it ended
   */
  @Arbiter
  public void end(ZL_Result result) {
    result.r1 = committed;
    result.r2 = termination.ending();
  }
}
