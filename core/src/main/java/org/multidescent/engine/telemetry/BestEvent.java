package org.multidescent.engine.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("org.multidescent.Best")
@Label("New Best")
@Description("A value lower than all before")
@Category("Multidescent")
@StackTrace(false)
final class BestEvent extends Event {

  @Label("Value")
  public double value;

  @Label("Value Before")
  public double before;
}
