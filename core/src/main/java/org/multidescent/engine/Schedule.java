package org.multidescent.engine;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.engine.budget.TaskCounters;

/**
 * Which task comes next, and what becomes of one that was performed: all in which a free-running
 * and a reproducible search differ. Used by all workers.
 */
interface Schedule {

  /**
   * Takes back a task, whose outcome is committed now or when it has its turn, and gives the next;
   * waits while there is none.
   *
   * @param done what the worker has performed; null at first
   * @return what to perform; null if the search is over
   */
  @Nullable Task next(@Nullable Task done, Worker worker);

  /** Takes leave of a worker that has ended, with the task it was at. */
  default void leave(Worker worker) {}

  /** Returns the counters of the one task a worker always has; null if tasks are anybody's. */
  default @Nullable TaskCounters countersOf(int worker) {
    return null;
  }

  /** Returns the workers without a task, where these make evaluations for others' tasks. */
  default @Nullable IdleWorkers idleWorkers() {
    return null;
  }

  /** Returns the counters of all tasks. */
  List<TaskCounters> counters();

  /** Returns the lowest value that a task may know of. */
  default double best(Task task) {
    return task.counters.best();
  }

  /**
   * Does something while nothing is committed.
   *
   * @param patienceNanos how long to wait for that
   * @return what was made of it; null if it could not be done in time
   */
  <T> @Nullable T still(long patienceNanos, Supplier<T> work);

  /**
   * Returns what tasks are at, while nothing is committed.
   *
   * @param asDispatched whether nothing counts that was done of tasks under way
   */
  List<SavedTask> save(boolean asDispatched);

  /** Goes on with tasks from a checkpoint; before the workers begin. */
  void restore(List<SavedTask> tasks);

  /** Adds to the totals what was done and is not committed; after the workers have ended. */
  void close();

  /** Returns how many points wait or are at a task; after {@link #close}. */
  long waiting();

  /** Tells whether exactly so many tasks are being performed, and none waits for a worker. */
  default boolean isWaitingFor(int tasks) {
    return false;
  }

  /** Tells that the objective was found to be noisy; some evaluations are kept for the end. */
  void noiseFound();

  /** Returns the evaluations that count; after the workers have left. */
  long evaluations();

  /**
   * Offers the positions that may be the best, in working coordinates: of points that have not
   * stalled, and those with the lowest values; after the workers have left.
   */
  void offer(BestPositions to);

  /** Takes positions with their values. */
  @FunctionalInterface
  interface BestPositions {
    void take(double[] u, double value);
  }

  /** Returns how far it is with the initial starts. */
  InitialStarts initialStarts();
}
