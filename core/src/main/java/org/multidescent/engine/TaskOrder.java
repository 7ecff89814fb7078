package org.multidescent.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.engine.budget.OrderedTermination;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * Hands tasks to workers in their order, and commits them in the same order.
 *
 * <p>Implementation note. A task gets its place in the order, and all it depends on, when another
 * one is committed; so the whole order follows from what the tasks before did, whoever performed
 * them and when. Workers take tasks in that order, and as many are under way as there are lanes, so
 * a worker waits only for a task that others are at.
 *
 * <p>Every task under way has calls and steps set aside for it. When the budget has no more to set
 * aside, fewer tasks are under way; the last one gets all that is left, so that the budget is used
 * up to the last call and never overdrawn. To bound what is set aside, and how long a task holds up
 * those after it, a descent of many calls is several tasks in the same lane.
 */
public final class TaskOrder {

  private static final int SPINS = 64;
  private static final long LONGEST_WAIT_NANOS = 1_000_000;

  private final SearchSettings settings;
  private final Task[] lanes;
  private final TaskCommitter clerk;
  private final OrderedTotals totals;
  private final Termination verdict;
  private final OrderedTermination finish;
  private final long tolerated;
  private final TaskAllotment size;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Task> pending;
  private final ArrayDeque<Task> ready;
  private final ArrayDeque<Task> flight;
  private long freeCalls;
  private long freeSteps;
  private long place;
  private int waiting;
  private boolean open;

  public TaskOrder(
      SearchSettings settings,
      Task[] lanes,
      TaskCommitter clerk,
      OrderedTotals totals,
      Termination verdict,
      OrderedTermination finish) {
    this.settings = settings;
    this.lanes = lanes;
    this.clerk = clerk;
    this.totals = totals;
    this.verdict = verdict;
    this.finish = finish;
    this.tolerated = settings.safety().failures().tolerated();
    this.size = new TaskAllotment(settings);
    this.pending = new ArrayDeque<>(lanes.length);
    this.ready = new ArrayDeque<>(lanes.length);
    this.flight = new ArrayDeque<>(lanes.length);
  }

  /** Tells whether tasks are handed out; under the lock, or after the end. */
  public boolean isOpen() {
    return open;
  }

