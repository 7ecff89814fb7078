package org.multidescent.engine.budget;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * Grants and counts the evaluations of a task, and keeps the best it has seen.
 *
 * <p>Implementation note. Written by the worker that performs the task, or commits it; both are
 * ordered by the schedule. Counters are stored opaquely, so that other threads read each of them
 * whole and never older than what they read before; stalls are stored last and with release, so
 * that who reads them first never sees more stalls than points. All else is read by the owner
 * alone, or after the search.
 */
public final class TaskCounters extends TaskCounterFields implements EvaluationCounter {

  /** Padding behind the fields. */
  public long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

  private final WorkingCoordinates coordinates;
  private final double target;
  private final Termination termination;
  private final TaskLimits limits;
  private final Incumbent incumbent;
  private final double[] bestPosition;
  private final TaskFaults faults = new TaskFaults();
  private final BestSource source;

  /**
   * Creates the counters of one task after another.
   *
   * @param target the value that ends the search
   */
  public TaskCounters(
      WorkingCoordinates coordinates,
      double target,
      Termination termination,
      TaskLimits limits,
      Incumbent incumbent) {
    this.coordinates = coordinates;
    this.target = target;
    this.termination = termination;
    this.limits = limits;
    this.incumbent = incumbent;
    this.source = new BestSource(coordinates);
    this.bestPosition = new double[coordinates.dimension()];
    Arrays.fill(bestPosition, Double.NaN);
  }

  /**
   * Begins a task with its place in the order and all it may use.
   *
   * @param known the lowest value known
   * @param exceptions how many exceptions it may have
   */
  public void begin(long place, long evaluations, long steps, double known, long exceptions) {
    this.place = place;
    grant(evaluations, evaluations, steps, steps);
    best = known;
    tolerated = exceptions;
    spent = null;
    faults.clear();
  }

  /** Sets what the task was granted, and what is left of it. */
  public void grant(
      long evaluations, long evaluationsNotUsed, long stepsAllowed, long stepsNotUsed) {
    evaluationsGranted = evaluations;
    evaluationsLeft = evaluationsNotUsed;
    stepsGranted = stepsAllowed;
    stepsLeft = stepsNotUsed;
  }

  @Override
  public void beforeValue() {
    spend(1);
    VALUES.setOpaque(this, valueEvaluations + 1);
  }

  @Override
  public void beforeGradient() {
    spend(1);
    GRADIENTS.setOpaque(this, gradientEvaluations + 1);
  }

  /** Counts an evaluation that was granted to the task, and made elsewhere. */
  public void madeValue() {
    evaluationsLeft--;
    VALUES.setOpaque(this, valueEvaluations + 1);
  }

  @Override
  public int beforeValues(int wanted) {
    int granted = spendUpTo(wanted);
    VALUES.setOpaque(this, valueEvaluations + granted);
    return granted;
  }

  @Override
  public int beforeGradients(int wanted) {
    int granted = spendUpTo(wanted);
    GRADIENTS.setOpaque(this, gradientEvaluations + granted);
    return granted;
  }

  @Override
  public void after(double value, double[] u, int offset) {
    if (!(value >= best && value <= Double.MAX_VALUE)) {
      lowerOrNotFinite(value, u, offset);
    }
  }

  @Override
  public double failed(Throwable cause, double[] u, int offset) {
    if (termination.isInterrupt(cause, place)) {
      throw StopSearch.INSTANCE;
    }
    Fault.Kind kind = FaultRecorder.kind(cause);
    Fault fault = fault(kind, Double.NaN, kind == Fault.Kind.TIMEOUT ? null : cause, u, offset);
    if (kind == Fault.Kind.ERROR || kind == Fault.Kind.EXCEPTION && !limits.isTolerated(this)) {
      termination.failAt(place, fault, coordinates.bounds());
      throw StopSearch.INSTANCE;
    }
    return Double.NaN;
  }

  @Override
  public RuntimeException unavailable(
      EvaluationUnavailableException cause, int values, int gradients) {
    VALUES.setOpaque(this, valueEvaluations - values);
    GRADIENTS.setOpaque(this, gradientEvaluations - gradients);
    evaluationsLeft += values + gradients;
    if (!termination.isEnded(place)) {
      termination.fail(cause, "evaluations are not available: " + cause.getMessage());
    }
    return StopSearch.INSTANCE;
  }

  @Override
  public void brokenGradient(double slope, double[] u, int offset) {
    fault(Fault.Kind.GRADIENT, slope, null, u, offset);
  }

  /**
   * Grants a step.
   *
   * @throws StopSearch if the search has ended or the task gets none
   */
  public void beforeStep() {
    if (stepsLeft == 0) {
      stepsGranted = limits.grantSteps(this);
      stepsLeft = stepsGranted;
      if (stepsLeft == 0) {
        spent = Ending.STEPS;
        throw StopSearch.INSTANCE;
      }
    }
  }

  /** Counts a completed step. */
  public void step() {
    STEPS.setOpaque(this, steps + 1);
    if (--stepsLeft == 0) {
      limits.releaseSteps(stepsGranted, 0);
    }
  }

  /** Counts starts that were evaluated. */
  public void starts(int count) {
    STARTS.setOpaque(this, starts + count);
  }

  /** Counts a perturbation whose candidates were evaluated. */
  public void perturbation() {
    PERTURBATIONS.setOpaque(this, perturbations + 1);
  }

  /** Counts a stalled point. */
  public void stall() {
    STALLS.setRelease(this, stalls + 1);
  }

  /** Counts evaluations made for the task of another worker, among its own. */
  public void lend(long evaluations) {
    lent += evaluations;
  }

  /** Counts evaluations that other workers made for this task. */
  public void borrow(long evaluations) {
    borrowed += evaluations;
  }

