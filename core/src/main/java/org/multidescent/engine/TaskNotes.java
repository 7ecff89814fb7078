package org.multidescent.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.descent.Descent;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Fault;

/**
 * What a checkpoint keeps of a lane and its task, between two steps of it. Notes are immutable and
 * published by the worker that performs the task.
 */
public final class TaskNotes {

  private static final int NUMBERS = 16;

  private TaskNotes() {}

  /** Notes a task. */
  public static SavedTask of(Task lane, boolean dispatched, long tolerated) {
    LivePoint live = lane.live;
    Fault exception = lane.exception;
    return new SavedTask(
        lane.index,
        lane.task.ordinal(),
        dispatched,
        numbers(lane, tolerated),
        lane.value,
        lane.best,
        lane.bestPosition().clone(),
        lane.task == TaskFields.Kind.LEAP && lane.hop instanceof DrawnPerturbation hop
            ? hop.saved()
            : null,
        live == null ? null : saved(live, lane.taken),
        lane.faults.clone(),
        lane.firstFaults.stream().map(SavedFault::of).toList(),
        exception == null ? null : SavedFault.of(exception));
  }

  private static SavedPoint saved(LivePoint live, int taken) {
    return new SavedPoint(live.origin, live.startValue, live.summary(), taken, live.point.save());
  }

  private static long[] numbers(Task lane, long tolerated) {
    return new long[] {
      lane.evaluations - lane.evaluationsBefore,
      lane.gradients - lane.gradientsBefore,
      lane.steps - lane.stepsBefore,
      lane.hops - lane.hopsBefore,
      lane.callsGranted,
      lane.callsLeft,
      lane.stepsGranted,
      lane.stepsLeft,
      tolerated - lane.tolerated,
      lane.part,
      lane.allowance,
      lane.start,
      lane.planting,
      lane.owed,
      lane.number,
      lane.occupied ? 1 : 0
    };
  }

  /** Has a lane go on with a task that was noted. */
  public static void restore(Task lane, SavedTask saved, Descent descent, long tolerated) {
    long[] numbers = saved.numbers();
    TaskFields.Kind[] tasks = TaskFields.Kind.values();
    if (numbers.length != NUMBERS || saved.kind() < 0 || saved.kind() >= tasks.length) {
      throw new CheckpointException("checkpoint: an unknown task (expected: one of a lane)");
    }
    lane.task = tasks[saved.kind()];
    if (saved.dispatched()) {
      lane.evaluations = numbers[0];
      lane.gradients = numbers[1];
      lane.steps = numbers[2];
      lane.hops = numbers[3];
      lane.callsGranted = numbers[4];
      lane.callsLeft = numbers[5];
      lane.stepsGranted = numbers[6];
      lane.stepsLeft = numbers[7];
      lane.tolerated = tolerated - numbers[8];
      lane.part = numbers[9];
      lane.best = saved.best();
      System.arraycopy(
          saved.bestPosition(), 0, lane.bestPosition(), 0, saved.bestPosition().length);
      Arrays.setAll(lane.faults, kind -> saved.faultCounts()[kind]);
      List<Fault> faults = saved.faults().stream().map(SavedFault::fault).toList();
      lane.firstFaults.addAll(faults);
      SavedFault exception = saved.exception();
      lane.exception = exception == null ? null : exception.fault();
    }
    lane.allowance = (int) numbers[10];
    lane.start = numbers[11];
    lane.value = saved.value();
    lane.planting = (int) numbers[12];
    lane.values = new double[lane.planting];
    lane.owed = (int) numbers[13];
    lane.number = numbers[14];
    lane.occupied = numbers[15] != 0;
    lane.hop = saved.hop() == null ? null : new DrawnPerturbation(saved.hop());
    lane.live = live(saved.point(), descent, lane.bestPosition().length);
    lane.taken = saved.point() == null ? 0 : saved.point().taken();
  }

  private static @Nullable LivePoint live(
      @Nullable SavedPoint point, Descent descent, int dimension) {
    return point == null ? null : LivePoint.restored(point, descent, dimension);
  }
}
