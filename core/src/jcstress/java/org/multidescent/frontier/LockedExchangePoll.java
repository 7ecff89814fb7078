package org.multidescent.frontier;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A start goes to one of two, and a point exchanged for it is seen whole. */
@JCStressTest
@Outcome(id = "-1, 0", expect = Expect.ACCEPTABLE, desc = "the start was polled")
@Outcome(
    id = "0, 6",
    expect = Expect.ACCEPTABLE,
    desc = "the start was exchanged, the point polled")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or seen in part")
@State
public class LockedExchangePoll {

  private final Frontier<PlainPoint> frontier = Frontier.locked(2);

  /** Puts the start in. */
  public LockedExchangePoll() {
    frontier.access(0).load(1, 0);
    frontier.access(0).seal();
  }

  /**
   * Gives a point for the start.
   *
   * @param result 0 for the start, -1 if the point was kept
   */
  @Actor
  public void exchange(II_Result result) {
    boolean taken = frontier.access(0).exchange(2, PlainPoint.filled());
    result.r1 = taken ? PlainPoint.sum(frontier.access(0).point()) : -1;
  }

  /**
   * Takes the start or the point.
   *
   * @param result 0 for the start, 6 for the point, -1 for nothing
   */
  @Actor
  public void poll(II_Result result) {
    result.r2 = frontier.access(1).poll() ? PlainPoint.sum(frontier.access(1).point()) : -1;
  }
}
