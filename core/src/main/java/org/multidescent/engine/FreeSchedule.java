package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.concurrent.Backoff;
import org.multidescent.engine.budget.LivePointCount;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.settings.Reserve;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;

/**
 * The schedule of a free-running search: a worker commits its task at once, follows its own
 * decision, and takes the best point it sees.
 *
 * <p>Implementation note. Each worker has one task, so commits need no lock of the schedule. In a
 * search that keeps checkpoints they share one that who copies the state takes alone: what commits
 * left and the latest record of each task are then one state, though no worker stops inside a task.
 */
final class FreeSchedule implements Schedule, TaskCommitter.Order {

  private final EngineState state;
  private final LeasedLimits limits;
  private final InitialStarts initial;
  private final TaskCommitter committer;
  private final LivePointCount alive;
  private final Task[] tasks;
  private final List<TaskCounters> counters;
  private final Queue<SavedPerturbation> decided = new ConcurrentLinkedQueue<>();
  private final @Nullable ReentrantReadWriteLock commits;
  private final Standstill standstill;
  private Counts before = Counts.NONE;

  FreeSchedule(EngineState state, LeasedLimits limits) {
    SearchSettings settings = state.settings();
    this.state = state;
    this.limits = limits;
    this.initial = new InitialStarts(state, settings.execution().workers());
    this.committer = new TaskCommitter(state, initial, this);
    this.standstill = new Standstill(settings.budget());
    this.alive = new LivePointCount(state.termination());
    this.commits = state.isKept() ? new ReentrantReadWriteLock() : null;
    this.tasks = new Task[settings.execution().workers()];
    Arrays.setAll(tasks, i -> task(i, limits));
    this.counters = Arrays.stream(tasks).map(task -> task.counters).toList();
  }

  private Task task(int index, LeasedLimits limits) {
    SearchSettings settings = state.settings();
    TaskCounters own =
        new TaskCounters(
            settings.path().coordinates(),
            settings.budget().target(),
            state.termination(),
            limits,
            state.incumbent());
    Task task = new Task(index, own, state.isKept(), 0);
    task.draws = new DrawSize(settings.problem().isBatch());
    task.record();
    return task;
  }

  @Override
  public @Nullable Task next(@Nullable Task done, Worker worker) {
    Task task = tasks[worker.index()];
    if (task.cut) {
      return null;
    }
    boolean commit = done != null;
    Backoff pause = worker.pause();
    while (true) {
      boolean found = turn(task, worker, commit);
      commit = false;
      if (state.termination().isEnded()) {
        return null;
      }
      if (found) {
        worker.busy();
        pause.reset();
        return task;
      }
      task.counters.giveBack();
      worker.beginTurn();
      if (worker.lend()) {
        pause.reset();
      } else {
        pause.once();
      }
    }
  }

  /** Commits the task, and looks for another if there is none; tells whether there is one. */
  private boolean turn(Task task, Worker worker, boolean commit) {
    ReentrantReadWriteLock shared = commits;
    if (shared == null) {
      return advance(task, worker, commit);
    }
    shared.readLock().lock();
    try {
      boolean found = advance(task, worker, commit);
      if (commit || found) {
        task.record();
      }
      return found;
    } finally {
      shared.readLock().unlock();
    }
  }

  private boolean advance(Task task, Worker worker, boolean commit) {
    if (commit) {
      committer.commit(task, worker.access(), worker.factory());
      state.faults().add(task.counters.faults());
    }
    if (task.kind == TaskKind.NONE && !perturb(task)) {
      committer.advance(task, worker.access());
    }
    return task.kind != TaskKind.NONE;
  }

  /** Takes up a perturbation that had been decided when a checkpoint was taken. */
  private boolean perturb(Task task) {
    SavedPerturbation next = task.outstanding == 0 && initial.isOpen() ? decided.poll() : null;
    if (next != null) {
      task.perturbation = new DrawnPerturbation(next);
      task.number = next.number();
      task.missed = null;
      task.kind = TaskKind.PERTURBATION;
    }
    return next != null;
  }

  @Override
  public void leave(Worker worker) {
    Task task = tasks[worker.index()];
    ReentrantReadWriteLock shared = commits;
    if (shared != null) {
      shared.readLock().lock();
    }
    boolean target = state.termination().ending() == Ending.TARGET;
    try {
      if (task.cut && (task.kind == TaskKind.INITIAL || task.kind == TaskKind.STARTS)) {
        if (!target) {
          task.forgetCutStart();
        }
        committer.commitStarts(task, worker.access());
        task.cut = false;
      }
    } catch (StopSearch ended) {
      task.cut = false;
    } finally {
      if (!task.cut) {
        task.record();
      } else {
        task.recordCut(target);
      }
      if (shared != null) {
        shared.readLock().unlock();
      }
      task.counters.giveBack();
    }
  }

  @Override
  public void admit() {
    state.coordinator().admit();
  }

  @Override
  public void stalled(Task task) {
    Ending ending =
        standstill.isPossible()
            ? standstill.ending(before.plus(TaskCounters.read(counters)))
            : null;
    if (ending != null) {
      state.termination().end(ending);
    }
  }

  @Override
  public void paused() {
    alive.born(1);
  }

  @Override
  public void resumed() {
    alive.born(-1);
  }

  @Override
  public void replaced(int count) {
    alive.replaced(count);
  }

  @Override
  public void dropped(int count) {
    alive.born(-count);
  }

