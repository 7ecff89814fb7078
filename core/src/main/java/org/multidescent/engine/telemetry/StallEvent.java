package org.multidescent.engine.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("org.multidescent.Stall")
@Label("Stall")
@Description("A point that has stalled. There may be very many: off unless it is enabled by name")
@Category("Multidescent")
@StackTrace(false)
@Enabled(false)
final class StallEvent extends Event {

  @Label("Reason")
  @Nullable
  public String reason;

  @Label("Origin")
  @Description("A start, or the kind of perturbation the descent began with")
  @Nullable
  public String origin;

  @Label("Start Value")
  public double startValue;

  @Label("Value")
  public double value;

  @Label("Evaluations of the Descent")
  public long evaluations;

  @Label("Evaluations of the Search")
  @Description("Evaluations all workers had made when the point stalled")
  public long allEvaluations;
}
