package org.multidescent.frontier;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A point that is taken is seen whole. */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "polled before the offer")
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "taken whole")
@Outcome(expect = Expect.FORBIDDEN, desc = "taken in part")
@State
public class LockedOfferPoll {

  private final Frontier<PlainPoint> frontier = Frontier.locked(2);

  /** Fills a point and gives it away. */
  @Actor
  public void offer() {
    frontier.access(0).offer(1, PlainPoint.filled());
  }

  /**
   * Takes it.
   *
   * @param result the sum of its fields
   */
  @Actor
  public void poll(I_Result result) {
    result.r1 = frontier.access(1).poll() ? PlainPoint.sum(frontier.access(1).point()) : -1;
  }
}
