package org.multidescent.engine.budget;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.DDD_Result;

/** The best position and its value are read as they were written, together. */
@JCStressTest
@Outcome(id = "Infinity, 0.0, 0.0", expect = Expect.ACCEPTABLE, desc = "before the first")
@Outcome(id = "3.0, 3.0, -3.0", expect = Expect.ACCEPTABLE, desc = "the first")
@Outcome(id = "2.0, 2.0, -2.0", expect = Expect.ACCEPTABLE, desc = "the second")
@Outcome(id = "1.0, 1.0, -1.0", expect = Expect.ACCEPTABLE, desc = "the third")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn")
@State
public class MeterBest {

  private final WorkerCounters meter = MeterUse.meter(2);
  private final double[] position = new double[2];

  /** Lowers the best three times. */
  @Actor
  public void lower() {
    for (double value = 3; value > 0; value--) {
      position[0] = value;
      position[1] = -value;
      meter.after(value, position, 0);
    }
  }

  /**
   * Reads the best.
   *
   * @param result value and position
   */
  @Actor
  public void read(DDD_Result result) {
    double[] copy = new double[2];
    result.r1 = meter.readBest(copy);
    result.r2 = copy[0];
    result.r3 = copy[1];
  }
}
