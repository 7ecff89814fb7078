package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Scaling;
import org.multidescent.report.Fault;

/** Calls of the objective that gave no usable value: all counted, the first ones kept. */
final class Faults {

  /** How many faults a result tells of. */
  static final int KEPT = 32;

  private final Verdict verdict;
  private final Scaling scaling;
  private final AtomicLong count = new AtomicLong();
  private final List<Fault> first = new ArrayList<>();

  Faults(Verdict verdict, Scaling scaling) {
    this.verdict = verdict;
    this.scaling = scaling;
  }

  void notFinite(double value, double[] u, int offset) {
    keep(kind(value), value, null, u, offset);
  }

  static Fault.Kind kind(double value) {
    return Double.isNaN(value)
        ? Fault.Kind.NAN
        : value > 0 ? Fault.Kind.POSITIVE_INFINITY : Fault.Kind.NEGATIVE_INFINITY;
  }

  double thrown(Throwable cause, double[] u, int offset) {
    keep(Fault.Kind.EXCEPTION, Double.NaN, cause, u, offset);
    verdict.fail(cause);
    throw Halt.INSTANCE;
  }

  long count() {
    return count.get();
  }

  List<Fault> first() {
    synchronized (first) {
      return List.copyOf(first);
    }
  }

  private void keep(
      Fault.Kind kind, double value, @Nullable Throwable cause, double[] u, int offset) {
    if (count.getAndIncrement() >= KEPT) {
      return;
    }
    double[] x = new double[scaling.dimension()];
    scaling.toProblem(u, offset, x, 0);
    synchronized (first) {
      first.add(new Fault(kind, x, value, cause));
    }
  }
}
