package org.multidescent.engine;

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
  @Nullable String reason;

  @Label("Origin")
  @Description("A start, or the kind of hop the descent began with")
  @Nullable String origin;

  @Label("Start Value")
  double startValue;

  @Label("Value")
  double value;

  @Label("Calls of the Descent")
  long calls;

  @Label("Calls of the Search")
  @Description("Calls all workers had made when the point stalled")
  long allCalls;
}
