package org.multidescent.engine.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

@Name("org.multidescent.Idle")
@Label("Worker Idle")
@Description("A worker that found no point in the frontier, and no evaluation to share")
@Category("Multidescent")
@StackTrace(false)
@Threshold("10 ms")
final class IdleEvent extends Event {

  @Label("Worker")
  @Description("The worker's number, from 0")
  public int worker;
}
