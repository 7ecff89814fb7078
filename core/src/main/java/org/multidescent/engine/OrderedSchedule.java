package org.multidescent.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.TaskFaults;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.Reserve;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/**
 * The schedule of a reproducible search: tasks have places in one order, and are committed in that
 * order.
 *
 * <p>Implementation note. A task gets its place in the order, and all it depends on, when another
 * one is committed; so the whole order follows from what the tasks before did, no matter which
 * worker performed them and when. Workers take tasks in that order, and as many are under way as
 * there are lanes, so a worker waits only for a task that others are at.
 *
 * <p>Every task under way has evaluations and steps set aside for it; a step that needs more waits
 * until its task has its turn, for which some are kept. When the budget has no more to set aside,
 * fewer tasks are under way; the last one gets all that is left, so that the budget is used up to
 * the last evaluation and never overdrawn. To bound what is set aside, and how long a task holds up
 * those after it, a descent of many evaluations is several tasks in the same lane.
 */
final class OrderedSchedule implements Schedule, TaskCommitter.Order {

  private final EngineState state;
  private final Budget budget;
  private final Termination termination;
  private final InitialStarts initial;
  private final TaskCommitter committer;
  private final Task[] lanes;
  private final List<TaskCounters> counters;
  private final long tolerated;
  private final TaskAllotment allotment;
  private final Frontier.Access<LivePoint> access;
  private final ReentrantLock lock = new ReentrantLock();
  private final IdleWorkers idle = new IdleWorkers(lock);
  private final ArrayDeque<Task> pending = new ArrayDeque<>();
  private final ArrayDeque<Task> ready = new ArrayDeque<>();
  private final ArrayDeque<Task> underWay = new ArrayDeque<>();
  private final UngrantedBudget ungranted;
  private final Standstill standstill;
  private long place;
  private boolean initialEnd;
  private @Nullable Task committing;

  OrderedSchedule(EngineState state) {
    SearchSettings settings = state.settings();
    this.state = state;
    this.budget = settings.budget();
    this.termination = state.termination();
    this.standstill = new Standstill(budget);
    this.initial = new InitialStarts(state, settings.path().lanes());
    this.committer = new TaskCommitter(state, initial, this);
    this.tolerated = settings.execution().safety().failures().tolerated();
    this.allotment = new TaskAllotment(settings);
    this.access = state.frontier().access(0);
    this.ungranted = new UngrantedBudget(settings);
    LaterGrants more = new LaterGrants(lock, idle, underWay, ungranted, termination, allotment);
    this.lanes = new Task[settings.path().lanes()];
    Arrays.setAll(lanes, index -> Task.lane(index, state, tolerated, more));
    this.counters = Arrays.stream(lanes).map(lane -> lane.counters).toList();
  }

  /** Gives the lanes their first tasks; before the workers begin. */
  void begin() {
    for (Task lane : lanes) {
      committer.advance(lane, access);
      queue(lane);
    }
    dispatch();
  }

  @Override
  public @Nullable Task next(@Nullable Task done, Worker worker) {
    WorkerTimer timer = worker.timer();
    if (timer == null || !timer.isWatching()) {
      return take(done, worker);
    }
    long idleBefore = timer.readIdleNanos();
    long start = System.nanoTime();
    Task task = take(done, worker);
    timer.polled(System.nanoTime() - start - (timer.readIdleNanos() - idleBefore));
    return task;
  }

