package org.multidescent.engine.budget;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;

/**
 * What one worker has used up and the best it has seen.
 *
 * <p>Written by the worker alone. Counters are stored opaquely, so that other threads read each of
 * them whole and never older than what they read before. The best position is guarded by a version
 * that is odd while the position changes (a sequence lock): a reader copies it and tries again if
 * the version has moved.
 */
public final class WorkerCounters extends WorkerCounterFields implements EvaluationCounter {

  private static final VarHandle EVALUATIONS = handle("valueEvaluations", long.class);
  private static final VarHandle GRADIENTS = handle("gradientEvaluations", long.class);
  private static final VarHandle STEPS = handle("steps", long.class);
  private static final VarHandle STARTS = handle("starts", long.class);
  private static final VarHandle HOPS = handle("perturbations", long.class);
  private static final VarHandle STALLS = handle("stalls", long.class);
  private static final VarHandle BEST = handle("best", double.class);
  private static final VarHandle VERSION = handle("bestVersion", long.class);

  /** LeadingPadding behind the counters. */
  public long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

  private final Termination verdict;
  private final EvaluationBudget evaluations;
  private final FaultRecorder faults;
  private final Incumbent leader;
  private final double target;
  private final double[] bestPosition;
  private final WorkerFaults log = new WorkerFaults();

  public WorkerCounters(
      int dimension,
      double target,
      Termination verdict,
      EvaluationBudget calls,
      FaultRecorder faults,
      Incumbent leader) {
    this.leader = leader;
    this.verdict = verdict;
    this.evaluations = calls;
    this.faults = faults;
    this.target = target;
    this.bestPosition = new double[dimension];
  }

  @Override
  public void beforeValue() {
    spend(1);
    EVALUATIONS.setOpaque(this, valueEvaluations + 1);
  }

  @Override
  public void beforeGradient() {
    spend(1);
    GRADIENTS.setOpaque(this, gradientEvaluations + 1);
  }

  @Override
  public int beforeValues(int wanted) {
    renew(wanted);
    int granted = (int) Math.min(wanted, lease);
    spend(granted);
    EVALUATIONS.setOpaque(this, valueEvaluations + granted);
    return granted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!(value >= best && value <= Double.MAX_VALUE)) {
      lowerOrBroken(value, u, offset);
    }
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    return faults.thrown(cause, u, offset, log);
  }

  @Override
  public void brokenGradient(double slope, double[] u, int offset) {
    faults.brokenGradient(slope, u, offset, log);
  }

  /** Counts a completed step. */
  public void step() {
    STEPS.setOpaque(this, steps + 1);
  }

  /** Counts a start that was evaluated. */
  public void start() {
    STARTS.setOpaque(this, starts + 1);
  }

  /** Counts a hop whose candidates were evaluated. */
  public void perturbation() {
    HOPS.setOpaque(this, perturbations + 1);
  }

  /** Returns the calls made so far; for the worker itself. */
  public long evaluations() {
    return valueEvaluations + gradientEvaluations;
  }

  /** Counts a stalled point. */
  public void stall() {
    STALLS.setOpaque(this, stalls + 1);
  }

  /** Gives back what is left of the lease. */
  public void close() {
    if (lease > 0) {
      evaluations.settle(leased, lease);
      lease = 0;
    }
  }

  /** Returns which calls failed; for the worker itself. */
  public WorkerFaults faults() {
    return log;
  }

  /** Returns the counters in the order of a snapshot; for the worker itself. */
  public long[] counts() {
    return new long[] {valueEvaluations, gradientEvaluations, steps, starts, perturbations, stalls};
  }

  /** Goes on from a snapshot's counters and best; before the worker begins. */
  public void restore(long[] counts, double value, double[] position) {
    valueEvaluations = counts[0];
    gradientEvaluations = counts[1];
    steps = counts[2];
    starts = counts[3];
    perturbations = counts[4];
    stalls = counts[5];
    best = value;
    leader.offer(value);
    System.arraycopy(position, 0, bestPosition, 0, bestPosition.length);
  }

  public long readValueEvaluations() {
    return (long) EVALUATIONS.getOpaque(this);
  }

  public long readGradientEvaluations() {
    return (long) GRADIENTS.getOpaque(this);
  }

  public long readSteps() {
    return (long) STEPS.getOpaque(this);
  }

  public long readStarts() {
    return (long) STARTS.getOpaque(this);
  }

  public long readPerturbations() {
    return (long) HOPS.getOpaque(this);
  }

  public long readStalls() {
    return (long) STALLS.getOpaque(this);
  }

  public double readBest() {
    return (double) BEST.getOpaque(this);
  }

  /**
   * Copies the best position, from any thread.
   *
   * @return its value, or positive infinity if there is none yet
   */
  public double readBest(double[] u) {
    while (true) {
      long before = (long) VERSION.getAcquire(this);
      double value = best;
      System.arraycopy(bestPosition, 0, u, 0, u.length);
      VarHandle.loadLoadFence();
      if ((before & 1) == 0 && before == (long) VERSION.getOpaque(this)) {
        return value;
      }
      Thread.onSpinWait();
    }
  }

  /** Returns the calls all workers have made, from any thread. */
  public static long totalEvaluations(WorkerCounters[] meters) {
    long calls = 0;
    for (WorkerCounters meter : meters) {
      calls += meter.readValueEvaluations() + meter.readGradientEvaluations();
    }
    return calls;
  }

  private void spend(int units) {
    if (verdict.isEnded()) {
      throw StopSearch.INSTANCE;
    }
    renew(units);
    lease -= units;
    if (lease == 0) {
      evaluations.settle(leased, 0);
    }
  }

  private void renew(long wanted) {
    if (lease == 0) {
      leased = evaluations.lease(wanted);
      lease = leased;
    }
  }

  private void lowerOrBroken(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      faults.notFinite(value, u, offset, log);
      return;
    }
    VERSION.setOpaque(this, bestVersion + 1);
    VarHandle.storeStoreFence();
    BEST.setOpaque(this, value);
    System.arraycopy(u, offset, bestPosition, 0, bestPosition.length);
    VERSION.setRelease(this, bestVersion + 1);
    leader.offer(value);
    if (value <= target) {
      verdict.end(Ending.TARGET);
    }
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(WorkerCounters.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
