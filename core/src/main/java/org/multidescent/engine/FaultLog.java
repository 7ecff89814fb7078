package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.report.Fault;

/** The calls of one worker that failed: how many of each kind, and the first since some moment. */
final class FaultLog {

  private final long[] counts = new long[Fault.Kind.values().length];
  private final List<Fault> recent = new ArrayList<>();

  void add(Fault fault) {
    counts[fault.kind().ordinal()]++;
    if (recent.size() < Faults.KEPT) {
      recent.add(fault);
    }
  }

  /** Has the recent ones begin now. */
  void mark() {
    recent.clear();
  }

  List<Fault> recent() {
    return recent;
  }

  long[] counts() {
    return counts.clone();
  }

  /** Counts those before a checkpoint. */
  void restore(long[] saved) {
    System.arraycopy(saved, 0, counts, 0, Math.min(saved.length, counts.length));
  }
}