  private @Nullable Task take(@Nullable Task done, Worker worker) {
    boolean interrupted = false;
    Threads.lock(lock);
    try {
      if (done != null) {
        done.ended = true;
      }
      while (!termination.isEnded()) {
        Task head = underWay.peek();
        if (head == null) {
          termination.end(pending.isEmpty() ? Ending.EXHAUSTED : Ending.EVALUATIONS);
        } else if (head.ended) {
          commit(underWay.remove(), worker);
          idle.nextTurn();
        } else if (!ready.isEmpty()) {
          return ready.remove();
        } else {
          interrupted |= lendOrAwait(worker);
        }
      }
      return null;
    } finally {
      worker.idle().end();
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits for a task to be dispatched, or makes evaluations for others. */
  private boolean lendOrAwait(Worker worker) {
    PostedEvaluations posted = idle.next();
    if (posted == null) {
      return idle.await(worker.idle());
    }
    lock.unlock();
    try {
      worker.lend(posted);
    } finally {
      Threads.lock(lock);
    }
    return false;
  }

  /**
   * Commits the first task under way. Whether the search ends there is decided before anything is
   * changed: a search that was cancelled in between keeps the task, as one under way.
   */
  private void commit(Task task, Worker worker) {
    long at = task.counters.place();
    TaskFaults faults = task.counters.faults();
    if (faults.exception() != null
        && state.faults().exceptions() + faults.count(Fault.Kind.EXCEPTION) > tolerated) {
      termination.failAt(at, faults.exception(), state.settings().problem().bounds());
    }
    ungranted.takeBack(task.counters);
    Ending spent = task.counters.spent();
    boolean none = ungranted.evaluations() == 0 && underWay.isEmpty();
    if (spent == Ending.STEPS || spent != null && none) {
      termination.endAt(at, spent);
      task.counters.forgetSpent();
    }
    boolean last = termination.commit(at);
    if (!last && termination.isEnded()) {
      underWay.addFirst(task);
      return;
    }
    committing = task;
    committer.commit(task, access, worker.factory());
    count(task);
    committing = null;
    queue(task);
    if (!last && !termination.commit(at)) {
      goOn(at);
    }
  }

  /** Adds what a task has done to the totals. */
  private void count(Task task) {
    state.totals().add(task.work());
    TaskCounters counted = task.counters;
    state.totals().offerInOrder(counted.best(), counted.bestPosition(), counted.source().found());
    state.faults().add(task.counters.faults());
    task.before = task.counters.work();
  }

  private void queue(Task task) {
    if (task.kind != TaskKind.NONE) {
      pending.add(task);
    }
  }

  private void goOn(long at) {
    advance(at);
    if (!termination.commit(at)) {
      dispatch();
    }
  }

  /** Opens the search after the initial starts; idle lanes take points that wait. */
  private void advance(long at) {
    if (initialEnd) {
      initialEnd = false;
      initial.open(at, state.totals().counts().evaluations());
    }
    for (Task lane : lanes) {
      if (lane.kind == TaskKind.NONE) {
        committer.advance(lane, access);
        if (lane.kind == TaskKind.NONE) {
          return;
        }
        pending.add(lane);
      }
    }
  }

  private void dispatch() {
    while (!pending.isEmpty()) {
      Task task = pending.element();
      Counts counts = state.totals().counts();
      long reserve = allotment.reserve(ungranted.allowed() - counts.evaluations());
      long part = allotment.part(task, Math.max(0, ungranted.evaluations() - reserve));
      long evaluations = part + allotment.slack(task);
      long steps = task.kind == TaskKind.INITIAL ? 0 : allotment.steps();
      boolean scarce = ungranted.isScarce(evaluations + reserve, steps);
      if (ungranted.evaluations() == 0 || scarce && !underWay.isEmpty()) {
        return;
      }
      evaluations = Math.min(evaluations, ungranted.evaluations());
      steps = Math.min(steps, ungranted.steps());
      ungranted.take(evaluations, steps);
      begin(task, evaluations, steps, part);
      pending.remove();
      underWay.add(task);
      ready.add(task);
      idle.wakeOne();
    }
  }

  private void begin(Task task, long evaluations, long steps, long part) {
    task.ended = false;
    task.cut = false;
    task.stall = null;
    task.before = task.counters.work();
    task.evaluationsEnd = task.before.evaluations() + part;
    task.stepsEnd = task.before.steps() + allotment.steps();
    long exceptions = tolerated - state.faults().exceptions();
    task.counters.begin(place++, evaluations, steps, state.totals().best(), exceptions);
    task.recordDispatched();
  }

  @Override
  public void stalled(Task task) {
    Counts counts = state.totals().counts().plus(task.work());
    Ending ending = counts.stalls() == budget.stalls() ? Ending.STALLS : standstill.ending(counts);
    if (ending != null) {
      termination.endAt(task.counters.place(), ending);
    }
  }

  @Override
  public void initialised(Task task, int count) {
    initialEnd |= initial.areLast(count);
  }

  @Override
  public long evaluations() {
    Task task = committing;
    long counted = state.totals().counts().evaluations();
    return task == null ? counted : counted + task.work().evaluations();
  }

  @Override
  public void draw(Task task) {
    int count = state.startSource().most(task.outstanding);
    if (count == 0) {
      task.kind = TaskKind.NONE;
      termination.endAt(0, Ending.EXHAUSTED);
      return;
    }
    task.outstanding -= count;
    task.evaluate(TaskKind.STARTS, state.startSource().claim(count, Long.MAX_VALUE), count);
  }

  @Override
  public IdleWorkers idleWorkers() {
    return idle;
  }

  @Override
  public List<TaskCounters> counters() {
    return counters;
  }

  @Override
  public <T> @Nullable T still(long patienceNanos, Supplier<T> work) {
    Threads.lock(lock);
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<SavedTask> save(boolean asDispatched) {
    List<SavedTask> tasks = new ArrayList<>(lanes.length);
    underWay.forEach(task -> tasks.add(task.keepsRecords(asDispatched)));
    pending.forEach(task -> tasks.add(task.waiting()));
    Arrays.stream(lanes)
        .filter(lane -> lane.kind == TaskKind.NONE)
        .forEach(lane -> tasks.add(lane.waiting()));
    return tasks;
  }

  @Override
  public void restore(List<SavedTask> tasks) {
    ungranted.restore(state.totals().counts());
    for (SavedTask saved : tasks) {
      Task lane = lanes[saved.index()];
      TaskRecords.restore(lane, saved, state.settings());
      committer.resumed(lane);
      if (saved.dispatched()) {
        TaskRecords.restoreCounters(lane, saved, place++, tolerated);
        lane.stepsEnd = allotment.steps();
        underWay.add(lane);
        ready.add(lane);
        ungranted.take(saved.limits().evaluationsGranted(), saved.limits().stepsGranted());
      } else {
        queue(lane);
      }
    }
    underWay.descendingIterator().forEachRemaining(task -> ungranted.cutBack(task.counters));
    initialEnd = initial.isComplete();
    if (ungranted.evaluations() < 0 || ungranted.steps() < 0) {
      termination.end(ungranted.evaluations() < 0 ? Ending.EVALUATIONS : Ending.STEPS);
      return;
    }
    advance(place);
    dispatch();
  }

  /** Adds what was under way when a search was cancelled, so that nothing done is left out. */
  @Override
  public void close() {
    if (!termination.isInOrder()) {
      for (Task task : underWay) {
        if (task.kind == TaskKind.PERTURBATION && task.missed != null) {
          task.counters.perturbation();
          task.counters.stall();
        }
        count(task);
      }
    }
  }

  @Override
  public boolean isWaitingFor(int tasks) {
    Threads.lock(lock);
    long calls = underWay.stream().filter(task -> !task.ended && !task.waits).count();
    boolean waits = ready.isEmpty() && calls == tasks && tasks > 0 && !termination.isEnded();
    lock.unlock();
    return waits;
  }

  @Override
  public void noiseFound() {
    ungranted.setAside(Reserve.of(budget.evaluations()));
  }

  @Override
  public void offer(BestPositions to) {
    to.take(state.totals().position(), state.totals().best());
    Arrays.stream(lanes).filter(lane -> !underWay.contains(lane)).forEach(lane -> lane.offer(to));
  }

  @Override
  public long waiting() {
    return state.frontier().size()
        + (initial.held() == null ? 0 : 1)
        + state.coordinator().starts().waiting()
        + state.coordinator().starts().dropped()
        + state.coordinator().pausedRuns().size()
        + Arrays.stream(lanes)
            .filter(lane -> lane.holdsPoint() && lane.work().perturbations() == 0)
            .count();
  }

  @Override
  public InitialStarts initialStarts() {
    return initial;
  }
}
