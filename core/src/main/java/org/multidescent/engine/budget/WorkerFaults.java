package org.multidescent.engine.budget;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.report.Fault;

/** The calls of one worker that failed: how many of each kind, and the first since some moment. */
public final class WorkerFaults {

  private final long[] counts = new long[Fault.Kind.values().length];
  private final List<Fault> recent = new ArrayList<>();

  public void add(Fault fault) {
    counts[fault.kind().ordinal()]++;
    if (recent.size() < FaultRecorder.KEPT) {
      recent.add(fault);
    }
  }

  /** Has the recent ones begin now. */
  public void mark() {
    recent.clear();
  }

  public List<Fault> recent() {
    return recent;
  }

  public long[] counts() {
    return counts.clone();
  }

  /** Counts those before a checkpoint. */
  public void restore(long[] saved) {
    System.arraycopy(saved, 0, counts, 0, Math.min(saved.length, counts.length));
  }
}