  /** Gives back the evaluations that are left. */
  public void giveBackEvaluations() {
    if (evaluationsGranted > 0) {
      limits.releaseEvaluations(evaluationsGranted, evaluationsLeft);
      evaluationsGranted = 0;
      evaluationsLeft = 0;
    }
  }

  public void giveBack() {
    giveBackEvaluations();
    if (stepsLeft > 0) {
      limits.releaseSteps(stepsGranted, stepsLeft);
      stepsLeft = 0;
    }
  }

  /** Returns the evaluations made so far, by others for this task too; for the owner. */
  public long evaluations() {
    return valueEvaluations + gradientEvaluations + borrowed;
  }

  public long steps() {
    return steps;
  }

  /** Returns what was counted; for the owner. */
  public Counts counts() {
    return new Counts(valueEvaluations, gradientEvaluations, steps, starts, perturbations, stalls);
  }

  /** Returns what the task has done, no matter who made its evaluations; for its owner. */
  public Counts work() {
    return counts().plus(Counts.of(borrowed - lent, 0, 0));
  }

  public long place() {
    return place;
  }

  public long tolerated() {
    return tolerated;
  }

  public long evaluationsGranted() {
    return evaluationsGranted;
  }

  public long evaluationsLeft() {
    return evaluationsLeft;
  }

  public long stepsGranted() {
    return stepsGranted;
  }

  public long stepsLeft() {
    return stepsLeft;
  }

  /** Returns which part of its grant the task lacked when it was cut short; null if it was not. */
  public @Nullable Ending spent() {
    return spent;
  }

  /** Has a task that was cut short be one that was not, since the search ends with it. */
  public void forgetSpent() {
    spent = null;
  }

  /** Tells the lowest value found before, elsewhere; nothing that is not lower counts. */
  public void know(double value) {
    best = value;
  }

  /** Returns the lowest value known when the task began, or seen since. */
  public double best() {
    return best;
  }

  /** Returns where the lowest value was seen, in working coordinates; not a copy. */
  public double[] bestPosition() {
    return bestPosition;
  }

  /** Returns which descent the best value comes from. */
  public BestSource source() {
    return source;
  }

  public TaskFaults faults() {
    return faults;
  }

  /** Goes on from a checkpoint. */
  public void restore(long taskPlace, SavedTotals done, long exceptions) {
    place = taskPlace;
    Counts counts = done.counts();
    valueEvaluations = counts.valueEvaluations();
    gradientEvaluations = counts.gradientEvaluations();
    steps = counts.steps();
    starts = counts.starts();
    perturbations = counts.perturbations();
    stalls = counts.stalls();
    best = done.best();
    System.arraycopy(done.bestPosition(), 0, bestPosition, 0, bestPosition.length);
    source.restore(done.bestDescent());
    tolerated = exceptions;
    if (best <= target && !incumbent.noise().isKnown()) {
      termination.endAt(place, Ending.TARGET);
    }
  }

  /**
   * Adds up what tasks have counted, from any thread: each counter as it was at some moment of the
   * reading, and never more stalls than points.
   */
  public static Counts read(List<TaskCounters> tasks) {
    long stalls = 0;
    for (TaskCounters task : tasks) {
      stalls += (long) STALLS.getAcquire(task);
    }
    long values = 0;
    long gradients = 0;
    long steps = 0;
    long starts = 0;
    long perturbations = 0;
    for (TaskCounters task : tasks) {
      values += (long) VALUES.getOpaque(task);
      gradients += (long) GRADIENTS.getOpaque(task);
      steps += (long) STEPS.getOpaque(task);
      starts += (long) STARTS.getOpaque(task);
      perturbations += (long) PERTURBATIONS.getOpaque(task);
    }
    return new Counts(values, gradients, steps, starts, perturbations, stalls);
  }

  /** Adds up the evaluations tasks have counted, from any thread. */
  public static long readEvaluations(List<TaskCounters> tasks) {
    return read(tasks).evaluations();
  }

  private void spend(int units) {
    if (termination.isEnded(place)) {
      throw StopSearch.INSTANCE;
    }
    renew(units);
    evaluationsLeft -= units;
  }

  private int spendUpTo(int wanted) {
    renew(wanted);
    int granted = (int) Math.min(wanted, evaluationsLeft);
    spend(granted);
    return granted;
  }

  /**
   * Settles a grant when its last evaluation has ended, and gets another: if it is used up, or does
   * not do for a batch, which is then not divided where a lease happens to end.
   */
  private void renew(long wanted) {
    if (evaluationsLeft == 0 || evaluationsLeft < wanted && limits.areExchanged()) {
      if (!limits.areAdded()) {
        giveBackEvaluations();
      }
      evaluationsLeft = limits.grantEvaluations(this, wanted);
      evaluationsGranted += evaluationsLeft;
      if (evaluationsLeft == 0) {
        spent = Ending.EVALUATIONS;
        throw StopSearch.INSTANCE;
      }
    }
  }

  private void lowerOrNotFinite(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      fault(FaultRecorder.kind(value), value, null, u, offset);
      return;
    }
    best = value;
    System.arraycopy(u, offset, bestPosition, 0, bestPosition.length);
    source.lowered(evaluations(), u, offset);
    incumbent.offer(value, u, offset);
    if (value <= target && !incumbent.noise().isKnown()) {
      termination.endAt(place, Ending.TARGET);
    }
  }

  private Fault fault(
      Fault.Kind kind, double value, @Nullable Throwable cause, double[] u, int offset) {
    double[] x = new double[bestPosition.length];
    coordinates.toProblem(u, offset, x, 0);
    Fault fault = new Fault(kind, x, value, cause);
    faults.add(fault);
    incumbent.offerNothing();
    return fault;
  }
}
