package org.multidescent.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Tally;
import org.multidescent.report.Ending;

/**
 * What one worker saw while it evaluated its share of the initial starts of a reproducible search.
 * The clock is that of {@link FirstStarts}.
 */
final class StartTally implements Tally {

  private static final VarHandle CALLS = handle("calls", long.class);
  private static final VarHandle SEEN = handle("seen", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  private final Verdict verdict;
  private final Finish finish;
  private final double target;
  private final Bests bests;
  private final FaultLog faults;
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
    this.target = settings.budget().target();
    this.bests = new Bests(settings.problem().dimension());
    this.faults = new FaultLog(settings.scaling(), 0);
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
    if (verdict.isEnded() || finish.isBefore(granted + 1, 0)) {
      throw Halt.INSTANCE;
    }
    granted += wanted;
    CALLS.setOpaque(this, calls + wanted);
    return wanted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      faults.add(told, value, null, u, offset);
      addBroken(told);
    } else if (value < best) {
      BEST.setOpaque(this, value);
      bests.add(told, value, u, offset);
      if (value <= target) {
        finish.at(told, 0, Ending.TARGET, null);
      }
    }
    told++;
    SEEN.setOpaque(this, seen + 1);
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    faults.add(told, Double.NaN, cause, u, offset);
    finish.at(told, 0, Ending.FAILED, cause);
    throw Halt.INSTANCE;
  }

  long readCalls() {
    return (long) CALLS.getOpaque(this);
  }

  /** Returns the clocks of the starts without a usable value, ascending. */
  long[] broken() {
    return Arrays.copyOf(broken, brokenSize);
  }

  /** Returns how many starts were evaluated to the end. */
  long readSeen() {
    return (long) SEEN.getOpaque(this);
  }

  double readBest() {
    return (double) BEST.getOpaque(this);
  }

  double bestUntil(long clock, double[] u) {
    return bests.until(clock, u);
  }

  void faultsUntil(long clock, List<FaultLog.Entry> entries) {
    faults.until(clock, entries);
  }

  private void addBroken(long clock) {
    if (brokenSize == broken.length) {
      broken = Arrays.copyOf(broken, 2 * brokenSize);
    }
    broken[brokenSize++] = clock;
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(StartTally.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