  /** Does something while no task is committed and none is handed out. */
  public <T extends @Nullable Object> T still(Supplier<T> work) {
    acquire();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns what the lanes are at, in the order in which it will be committed.
   *
   * @param asSettled whether nothing counts that was done of tasks under way
   */
  public List<SavedTask> save(boolean asSettled) {
    List<SavedTask> tasks = new ArrayList<>(lanes.length);
    flight.forEach(lane -> tasks.add(lane.noted(asSettled)));
    pending.forEach(lane -> tasks.add(lane.waiting()));
    for (Task lane : lanes) {
      if (lane.task == TaskFields.Kind.NONE) {
        tasks.add(lane.waiting());
      }
    }
    return tasks;
  }

  /** Goes on from a checkpoint, before the workers begin. */
  public void restore(List<SavedTask> tasks) {
    freeCalls = left(settings.budget().evaluations(), totals.calls());
    freeSteps = left(settings.budget().steps(), totals.steps);
    for (SavedTask task : tasks) {
      Task lane = lanes[task.lane()];
      lane.restore(task, settings.descent(), place);
      if (task.dispatched()) {
        place++;
        flight.add(lane);
        ready.add(lane);
        freeCalls -= lane.callsGranted;
        freeSteps -= lane.stepsGranted;
      } else if (lane.task != TaskFields.Kind.NONE) {
        pending.add(lane);
      }
    }
    flight.descendingIterator().forEachRemaining(this::cutBack);
    open = true;
    if (freeCalls < 0) {
      verdict.end(Ending.EVALUATIONS);
    } else if (freeSteps < 0) {
      verdict.end(Ending.STEPS);
    } else {
      wakeIdle();
      dispatch();
    }
  }

  private static long left(long budget, long used) {
    return budget == Long.MAX_VALUE ? budget : budget - used;
  }

  /** Takes from a task under way what is set aside for it, as far as a smaller budget lacks it. */
  private void cutBack(Task lane) {
    long calls = Math.min(lane.callsLeft, Math.max(0, -freeCalls));
    lane.callsLeft -= calls;
    lane.callsGranted -= calls;
    freeCalls += calls;
    long steps = Math.min(lane.stepsLeft, Math.max(0, -freeSteps));
    lane.stepsLeft -= steps;
    lane.stepsGranted -= steps;
    freeSteps += steps;
  }

  /** Gives the lanes their first tasks, when all initial starts have been evaluated. */
  public void open() {
    acquire();
    try {
      freeCalls = settings.budget().evaluations() - totals.calls();
      freeSteps = settings.budget().steps();
      int broken = (int) totals.stalls;
      for (int i = 0; i < lanes.length; i++) {
        int share = broken / lanes.length + (i < broken % lanes.length ? 1 : 0);
        clerk.open(lanes[i], share);
      }
      Arrays.stream(lanes).filter(lane -> lane.task != TaskFields.Kind.NONE).forEach(pending::add);
      dispatch();
      open = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes back a lane whose task has ended and hands out the next; commits what has its turn.
   *
   * @param idle told of the times there is nothing to do
   * @return a lane whose task is to be performed, or null if the search is over
   */
  @Nullable
  public Task next(@Nullable Task hand, DescentFactory launch, IdleTimer idle) {
    boolean interrupted = false;
    acquire();
    try {
      if (hand != null) {
        hand.ended = true;
      }
      while (!verdict.isEnded()) {
        Task head = flight.peek();
        if (head == null) {
          verdict.end(pending.isEmpty() ? Ending.EXHAUSTED : Ending.EVALUATIONS);
        } else if (head.ended) {
          commit(flight.poll(), launch);
        } else if (!ready.isEmpty()) {
          return ready.poll();
        } else {
          idle.begin();
          interrupted |= awaitTask();
          idle.end();
        }
      }
      return null;
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Adds what was under way when a search was cancelled, so that nothing done is left out. */
  public void addCancelled() {
    acquire();
    try {
      flight.forEach(this::addCancelled);
    } finally {
      lock.unlock();
    }
  }

  private void addCancelled(Task lane) {
    lane.addTo(totals);
    lane.occupied |= lane.task == TaskFields.Kind.DESCEND;
    if (lane.task == TaskFields.Kind.LEAP && lane.missed != null) {
      totals.stalls++;
    }
  }

  /** Returns how many lanes hold a point. */
  public long occupied() {
    return Arrays.stream(lanes).filter(lane -> lane.occupied).count();
  }

  private void acquire() {
    for (int spin = 0; spin < SPINS; spin++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  /** Waits a while for a task to be dispatched; returns whether the thread was interrupted. */
  private boolean awaitTask() {
    waiting++;
    try {
      changed.awaitNanos(LONGEST_WAIT_NANOS);
      return false;
    } catch (InterruptedException early) {
      return true;
    } finally {
      waiting--;
    }
  }

  private void commit(Task lane, DescentFactory launch) {
    lane.addTo(totals);
    Fault exception = lane.exception;
    if (exception != null && totals.exceptions() > tolerated) {
      finish.at(lane.place, exception);
    }
    freeCalls += lane.callsLeft;
    freeSteps += lane.stepsLeft;
    if (lane.spent == Ending.STEPS || lane.spent != null && freeCalls == 0) {
      finish.at(lane.place, lane.spent);
      lane.spent = null;
    }
    clerk.commit(lane, launch);
    if (lane.task != TaskFields.Kind.NONE) {
      pending.add(lane);
    }
    if (finish.isBy(lane.place)) {
      verdict.end(Objects.requireNonNull(finish.event()));
      return;
    }
    wakeIdle();
    dispatch();
  }

  private void wakeIdle() {
    for (Task idle : lanes) {
      if (idle.task == TaskFields.Kind.NONE) {
        clerk.wake(idle);
        if (idle.task == TaskFields.Kind.NONE) {
          break;
        }
        pending.add(idle);
      }
    }
  }

  private void dispatch() {
    while (!pending.isEmpty()) {
      Task lane = pending.peek();
      long calls = size.settle(lane, settings.budget().evaluations() - totals.calls());
      long steps = size.steps();
      boolean scarce = calls > freeCalls || steps > freeSteps;
      if (freeCalls == 0 || scarce && !flight.isEmpty()) {
        return;
      }
      calls = Math.min(calls, freeCalls);
      steps = Math.min(steps, freeSteps);
      freeCalls -= calls;
      freeSteps -= steps;
      lane.begin(place++, calls, steps, totals.best(), tolerated - totals.exceptions());
      pending.poll();
      flight.add(lane);
      ready.add(lane);
      if (waiting > 0) {
        changed.signal();
      }
    }
  }
}
