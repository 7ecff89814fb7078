package org.multidescent.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Scaling;
import org.multidescent.descent.Tally;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * What one worker saw while it evaluated its share of the initial starts of a reproducible search.
 * Places are those of {@link FirstStarts}.
 */
final class StartTally implements Tally {

  /** A fault and its place. */
  record Placed(long place, Fault fault) {}

  private static final VarHandle CALLS = handle("calls", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  private final Verdict verdict;
  private final Finish finish;
  private final Scaling scaling;
  private final double target;
  final Bests bests;
  final List<Placed> faults = new ArrayList<>();
  private long[] broken = new long[16];
  private int brokenSize;
  private long granted;
  private long told;
  private long calls;
  private long seen;
  private double best = Double.POSITIVE_INFINITY;

  StartTally(Settings settings, Verdict verdict, Finish finish) {
    this.verdict = verdict;
    this.finish = finish;
    this.scaling = settings.scaling();
    this.target = settings.budget().target();
    this.bests = new Bests(settings.problem().dimension());
  }

  /** Tells which start comes next. */
  void begin(long start) {
    granted = start;
    told = start + 1;
  }

  @Override
  public void beforeValue() {
    beforeValues(1);
  }

  @Override
  public void beforeGradient() {
    throw new IllegalStateException("starts have no gradient");
  }

  @Override
  public int beforeValues(int wanted) {
    if (verdict.isEnded() || finish.isBy(granted)) {
      throw Halt.INSTANCE;
    }
    granted += wanted;
    CALLS.setOpaque(this, calls + wanted);
    return wanted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      addFault(new Fault(Faults.kind(value), locate(u, offset), value, null));
      addBroken();
    } else if (value < best) {
      BEST.setOpaque(this, value);
      bests.add(told, value, u, offset);
      if (value <= target) {
        finish.at(told, Ending.TARGET, null);
      }
    }
    told++;
    seen++;
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    addFault(new Fault(Fault.Kind.EXCEPTION, locate(u, offset), Double.NaN, cause));
    finish.at(told, Ending.FAILED, cause);
    throw Halt.INSTANCE;
  }

  long readCalls() {
    return (long) CALLS.getOpaque(this);
  }

  double readBest() {
    return (double) BEST.getOpaque(this);
  }

  /** Returns how many starts were evaluated to the end. */
  long seen() {
    return seen;
  }

  /** Returns the places of the starts without a usable value, ascending. */
  long[] broken() {
    return Arrays.copyOf(broken, brokenSize);
  }

  private double[] locate(double[] u, int offset) {
    double[] x = new double[scaling.dimension()];
    scaling.toProblem(u, offset, x, 0);
    return x;
  }

  private void addFault(Fault fault) {
    if (faults.size() < Faults.KEPT) {
      faults.add(new Placed(told, fault));
    }
  }

  private void addBroken() {
    if (brokenSize == broken.length) {
      broken = Arrays.copyOf(broken, 2 * brokenSize);
    }
    broken[brokenSize++] = told;
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(StartTally.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
