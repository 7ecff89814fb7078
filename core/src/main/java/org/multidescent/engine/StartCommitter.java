package org.multidescent.engine;

import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.frontier.Frontier;

/** Counts the starts that tasks have evaluated, and puts them into the frontier. */
final class StartCommitter {

  private final EngineState state;
  private final InitialStarts initial;
  private final TaskCommitter.Order order;

  StartCommitter(EngineState state, InitialStarts initial, TaskCommitter.Order order) {
    this.state = state;
    this.initial = initial;
    this.order = order;
  }

  /** Commits what a task has evaluated; what it has not is left to it. */
  void commit(Task task, Frontier.Access<LivePoint> access) {
    int taken = 0;
    try {
      while (taken < task.done) {
        int finite = task.kind == TaskKind.STARTS ? offerFinite(task, taken, access) : 0;
        if (finite == 0) {
          commitOne(task, task.start + taken, task.values[taken], access);
        }
        taken += Math.max(1, finite);
      }
    } finally {
      task.start += taken;
      task.count -= taken;
      task.done = 0;
      if (task.kind == TaskKind.INITIAL) {
        order.initialised(task, taken);
      }
    }
  }

  /** Puts fresh starts into the frontier, up to the first without a value; returns how many. */
  private static int offerFinite(Task task, int from, Frontier.Access<LivePoint> access) {
    int end = from;
    while (end < task.done && Double.isFinite(task.values[end])) {
      end++;
    }
    if (end > from) {
      task.counters.starts(end - from);
      access.offerStarts(task.values, from, end - from, Math.toIntExact(task.start + from));
    }
    return end - from;
  }

  private void commitOne(Task task, long start, double value, Frontier.Access<LivePoint> access) {
    if (task.kind == TaskKind.INITIAL) {
      state.valueScale().record(start, value);
    }
    if (!Double.isFinite(value)) {
      order.admit();
      task.counters.starts(1);
      state.startSource().replaceLater(1);
      task.counters.stall();
      order.stalled(task);
      return;
    }
    task.counters.starts(1);
    if (task.kind == TaskKind.INITIAL && initial.isLead(start)) {
      return;
    }
    if (task.kind == TaskKind.INITIAL && !state.isKept()) {
      access.load(value, (int) start);
    } else {
      access.offerStart(value, Math.toIntExact(start));
    }
  }
}
