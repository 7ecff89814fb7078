package org.multidescent.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.multidescent.descent.Halt;
import org.multidescent.descent.Tally;
import org.multidescent.report.Ending;

/**
 * One of a fixed number of strands of a reproducible search: it has one task at a time, and a clock
 * that counts its calls. Its fields belong to the worker that holds it, else to whoever has the
 * lock of {@link Lanes}; the counters alone may be read by anyone.
 */
final class Lane extends LaneState implements Tally {

  private static final VarHandle EVALUATIONS = handle("evaluations", long.class);
  private static final VarHandle GRADIENTS = handle("gradients", long.class);
  private static final VarHandle STEPS = handle("steps", long.class);
  private static final VarHandle HOPS = handle("hops", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  /** Padding behind the fields. */
  long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

  final int index;
  private final Verdict verdict;
  private final Finish finish;
  private final double target;
  private final Trail trail = new Trail();
  private final Bests bests;
  private final FaultLog faults;
  private long told;

  Lane(int index, Settings settings, Verdict verdict, Finish finish) {
    this.index = index;
    this.verdict = verdict;
    this.finish = finish;
    this.target = settings.budget().target();
    this.bests = new Bests(settings.problem().dimension());
    this.faults = new FaultLog(settings.scaling(), index);
  }

  @Override
  public void beforeValue() {
    spend(1);
    told = clock() + 1;
    trail.values(1);
    EVALUATIONS.setOpaque(this, evaluations + 1);
  }

  @Override
  public void beforeGradient() {
    spend(1);
    told = clock() + 1;
    trail.gradient();
    GRADIENTS.setOpaque(this, gradients + 1);
  }

  @Override
  public int beforeValues(int wanted) {
    int granted = (int) Math.min(wanted, Math.max(1, callsLeft));
    spend(granted);
    told = clock() + 1;
    trail.values(granted);
    EVALUATIONS.setOpaque(this, evaluations + granted);
    return granted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!(value >= best && value <= Double.MAX_VALUE)) {
      lowerOrBroken(value, u, offset);
    }
    told++;
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    trail.fault(told);
    faults.add(told, Double.NaN, cause, u, offset);
    finish.at(told, index, Ending.FAILED, cause);
    throw Halt.INSTANCE;
  }

  /** Counts a completed step. */
  void step() {
    stepsLeft--;
    trail.step();
    STEPS.setOpaque(this, steps + 1);
  }

  /** Counts a hop whose candidates were evaluated. */
  void hop() {
    trail.hop();
    HOPS.setOpaque(this, hops + 1);
  }

  /** Returns the clock, for the owner. */
  long clock() {
    return evaluations + gradients + idle;
  }

  /** Returns the clock, perhaps a little late, for others than the owner. */
  long readClock() {
    return readEvaluations() + readGradients() + idle;
  }

  /** Returns the calls made up to a clock that is not ahead of the lane's. */
  long callsUntil(long clock) {
    return Math.min(readClock(), Math.max(since, clock)) - idle;
  }

  long readEvaluations() {
    return (long) EVALUATIONS.getOpaque(this);
  }

  long readGradients() {
    return (long) GRADIENTS.getOpaque(this);
  }

  long readSteps() {
    return (long) STEPS.getOpaque(this);
  }

  long readHops() {
    return (long) HOPS.getOpaque(this);
  }

  double readBest() {
    return (double) BEST.getOpaque(this);
  }

  /** Has the clock go on from a later one: the lane was idle meanwhile. */
  void idleUntil(long clock) {
    idle += Math.max(0, clock - clock());
    since = clock();
    trail.resume(since);
  }

  /** Tells whether the lane has a point that was born no later than at a clock. */
  boolean holdsPoint(long clock) {
    boolean born = task == Task.WARM || task == Task.DESCEND || task == Task.LEAP && hasMissed;
    return status != Status.IDLE && born && began <= clock;
  }

  /** Forgets the details of what was done before all that is still to come. */
  void settle(long clock) {
    trail.settle(clock);
    bests.settle(clock);
  }

  Sums until(long clock) {
    return trail.until(clock);
  }

  double bestUntil(long clock, double[] u) {
    return bests.until(clock, u);
  }

  void faultsUntil(long clock, List<FaultLog.Entry> entries) {
    faults.until(clock, entries);
  }

  private void spend(int units) {
    if (verdict.isEnded() || finish.isBefore(clock() + 1, index)) {
      throw Halt.INSTANCE;
    }
    if (callsLeft == 0) {
      spent = Ending.EVALUATIONS;
      throw Halt.INSTANCE;
    }
    callsLeft -= units;
  }

  private void lowerOrBroken(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      trail.fault(told);
      faults.add(told, value, null, u, offset);
      return;
    }
    BEST.setOpaque(this, value);
    bests.add(told, value, u, offset);
    if (value <= target) {
      finish.at(told, index, Ending.TARGET, null);
    }
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(Lane.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
