package org.multidescent.engine.telemetry;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

@Name("org.multidescent.Checkpoint")
@Label("Checkpoint")
@Description(
    "A checkpoint that was written, from the wish to copy the state to the file's new name")
@Category("Multidescent")
@StackTrace(false)
final class CheckpointEvent extends Event {

  @Label("Path")
  @Nullable
  public String path;

  @Label("Size")
  @DataAmount(DataAmount.BYTES)
  public long bytes;

  @Label("Pause")
  @Description("How long workers waited, at most, for the state to be copied")
  @Timespan(Timespan.NANOSECONDS)
  public long pause;

  @Label("Write")
  @Description("How long it took to encode the copy, write it and force it to the disk")
  @Timespan(Timespan.NANOSECONDS)
  public long write;

  @Label("Last")
  @Description("Whether it was that of the search's end")
  public boolean last;
}
