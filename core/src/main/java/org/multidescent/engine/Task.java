package org.multidescent.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.descent.Descent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.OrderedTermination;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * One of a fixed number of strands of a reproducible search, at work on one task at a time. Its
 * fields belong to the worker that performs the task, else to whoever has the lock of {@link
 * TaskOrder}; the counters may be read by anyone.
 */
public final class Task extends TaskFields implements EvaluationCounter {

  private static final VarHandle EVALUATIONS = handle("evaluations", long.class);
  private static final VarHandle GRADIENTS = handle("gradients", long.class);
  private static final VarHandle STEPS = handle("steps", long.class);
  private static final VarHandle HOPS = handle("hops", long.class);
  private static final VarHandle BEST = handle("best", double.class);

  /** LeadingPadding behind the fields. */
  public long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

  public final int index;
  private final Termination verdict;
  private final OrderedTermination finish;
  private final Incumbent leader;
  private final WorkingCoordinates scaling;
  private final double target;
  private final double[] bestPosition;
  private final boolean noted;
  private final long policy;
  private volatile @Nullable SavedTask settled;
  private volatile @Nullable SavedTask latest;

  public Task(
      int index,
      SearchSettings settings,
      Termination verdict,
      OrderedTermination finish,
      Incumbent leader) {
    this.leader = leader;
    this.index = index;
    this.verdict = verdict;
    this.finish = finish;
    this.scaling = settings.coordinates();
    this.target = settings.budget().target();
    this.bestPosition = new double[settings.problem().dimension()];
    this.noted = settings.safety().file() != null;
    this.policy = settings.safety().failures().tolerated();
  }

  /** Begins a task. */
  public void begin(long place, long calls, long steps, double best, long tolerated) {
    this.place = place;
    this.callsGranted = calls;
    this.stepsGranted = steps;
    callsLeft = calls;
    stepsLeft = steps;
    evaluationsBefore = evaluations;
    gradientsBefore = gradients;
    stepsBefore = this.steps;
    hopsBefore = hops;
    Arrays.fill(faults, 0);
    this.tolerated = tolerated;
    exception = null;
    firstFaults.clear();
    BEST.setOpaque(this, best);
    spent = null;
    stall = null;
    ended = false;
    if (noted) {
      settled = TaskNotes.of(this, true, policy);
      latest = settled;
    }
  }

  /** Notes how far the task has come, between two steps, if checkpoints are kept. */
  public void note() {
    if (noted) {
      latest = TaskNotes.of(this, true, policy);
    }
  }

  /** Returns the task as it was settled, or as it was noted last. */
  public SavedTask noted(boolean asSettled) {
    return Objects.requireNonNull(asSettled ? settled : latest);
  }

  /** Returns what the lane is at between two tasks. */
  public SavedTask waiting() {
    return TaskNotes.of(this, false, policy);
  }

  /** Goes on from a checkpoint. */
  public void restore(SavedTask saved, Descent descent, long place) {
    TaskNotes.restore(this, saved, descent, policy);
    this.place = place;
    if (saved.dispatched()) {
      settled = saved;
      latest = saved;
      if (best <= target) {
        finish.at(place, Ending.TARGET);
      }
    }
  }

  public double[] bestPosition() {
    return bestPosition;
  }

  /** Adds what the task has done. */
  public void addTo(OrderedTotals totals) {
    totals.evaluations += evaluations - evaluationsBefore;
    totals.gradients += gradients - gradientsBefore;
    totals.steps += steps - stepsBefore;
    totals.hops += hops - hopsBefore;
    totals.addFaults(faults, firstFaults);
    totals.offer(best, bestPosition);
  }

  @Override
  public void beforeValue() {
    spend(1);
    EVALUATIONS.setOpaque(this, evaluations + 1);
  }

  @Override
  public void beforeGradient() {
    spend(1);
    GRADIENTS.setOpaque(this, gradients + 1);
  }

  @Override
  public int beforeValues(int wanted) {
    int granted = (int) Math.min(wanted, Math.max(1, callsLeft));
    spend(granted);
    EVALUATIONS.setOpaque(this, evaluations + granted);
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
    Fault.Kind kind = FaultRecorder.kind(cause);
    Fault fault = fault(kind, Double.NaN, kind == Fault.Kind.TIMEOUT ? null : cause, u, offset);
    if (kind == Fault.Kind.EXCEPTION) {
      exception = fault;
    }
    if (kind == Fault.Kind.ERROR || faults[Fault.Kind.EXCEPTION.ordinal()] > tolerated) {
      finish.at(place, fault);
    }
    if (verdict.isEnded() || finish.isBy(place)) {
      throw StopSearch.INSTANCE;
    }
    return Double.NaN;
  }

  @Override
  public void brokenGradient(double slope, double[] u, int offset) {
    fault(Fault.Kind.GRADIENT, slope, null, u, offset);
  }

  /** Counts a completed step. */
  public void step() {
    stepsLeft--;
    STEPS.setOpaque(this, steps + 1);
  }

  /** Counts a hop whose candidates were evaluated. */
  public void hop() {
    HOPS.setOpaque(this, hops + 1);
  }

  /** Returns the calls the task has made. */
  public long calls() {
    return callsGranted - callsLeft;
  }

  /** Returns the steps the task has taken. */
  public long stepsTaken() {
    return stepsGranted - stepsLeft;
  }

  public long readEvaluations() {
    return (long) EVALUATIONS.getOpaque(this);
  }

  public long readGradients() {
    return (long) GRADIENTS.getOpaque(this);
  }

  public long readSteps() {
    return (long) STEPS.getOpaque(this);
  }

  public long readHops() {
    return (long) HOPS.getOpaque(this);
  }

  public double readBest() {
    return (double) BEST.getOpaque(this);
  }

  private void spend(int units) {
    if (verdict.isEnded() || finish.isBy(place)) {
      throw StopSearch.INSTANCE;
    }
    if (callsLeft == 0) {
      spent = Ending.EVALUATIONS;
      throw StopSearch.INSTANCE;
    }
    callsLeft -= units;
  }

  private void lowerOrBroken(double value, double[] u, int offset) {
    if (!Double.isFinite(value)) {
      fault(FaultRecorder.kind(value), value, null, u, offset);
      return;
    }
    BEST.setOpaque(this, value);
    System.arraycopy(u, offset, bestPosition, 0, bestPosition.length);
    leader.offer(value);
    if (value <= target) {
      finish.at(place, Ending.TARGET);
    }
  }

  private Fault fault(
      Fault.Kind kind, double value, @Nullable Throwable cause, double[] u, int offset) {
    faults[kind.ordinal()]++;
    double[] x = new double[bestPosition.length];
    scaling.toProblem(u, offset, x, 0);
    Fault fault = new Fault(kind, x, value, cause);
    if (firstFaults.size() < FaultRecorder.KEPT) {
      firstFaults.add(fault);
    }
    return fault;
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(Task.class, field, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
