package org.multidescent.engine.budget;

import java.util.List;
import org.multidescent.report.Counts;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Whoever reads the counters of two tasks never sees more stalls than points. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "as many points as stalls, or more")
@Outcome(expect = Expect.FORBIDDEN, desc = "a point stalled before it began")
@State
public class TaskCountersLive {

  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(-9, 9, 1));
  private static final WorkingCoordinates COORDINATES = WorkingCoordinates.none(PROBLEM);

  private final TaskCounters first = counters();
  private final TaskCounters second = counters();
  private volatile boolean handedOver;

  private static TaskCounters counters() {
    return new TaskCounters(
        COORDINATES,
        Double.NEGATIVE_INFINITY,
        new Termination(),
        new NoLimits(),
        new Incumbent());
  }

  /** Begins a point and hands it over; begins another, which stalls. */
  @Actor
  public void begins() {
    first.starts(1);
    handedOver = true;
    first.perturbation();
    first.stall();
  }

  /** Has the point stall, if it was handed over. */
  @Actor
  public void stalls() {
    if (handedOver) {
      second.stall();
    }
  }

  /**
   * Reads both.
   *
   * @param result whether there were as many points as stalls
   */
  @Actor
  public void reads(Z_Result result) {
    Counts counts = TaskCounters.read(List.of(first, second));
    result.r1 = counts.live() >= 0;
  }
}
