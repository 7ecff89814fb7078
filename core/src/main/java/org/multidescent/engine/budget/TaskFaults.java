package org.multidescent.engine.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Fault;

/**
 * The evaluations of one task that failed: how many of each kind, and the first of them. Those of a
 * start that was cut short do not count in records, for it begins anew.
 */
public final class TaskFaults {

  private final long[] counts = new long[Fault.Kind.values().length];
  private final long[] recorded = new long[counts.length];
  private final List<Fault> first = new ArrayList<>();
  private int recordedFirst;
  private boolean cut;
  private @Nullable Fault exception;

  void add(Fault fault) {
    counts[fault.kind().ordinal()]++;
    if (first.size() < FaultRecorder.KEPT) {
      first.add(fault);
    }
    if (fault.kind() == Fault.Kind.EXCEPTION) {
      exception = fault;
    }
  }

  /** Forgets all. */
  public void clear() {
    if (!first.isEmpty()) {
      Arrays.fill(counts, 0);
      first.clear();
      exception = null;
    }
    cut = false;
  }

  /** Tells that a start begins. */
  public void beginStart() {
    System.arraycopy(counts, 0, recorded, 0, counts.length);
    recordedFirst = first.size();
  }

  /** Has those since the start began not count in records. */
  public void forgetCutStart() {
    cut = true;
  }

  /** Returns how many of a kind there were. */
  public long count(Fault.Kind kind) {
    return counts[kind.ordinal()];
  }

  /** Returns how many of each kind there were, by the order of the kinds. */
  public long[] counts() {
    return counts.clone();
  }

  /** Returns the first ones. */
  public List<Fault> first() {
    return first;
  }

  /** Returns how many of each kind count in records. */
  public long[] recordedCounts() {
    return cut ? recorded.clone() : counts();
  }

  /** Returns the first ones that count in records. */
  public List<Fault> recordedFirst() {
    return cut ? first.subList(0, recordedFirst) : first;
  }

  /** Returns the last exception. */
  @Nullable
  public Fault exception() {
    return exception;
  }

  /** Goes on from a checkpoint. */
  public void restore(long[] saved, List<Fault> kept, @Nullable Fault last) {
    System.arraycopy(saved, 0, counts, 0, Math.min(saved.length, counts.length));
    first.addAll(kept);
    exception = last;
  }
}
