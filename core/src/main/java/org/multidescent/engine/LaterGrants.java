package org.multidescent.engine;

import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.Termination;
import org.multidescent.evaluation.StopSearch;

/**
 * Grants evaluations to tasks of a reproducible search whose last step needs more than was set
 * aside for it: to the one that has its turn in the order, so that how many it gets depends on what
 * was committed before it, and on nothing else.
 */
final class LaterGrants implements AllottedLimits.Grants {

  private final ReentrantLock lock;
  private final IdleWorkers idle;
  private final ArrayDeque<Task> underWay;
  private final UngrantedBudget ungranted;
  private final Termination termination;
  private final TaskAllotment allotment;

  LaterGrants(
      ReentrantLock lock,
      IdleWorkers idle,
      ArrayDeque<Task> underWay,
      UngrantedBudget ungranted,
      Termination termination,
      TaskAllotment allotment) {
    this.lock = lock;
    this.idle = idle;
    this.underWay = underWay;
    this.ungranted = ungranted;
    this.termination = termination;
    this.allotment = allotment;
  }

  /**
   * Waits for the task's turn; all tasks before it have been begun, so others come to their end.
   */
  @Override
  public long more(TaskCounters counters, long wanted) {
    Threads.lock(lock);
    try {
      Task task =
          underWay.stream().filter(other -> other.counters == counters).findFirst().orElseThrow();
      task.waits = true;
      boolean interrupted = awaitTurn(task);
      task.waits = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (termination.isEnded(counters.place())) {
        throw StopSearch.INSTANCE;
      }
      long more = Math.min(ungranted.evaluations(), Math.max(wanted, allotment.margin()));
      ungranted.take(more, 0);
      return more;
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitTurn(Task task) {
    boolean interrupted = false;
    while (underWay.peek() != task && !termination.isEnded(task.counters.place())) {
      interrupted |= idle.awaitTurn();
    }
    return interrupted;
  }
}
