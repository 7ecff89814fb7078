package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Scaling;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;

/** Calls of the objective that gave no usable value: all counted, the first ones kept. */
final class Faults {

  private static final int KEPT = 32;
  private static final Fault.Kind[] KINDS = Fault.Kind.values();

  private final Verdict verdict;
  private final Scaling scaling;
  private final FailurePolicy policy;
  private final AtomicLong exceptions = new AtomicLong();
  private final AtomicLongArray counts = new AtomicLongArray(KINDS.length);
  private final List<Fault> first = new ArrayList<>();

  Faults(Verdict verdict, Scaling scaling, FailurePolicy policy) {
    this.verdict = verdict;
    this.scaling = scaling;
    this.policy = policy;
  }

  void notFinite(double value, double[] u, int offset) {
    Fault.Kind kind =
        Double.isNaN(value)
            ? Fault.Kind.NAN
            : value > 0 ? Fault.Kind.POSITIVE_INFINITY : Fault.Kind.NEGATIVE_INFINITY;
    keep(kind, value, null, u, offset);
  }

  void brokenGradient(double slope, double[] u, int offset) {
    keep(Fault.Kind.GRADIENT, slope, null, u, offset);
  }

  /**
   * Notes a call that did not return.
   *
   * @return NaN, if the search survives
   * @throws Halt if it does not
   */
  double thrown(Throwable cause, double[] u, int offset) {
    if (cause == Hang.INSTANCE) {
      keep(Fault.Kind.HANG, Double.NaN, null, u, offset);
    } else if (cause instanceof Error) {
      fail(keep(Fault.Kind.ERROR, Double.NaN, cause, u, offset), cause);
    } else {
      Fault fault = keep(Fault.Kind.EXCEPTION, Double.NaN, cause, u, offset);
      if (exceptions.incrementAndGet() > policy.tolerated()) {
        fail(fault, cause);
      }
    }
    if (verdict.isEnded()) {
      throw Halt.INSTANCE;
    }
    return Double.NaN;
  }

  /** Returns how many there were of each kind. */
  Map<Fault.Kind, Long> counts() {
    Map<Fault.Kind, Long> map = new EnumMap<>(Fault.Kind.class);
    for (Fault.Kind kind : KINDS) {
      long count = counts.get(kind.ordinal());
      if (count > 0) {
        map.put(kind, count);
      }
    }
    return map;
  }

  List<Fault> first() {
    synchronized (first) {
      return List.copyOf(first);
    }
  }

  long[] save() {
    long[] saved = new long[KINDS.length];
    Arrays.setAll(saved, counts::get);
    return saved;
  }

  void restore(long[] saved, List<Fault> kept) {
    for (int kind = 0; kind < Math.min(saved.length, KINDS.length); kind++) {
      counts.set(kind, saved[kind]);
    }
    exceptions.set(counts.get(Fault.Kind.EXCEPTION.ordinal()));
    synchronized (first) {
      first.addAll(kept);
    }
  }

  private void fail(Fault fault, Throwable cause) {
    verdict.fail(cause, "the objective failed: " + fault);
  }

  private Fault keep(
      Fault.Kind kind, double value, @Nullable Throwable cause, double[] u, int offset) {
    double[] x = new double[scaling.dimension()];
    scaling.toProblem(u, offset, x, 0);
    Fault fault = new Fault(kind, x, value, cause);
    counts.incrementAndGet(kind.ordinal());
    synchronized (first) {
      if (first.size() < KEPT) {
        first.add(fault);
      }
    }
    return fault;
  }
}