  @Override
  public void initialised(Task task, int count) {
    alive.born(count);
    if (initial.areHandedOut()) {
      state.frontier().access(task.index).seal();
    }
    if (initial.areLast(count)) {
      initial.open(task.counters.place(), evaluations());
    }
  }

  @Override
  public long evaluations() {
    return before.evaluations() + TaskCounters.readEvaluations(counters);
  }

  /** Draws a start that was put back, or as many as others may wait for. */
  @Override
  public void draw(Task task) {
    StartSource source = state.startSource();
    long first = source.claimDrawn();
    long count = 1;
    if (first < 0) {
      count = Math.min(task.outstanding, Objects.requireNonNull(task.draws).count());
      first = source.claim((int) count, StartSource.LAST + 1);
      count = Math.min(count, StartSource.LAST + 1 - first);
    }
    if (count > 0) {
      task.outstanding -= count;
      task.evaluate(TaskKind.STARTS, first, (int) count);
    } else {
      task.outstanding--;
      task.kind = TaskKind.NONE;
      state.termination().end(Ending.EXHAUSTED);
    }
  }

  @Override
  public TaskCounters countersOf(int worker) {
    return tasks[worker].counters;
  }

  @Override
  public List<TaskCounters> counters() {
    return counters;
  }

  @Override
  public double best(Task task) {
    return state.incumbent().best();
  }

  @Override
  public <T> @Nullable T still(long patienceNanos, Supplier<T> work) {
    ReentrantReadWriteLock shared = commits;
    if (shared == null) {
      return work.get();
    }
    try {
      if (!shared.writeLock().tryLock(patienceNanos, TimeUnit.NANOSECONDS)) {
        return null;
      }
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
      return null;
    }
    try {
      return work.get();
    } finally {
      shared.writeLock().unlock();
    }
  }

  @Override
  public List<SavedTask> save(boolean asDispatched) {
    List<SavedTask> saved = new ArrayList<>();
    for (Task task : tasks) {
      saved.add(task.keepsRecords(false));
    }
    decided.forEach(perturbation -> saved.add(TaskRecords.decided(perturbation)));
    return saved;
  }

  /** Has each worker go on with a task; those of more workers than there are now are shared out. */
  @Override
  public void restore(List<SavedTask> saved) {
    before = state.totals().counts();
    alive.born(state.frontier().size() + state.coordinator().starts().waiting());
    alive.born(state.coordinator().pausedRuns().size());
    alive.born(state.startSource().replacements() + (initial.held() == null ? 0 : 1));
    SearchSettings settings = state.settings();
    int used = 0;
    long outstanding = 0;
    for (SavedTask task : saved) {
      alive.born(task.points());
      if (task.kind() != TaskKind.NONE && used < tasks.length) {
        TaskRecords.restore(tasks[used], task, settings);
        committer.resumed(tasks[used++]);
      } else {
        tasks[0].noiseChecks = Math.min(tasks[0].noiseChecks, task.limits().noiseChecks());
        outstanding += task.starts().outstanding() + shareOut(task);
      }
    }
    tasks[0].outstanding += outstanding;
    for (Task task : tasks) {
      task.counters.know(state.totals().best());
      task.record();
    }
    if (initial.isComplete()) {
      initial.open(tasks[0].counters.place(), evaluations());
    }
    if (initial.isOpen() && alive.alive() == 0) {
      state.termination().end(Ending.EXHAUSTED);
    }
  }

  /** Puts what a task was at where workers find it; returns how many starts are to be drawn. */
  private long shareOut(SavedTask saved) {
    SavedStartRange starts = saved.starts();
    Frontier.Access<LivePoint> access = state.frontier().access(0);
    switch (saved.kind()) {
      case NONE -> {}
      case INITIAL, STARTS -> {
        long end = starts.first() + starts.count();
        state.startSource().putBack(LongStream.range(starts.first(), end).toArray());
        return saved.kind() == TaskKind.STARTS ? starts.count() : 0;
      }
      case PERTURBATION -> decided.add(TaskRecords.perturbation(saved));
      case COLD -> access.offerStart(starts.value(), Math.toIntExact(starts.first()));
      case DESCENT -> {
        LivePoint live = TaskRecords.live(saved, state.settings());
        if (!state.coordinator().keepIfRun(live)) {
          access.offer(live.key(), live);
        }
      }
    }
    return 0;
  }

  @Override
  public void close() {
    for (Task task : tasks) {
      state.totals().add(task.counters.counts());
      TaskCounters own = task.counters;
      state.totals().offerInAnyOrder(own.best(), own.bestPosition(), own.source().found());
      state.faults().add(task.counters.faults());
    }
  }

  @Override
  public void noiseFound() {
    limits.setAside(Reserve.of(state.settings().budget().evaluations()));
  }

  @Override
  public void offer(BestPositions to) {
    to.take(state.totals().position(), state.totals().best());
    for (Task task : tasks) {
      task.offer(to);
      to.take(task.counters.bestPosition(), task.counters.best());
    }
  }

  @Override
  public long waiting() {
    return state.frontier().size()
        + (initial.held() == null ? 0 : 1)
        + state.coordinator().starts().waiting()
        + state.coordinator().starts().dropped()
        + state.coordinator().pausedRuns().size()
        + Arrays.stream(tasks).filter(Task::holdsPoint).count();
  }

  @Override
  public InitialStarts initialStarts() {
    return initial;
  }
}
