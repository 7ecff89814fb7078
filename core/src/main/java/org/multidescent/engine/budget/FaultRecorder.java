package org.multidescent.engine.budget;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.problem.Box;
import org.multidescent.report.Fault;

/**
 * Evaluations of the objective that gave no usable value, of all tasks committed so far: all
 * counted, the first ones kept.
 */
public final class FaultRecorder {

  /** How many faults a result tells of. */
  public static final int KEPT = 32;

  private static final Fault.Kind[] KINDS = Fault.Kind.values();

  private final long tolerated;
  private final AtomicLong exceptions = new AtomicLong();
  private final long[] counts = new long[KINDS.length];
  private final List<Fault> first = new ArrayList<>();

  /**
   * Creates a recorder.
   *
   * @param tolerated how many exceptions a search may have
   */
  public FaultRecorder(long tolerated) {
    this.tolerated = tolerated;
  }

  /** Returns what is wrong with a value that is not finite. */
  public static Fault.Kind kind(double value) {
    return Double.isNaN(value)
        ? Fault.Kind.NAN
        : value > 0 ? Fault.Kind.POSITIVE_INFINITY : Fault.Kind.NEGATIVE_INFINITY;
  }

  /** Returns what is wrong with an evaluation that threw. */
  public static Fault.Kind kind(Throwable cause) {
    if (cause == CallTimeout.INSTANCE) {
      return Fault.Kind.TIMEOUT;
    }
    return cause instanceof Error ? Fault.Kind.ERROR : Fault.Kind.EXCEPTION;
  }

  /** Returns the sentence that names the objective as what ended a search. */
  public static String message(Fault fault, Box box) {
    return "the objective failed: " + fault.describe(box);
  }

  /** Counts an exception at once, before its task is committed. */
  public boolean toleratesOneMore() {
    return exceptions.incrementAndGet() <= tolerated;
  }

  /** Adds the faults of a task, or those before a checkpoint. */
  public void add(long[] more, List<Fault> kept) {
    synchronized (first) {
      for (int kind = 0; kind < Math.min(more.length, KINDS.length); kind++) {
        counts[kind] += more[kind];
      }
      first.addAll(kept.subList(0, Math.min(kept.size(), KEPT - first.size())));
    }
  }

  /** Adds the faults of a task, which are then forgotten there. */
  public void add(TaskFaults faults) {
    if (!faults.first().isEmpty()) {
      add(faults.counts(), faults.first());
      faults.clear();
    }
  }

  /** Takes the exceptions before a checkpoint for counted. */
  public void restoreExceptions(long count) {
    exceptions.set(count);
  }

  /** Returns how many exceptions there were. */
  public long exceptions() {
    return counts()[Fault.Kind.EXCEPTION.ordinal()];
  }

  /** Returns how many there were of each kind, by the order of the kinds. */
  public long[] counts() {
    synchronized (first) {
      return counts.clone();
    }
  }

  /** Returns how many there were, of the kinds of which there were any. */
  public Map<Fault.Kind, Long> map() {
    long[] now = counts();
    Map<Fault.Kind, Long> map = new EnumMap<>(Fault.Kind.class);
    for (Fault.Kind kind : KINDS) {
      if (now[kind.ordinal()] > 0) {
        map.put(kind, now[kind.ordinal()]);
      }
    }
    return map;
  }

  /** Returns the first ones. */
  public List<Fault> first() {
    synchronized (first) {
      return List.copyOf(first);
    }
  }
}
