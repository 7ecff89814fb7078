package org.multidescent.engine.budget;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;

/** Calls of the objective that gave no usable value: all counted, the first ones kept. */
public final class FaultRecorder {

  /** How many faults a result tells of. */
  public static final int KEPT = 32;

  private static final Fault.Kind[] KINDS = Fault.Kind.values();

  private final Termination verdict;
  private final WorkingCoordinates scaling;
  private final FailurePolicy policy;
  private final AtomicLong exceptions = new AtomicLong();
  private final AtomicLongArray counts = new AtomicLongArray(KINDS.length);
  private final List<Fault> first = new ArrayList<>();

  public FaultRecorder(Termination verdict, WorkingCoordinates scaling, FailurePolicy policy) {
    this.verdict = verdict;
    this.scaling = scaling;
    this.policy = policy;
  }

  public void notFinite(double value, double[] u, int offset, WorkerFaults log) {
    keep(kind(value), value, null, u, offset, log);
  }

  /** Returns what is wrong with a value that is not finite. */
  public static Fault.Kind kind(double value) {
    return Double.isNaN(value)
        ? Fault.Kind.NAN
        : value > 0 ? Fault.Kind.POSITIVE_INFINITY : Fault.Kind.NEGATIVE_INFINITY;
  }

  /** Returns what is wrong with a call that threw. */
  public static Fault.Kind kind(Throwable cause) {
    if (cause == CallTimeout.INSTANCE) {
      return Fault.Kind.TIMEOUT;
    }
    return cause instanceof Error ? Fault.Kind.ERROR : Fault.Kind.EXCEPTION;
  }

  /** Returns the sentence that blames the objective for the end of a search. */
  public static String blame(Fault fault) {
    return "the objective failed: " + fault;
  }

  public void brokenGradient(double slope, double[] u, int offset, WorkerFaults log) {
    keep(Fault.Kind.GRADIENT, slope, null, u, offset, log);
  }

  /**
   * Notes a call that did not return.
   *
   * @return NaN, if the search survives
   * @throws StopSearch if it does not
   */
  public double thrown(Throwable cause, double[] u, int offset, WorkerFaults log) {
    Fault.Kind kind = kind(cause);
    Fault fault = keep(kind, Double.NaN, kind == Fault.Kind.TIMEOUT ? null : cause, u, offset, log);
    if (kind == Fault.Kind.ERROR
        || kind == Fault.Kind.EXCEPTION && exceptions.incrementAndGet() > policy.tolerated()) {
      verdict.fail(cause, blame(fault));
    }
    if (verdict.isEnded()) {
      throw StopSearch.INSTANCE;
    }
    return Double.NaN;
  }

  /** Returns how many there were of each kind. */
  public Map<Fault.Kind, Long> counts() {
    return map(counts::get);
  }

  /** Returns the kinds of which there were any. */
  public static Map<Fault.Kind, Long> map(IntToLongFunction counts) {
    Map<Fault.Kind, Long> map = new EnumMap<>(Fault.Kind.class);
    for (Fault.Kind kind : KINDS) {
      long count = counts.applyAsLong(kind.ordinal());
      if (count > 0) {
        map.put(kind, count);
      }
    }
    return map;
  }

  public List<Fault> first() {
    synchronized (first) {
      return List.copyOf(first);
    }
  }

  public void restore(long[] saved, List<Fault> kept) {
    for (int kind = 0; kind < Math.min(saved.length, KINDS.length); kind++) {
      counts.set(kind, saved[kind]);
    }
    exceptions.set(counts.get(Fault.Kind.EXCEPTION.ordinal()));
    synchronized (first) {
      first.addAll(kept);
    }
  }

  private Fault keep(
      Fault.Kind kind,
      double value,
      @Nullable Throwable cause,
      double[] u,
      int offset,
      WorkerFaults log) {
    double[] x = new double[scaling.dimension()];
    scaling.toProblem(u, offset, x, 0);
    Fault fault = new Fault(kind, x, value, cause);
    counts.incrementAndGet(kind.ordinal());
    log.add(fault);
    synchronized (first) {
      if (first.size() < KEPT) {
        first.add(fault);
      }
    }
    return fault;
  }
}
