package org.multidescent.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedLimits;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Counts;
import org.multidescent.report.Fault;

/** What a checkpoint keeps of a task, between two steps of it: immutable, hence free to publish. */
final class TaskRecords {

  private TaskRecords() {}

  /** Records a task. */
  static SavedTask of(Task task, boolean dispatched, long exceptions) {
    LivePoint live = task.live;
    TaskCounters counters = task.counters;
    Fault exception = counters.faults().exception();
    return new SavedTask(
        task.index,
        task.kind,
        dispatched,
        done(task),
        new SavedLimits(
            counters.evaluationsGranted(),
            counters.evaluationsLeft(),
            counters.stepsGranted(),
            counters.stepsLeft(),
            exceptions - counters.tolerated(),
            task.evaluationsEnd - task.before.evaluations(),
            task.allowance,
            task.noiseChecks),
        new SavedStartRange(task.start, task.count, task.outstanding, task.value),
        task.kind == TaskKind.PERTURBATION && task.perturbation instanceof DrawnPerturbation drawn
            ? drawn.saved()
            : null,
        live == null || task.kind != TaskKind.DESCENT ? null : live.save(task.taken),
        exception == null ? null : SavedFault.of(exception));
  }

  /** Records what a task has done that the search has not counted yet. */
  static SavedTotals done(Task task) {
    TaskCounters counters = task.counters;
    return new SavedTotals(
        task.work(),
        counters.best(),
        counters.bestPosition().clone(),
        counters.source().found(),
        counters.faults().recordedCounts(),
        counters.faults().recordedFirst().stream().map(SavedFault::of).toList());
  }

  /** Makes a task do what a recorded one was at. */
  static void restore(Task task, SavedTask saved, SearchSettings settings) {
    task.kind = saved.kind();
    SavedStartRange starts = saved.starts();
    task.start = starts.first();
    task.value = starts.value();
    task.outstanding = starts.outstanding();
    task.count = starts.count();
    task.values = new double[starts.count()];
    task.allowance = saved.limits().allowance();
    task.noiseChecks = saved.limits().noiseChecks();
    if (task.kind == TaskKind.PERTURBATION) {
      task.perturbation = new DrawnPerturbation(perturbation(saved));
      task.number = perturbation(saved).number();
    }
    task.live = task.kind == TaskKind.DESCENT ? live(saved, settings) : null;
    task.taken = saved.point() == null ? 0 : saved.point().taken();
  }

  /** Makes a task count on from what was recorded, with all it may still use. */
  static void restoreCounters(Task task, SavedTask saved, long place, long exceptions) {
    SavedTotals done = saved.done();
    SavedLimits limits = saved.limits();
    TaskCounters counters = task.counters;
    counters.restore(place, done, exceptions - limits.exceptionsBefore());
    counters.grant(
        limits.evaluationsGranted(),
        limits.evaluationsLeft(),
        limits.stepsGranted(),
        limits.stepsLeft());
    SavedFault exception = saved.exception();
    counters
        .faults()
        .restore(done.faultCounts(), faults(done), exception == null ? null : exception.fault());
    task.evaluationsEnd = limits.evaluationsEnd();
    task.restored(saved);
  }

  /** Records a perturbation that was decided, and that no worker is at. */
  static SavedTask decided(SavedPerturbation perturbation) {
    return new SavedTask(
        0,
        TaskKind.PERTURBATION,
        false,
        new SavedTotals(
            Counts.NONE, Double.POSITIVE_INFINITY, new double[0], null, new long[0], List.of()),
        new SavedLimits(0, 0, 0, 0, 0, 0, 1, Reestimation.CHECKS),
        new SavedStartRange(0, 0, 0, 0),
        perturbation,
        null,
        null);
  }

  /** Returns the faults that were recorded. */
  static List<Fault> faults(SavedTotals saved) {
    return saved.faults().stream().map(SavedFault::fault).toList();
  }

  /** Returns the point that was recorded. */
  static LivePoint live(SavedTask saved, SearchSettings settings) {
    return live(required(saved.point()), settings);
  }

  /** Returns a point that was recorded. */
  static LivePoint live(SavedPoint point, SearchSettings settings) {
    return LivePoint.restored(point, settings.path().descent(), settings.problem().dimension());
  }

  /** Returns the perturbation that was recorded. */
  static SavedPerturbation perturbation(SavedTask saved) {
    return required(saved.perturbation());
  }

  private static <T> T required(@Nullable T part) {
    if (part == null) {
      throw new CheckpointException("checkpoint: a task without its point (expected: with it)");
    }
    return part;
  }
}
