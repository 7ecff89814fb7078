package org.multidescent.engine.budget;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/** A point with a successor and a point without one: the search is over when both are gone. */
@JCStressTest
@Outcome(id = "false, false, true", expect = Expect.ACCEPTABLE, desc = "over at the last stall")
@Outcome(id = "false, true, true", expect = Expect.ACCEPTABLE, desc = "the other stalled last")
@Outcome(expect = Expect.FORBIDDEN, desc = "over too early, or never")
@State
public class LivePointCountEnds {

  private final Termination termination = new Termination();
  private final LivePointCount alive = new LivePointCount(termination);
  private boolean early;
  private boolean seen;

  /** Two points are alive. */
  public LivePointCountEnds() {
    alive.born(2);
  }

  /** Stalls, is replaced by two, one of which stalls at once. */
  @Actor
  public void replaced() {
    alive.replaced(2);
    alive.replaced(0);
    early = termination.isEnded();
    alive.replaced(0);
  }

  /** Stalls. */
  @Actor
  public void stalls() {
    alive.replaced(0);
    seen = termination.isEnded();
  }

  /**
   * Tells whether the search is over.
   *
   * @param result seen while a point was alive, by the other actor, and at last
   */
  @Arbiter
  public void over(ZZZ_Result result) {
    result.r1 = early;
    result.r2 = seen;
    result.r3 = termination.isEnded() && alive.alive() == 0;
  }
}
