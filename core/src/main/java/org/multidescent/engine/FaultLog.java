package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Scaling;
import org.multidescent.report.Fault;

/** The first calls of one lane that gave no usable value, each with its moment. */
final class FaultLog {

  /** A fault and when it was. */
  record Entry(long clock, int lane, Fault fault) {}

  private final Scaling scaling;
  private final int lane;
  private final List<Entry> first = new ArrayList<>();

  FaultLog(Scaling scaling, int lane) {
    this.scaling = scaling;
    this.lane = lane;
  }

  void add(long clock, double value, @Nullable Throwable cause, double[] u, int offset) {
    if (first.size() < Faults.KEPT) {
      double[] x = new double[scaling.dimension()];
      scaling.toProblem(u, offset, x, 0);
      Fault.Kind kind = cause != null ? Fault.Kind.EXCEPTION : Faults.kind(value);
      first.add(new Entry(clock, lane, new Fault(kind, x, value, cause)));
    }
  }

  /** Adds those up to a moment to a list. */
  void until(long clock, List<Entry> entries) {
    for (Entry entry : first) {
      if (entry.clock <= clock) {
        entries.add(entry);
      }
    }
  }
}
