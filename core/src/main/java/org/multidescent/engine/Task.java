package org.multidescent.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.concurrent.LeadingPadding;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.report.Counts;
import org.multidescent.restart.Perturbation;

/**
 * A piece of work for one worker, and the place of one such piece after another: each worker of a
 * free-running search has one, and so has each lane of a reproducible search. Its fields belong to
 * the worker that performs the task, and between two tasks to the {@link Schedule}. It is written
 * in each step, so no other worker's fields are near.
 */
final class Task extends LeadingPadding {

  final int index;
  final TaskCounters counters;
  private final boolean keepsRecords;
  private final long exceptions;

  TaskKind kind = TaskKind.NONE;

  /** Whether the task was performed and waits for its turn to be committed. */
  boolean ended;

  /** Whether its worker waits for its turn, to be granted more evaluations. */
  boolean waits;

  /** Whether the task was cut short. */
  boolean cut;

  /** The start to descend from, or the first of those to be evaluated. */
  long start;

  double value;

  /** Starts: how many are to be evaluated, how many were, how many more are to be drawn. */
  int count;

  int done;
  long outstanding;
  double[] values = new double[0];

  /** How many to draw at once; null where that is a matter of the order of tasks. */
  @Nullable DrawSize draws;

  /** What was counted when the evaluation of the start at hand began, which may take two calls. */
  private Counts begun = Counts.NONE;

  @Nullable Perturbation perturbation;
  long number;

  /** A candidate of a perturbation none of whose candidates had a value. */
  double @Nullable [] missed;

  @Nullable LivePoint live;

  /** The rung its point is under way from; -1 if that is not told to anybody. */
  int rung = -1;

  /** The steps of the slice so far. */
  int taken;

  @Nullable Stall stall;

  /** After how many evaluations and steps, of all since {@link #before}, the task ends. */
  long evaluationsEnd = Long.MAX_VALUE;

  long stepsEnd = Long.MAX_VALUE;

  /** How many times the usual evaluations the last step may use. */
  int allowance = 1;

  /** How often it may still evaluate a position again to find out whether there is noise. */
  int noiseChecks = Reestimation.CHECKS;

  /** What was counted before the task, by those before it in this place, or is not to count. */
  Counts before = Counts.NONE;

  private volatile @Nullable SavedTask dispatched;
  private volatile @Nullable SavedTask latest;

  /**
   * Creates a place without a task.
   *
   * @param keepsRecords whether checkpoints are kept
   * @param exceptions how many exceptions the search may have
   */
  Task(int index, TaskCounters counters, boolean keepsRecords, long exceptions) {
    this.index = index;
    this.counters = counters;
    this.keepsRecords = keepsRecords;
    this.exceptions = exceptions;
  }

  /** Records how far the task has come, between two steps, if checkpoints are kept. */
  void record() {
    if (keepsRecords) {
      latest = TaskRecords.of(this, true, exceptions);
    }
  }

  /**
   * Records the best that a task found that was cut short, which may be of the step that was cut,
   * beside how far it had come before that step. The step is done again by who resumes the search:
   * its evaluations count only if the target cut it, for then nobody does.
   */
  void recordCut(boolean byTarget) {
    SavedTask recorded = latest;
    if (keepsRecords && recorded != null) {
      SavedTotals done = TaskRecords.done(this);
      latest = recorded.having(byTarget ? done : recorded.done().withBestOf(done));
    }
  }

  /** Records the task as it was dispatched, if checkpoints are kept. */
  void recordDispatched() {
    record();
    dispatched = latest;
  }

  /** Creates the place of the tasks of a lane. */
  static Task lane(int index, EngineState state, long exceptions, AllottedLimits.Grants grants) {
    TaskCounters own =
        new TaskCounters(
            state.settings().path().coordinates(),
            state.settings().budget().target(),
            state.termination(),
            new AllottedLimits(grants),
            state.incumbent());
    return new Task(index, own, state.isKept(), exceptions);
  }

  /** Returns the task as it was recorded last, or as it was dispatched. */
  SavedTask keepsRecords(boolean asDispatched) {
    return Objects.requireNonNull(asDispatched ? dispatched : latest);
  }

  /** Returns what is next in this place, between two tasks. */
  SavedTask waiting() {
    return TaskRecords.of(this, false, exceptions);
  }

  /** Takes a task that was recorded for the one as it was dispatched. */
  void restored(SavedTask saved) {
    dispatched = saved;
    latest = saved;
  }

  /** Tells that the evaluation of a start begins. */
  void beginStart() {
    if (keepsRecords) {
      begun = counters.counts();
      counters.faults().beginStart();
    }
  }

  /**
   * Has the calls of a start whose evaluation was cut short, and those of them that failed, not
   * count in records: it begins anew.
   */
  void forgetCutStart() {
    if (keepsRecords) {
      before = before.plus(counters.counts().minus(begun));
      counters.faults().forgetCutStart();
    }
  }

  /** Returns what was done since the task before. */
  Counts work() {
    return counters.work().minus(before);
  }

  /** Tells whether the task holds a point. */
  boolean holdsPoint() {
    return kind == TaskKind.COLD || kind == TaskKind.DESCENT;
  }

  /** Tells whether enough was done: the descent goes on as another task. */
  boolean isEnough() {
    return counters.evaluations() >= evaluationsEnd || counters.steps() >= stepsEnd;
  }

  /** Offers the position of its point, if it holds one. */
  void offer(Schedule.BestPositions to) {
    LivePoint point = live;
    if (kind == TaskKind.DESCENT && point != null) {
      to.take(point.point.position(), point.known().mean());
      double[] other = new double[point.point.position().length];
      if (point.point.copyAlternative(other)) {
        to.take(other, point.known().mean());
      }
    }
  }

  /** Sets what the task is to do. */
  void descend(LivePoint point) {
    live = point;
    taken = 0;
    kind = TaskKind.DESCENT;
  }

  /** Has starts evaluated. */
  void evaluate(TaskKind startsKind, long first, int number) {
    kind = startsKind;
    start = first;
    count = number;
    done = 0;
    if (values.length < number) {
      values = new double[number];
    }
  }
}
