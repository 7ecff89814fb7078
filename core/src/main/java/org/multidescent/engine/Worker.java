package org.multidescent.engine;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.concurrent.Backoff;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.SampleNames;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.engine.telemetry.TimedFrontierAccess;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Evaluator;
import org.multidescent.restart.Perturbation;

/**
 * One thread of a search: performs one task after another, as its {@link Schedule} says. While it
 * performs one it looks at nothing that others change, but for the search's end and, if it is
 * free-running, the lowest value known.
 */
final class Worker implements Runnable {

  private final int index;
  private final EngineState state;
  private final Schedule schedule;
  private final SearchSettings settings;
  private final Descent descent;
  private final ForwardingCounters forwarding;
  private final @Nullable WorkerTimer timer;
  private final IdleTimer idle;
  private final @Nullable GradientSharing sharing;
  private final @Nullable OrderedSharing inOrder;
  private final CountedOracle oracle;
  private final DescentFactory factory;
  private final Reestimation reestimation;
  private final Frontier.Access<LivePoint> access;
  private final double[] position;
  private final boolean raced;
  private final Consumer<Evaluator> last;
  private final Backoff pause = new Backoff();
  private double[] positions = new double[0];
  private double[] values = new double[0];
  private @Nullable Task task;

  Worker(
      EngineState state,
      Schedule schedule,
      SharingBoard board,
      @Nullable WorkerTimer timer,
      int index,
      Consumer<Evaluator> last) {
    this.last = last;
    this.index = index;
    this.state = state;
    this.schedule = schedule;
    this.settings = state.settings();
    this.descent = settings.path().descent();
    this.raced = state.coordinator().race() != null;
    this.forwarding = new ForwardingCounters(schedule.counters().get(0));
    this.timer = timer;
    this.idle = new IdleTimer(index, timer);
    TaskCounters own = schedule.countersOf(index);
    this.sharing =
        own == null ? null : new GradientSharing(board, index, own, state.termination(), idle);
    this.inOrder = OrderedSharing.of(schedule, settings, forwarding, state.termination());
    this.oracle =
        new CountedOracle(
            settings.problem(),
            settings.path().coordinates(),
            descent.differences(),
            own == null ? forwarding : own,
            sharing == null ? inOrder : sharing.orNull());
    this.factory =
        new DescentFactory(
            settings, state.startSource(), state.valueScale(), oracle, this::best, state.noise());
    this.reestimation = new Reestimation(oracle, state);
    Frontier.Access<LivePoint> plain = state.frontier().access(index);
    this.access = timer == null ? plain : new TimedFrontierAccess<>(plain, timer);
    this.position = new double[oracle.dimension()];
  }

  @Override
  public void run() {
    try {
      Task next = schedule.next(null, this);
      while (next != null) {
        task = next;
        forwarding.to(next.counters);
        perform(next);
        next = schedule.next(next, this);
      }
    } catch (StopSearch ended) {
      // The termination says why.
    } catch (Throwable failure) {
      state.termination().fail(failure);
    } finally {
      busy();
      schedule.leave(this);
      last.accept(oracle.evaluator());
    }
  }

  int index() {
    return index;
  }

  Evaluator evaluator() {
    return oracle.evaluator();
  }

  DescentFactory factory() {
    return factory;
  }

  Frontier.Access<LivePoint> access() {
    return access;
  }

  Backoff pause() {
    return pause;
  }

  IdleTimer idle() {
    return idle;
  }

  @Nullable WorkerTimer timer() {
    return timer;
  }

  /** Tells that there is something to do again. */
  void busy() {
    if (sharing != null) {
      sharing.leave();
    }
  }

  /** Makes evaluations for others; returns whether there were any. */
  boolean lend() {
    return sharing != null && sharing.lend(oracle);
  }

  /** Makes evaluations for the task of another worker. */
  void lend(PostedEvaluations posted) {
    if (inOrder != null) {
      idle.end();
      inOrder.work(posted, oracle);
    }
  }

  /** Tells that a piece of work begins whose duration may be measured. */
  void beginTurn() {
    if (timer != null) {
      timer.turn(oracle);
    }
  }

  /** Returns the lowest value known to the task at hand. */
  private double best() {
    return schedule.best(Objects.requireNonNull(task));
  }

  private void perform(Task current) {
    try {
      switch (current.kind) {
        case INITIAL, STARTS -> starts(current);
        case PERTURBATION -> perturb(current);
        case COLD -> current.descend(factory.start(current.start, current.value));
        case NONE, DESCENT -> {}
      }
      if (current.kind == TaskKind.DESCENT) {
        slice(current, Objects.requireNonNull(current.live));
      }
    } catch (StopSearch ended) {
      current.cut = true;
    }
  }

  /** Evaluates starts; takes note of how long that takes where it decides how many are drawn. */
  private void starts(Task current) {
    DrawSize draws = current.kind == TaskKind.STARTS ? current.draws : null;
    beginTurn();
    if (draws == null) {
      evaluate(current, null);
    } else {
      draws.begin(System.nanoTime());
      evaluate(current, draws);
      draws.end(current.done, System.nanoTime());
    }
  }

  /** Evaluates starts: many in one call if the objective takes that. */
  private void evaluate(Task current, @Nullable DrawSize draws) {
    if (!oracle.isBatch()) {
      evaluateOneByOne(current, draws);
      return;
    }
    int dimension = position.length;
    int block = Math.min(oracle.largestBatch(), current.count);
    if (positions.length < block * dimension) {
      positions = new double[block * dimension];
      values = new double[block];
    }
    while (current.done < current.count) {
      int count = Math.min(block, current.count - current.done);
      for (int k = 0; k < count; k++) {
        state.startSource().locate(current.start + current.done + k, position);
        System.arraycopy(position, 0, positions, k * dimension, dimension);
      }
      current.counters.source().starts(current.start + current.done);
      current.beginStart();
      oracle.values(positions, count, values);
      System.arraycopy(values, 0, current.values, current.done, count);
      current.done += count;
    }
  }

  /** Evaluates starts one by one, up to the first without a value, or the first that took long. */
  private void evaluateOneByOne(Task current, @Nullable DrawSize draws) {
    boolean goesOn = true;
    while (goesOn && current.done < current.count) {
      long start = current.start + current.done;
      state.startSource().locate(start, position);
      oracle.samples(SampleNames.ofStart(settings.path().seed(), start), 0);
      current.counters.source().starts(start);
      current.beginStart();
      double value = oracle.value(position);
      current.values[current.done++] = value;
      goesOn = Double.isFinite(value) && (draws == null || !draws.isLong(current.done));
    }
  }

  private void perturb(Task current) {
    beginTurn();
    oracle.samples(SampleNames.ofCandidates(settings.path().seed(), current.number), 0);
    Perturbation perturbation = Objects.requireNonNull(current.perturbation);
    current.counters.source().candidates(DescentFactory.kind(perturbation, current.number));
    LivePoint live = factory.perturb(perturbation, current.number);
    if (live == null) {
      current.missed = factory.missed().clone();
    } else {
      current.counters.perturbation();
      current.descend(live);
    }
  }

  private void slice(Task current, LivePoint live) {
    if (timer == null || !timer.willWatch()) {
      descend(current, live);
      return;
    }
    long weight = timer.weight();
    long before = live.point.steps();
    long start = System.nanoTime();
    try {
      descend(current, live);
    } finally {
      timer.sliced(System.nanoTime() - start, live.point.steps() - before, weight);
    }
  }

  private void descend(Task current, LivePoint live) {
    Stall stall = live.stall;
    if (stall != null) {
      current.stall = stall;
      return;
    }
    do {
      current.record();
      stall = step(current.counters, live);
      current.taken++;
      if (stall != null && descent.refine(live.point, stall, schedule.best(current))) {
        live.refined = true;
        stall = null;
        current.taken = 0;
      }
      if (oracle.isNamed()) {
        oracle.samples(
            SampleNames.ofEstimates(settings.path().seed(), live.origin), live.evaluations);
      }
      reestimation.ask(live, current);
      if (stall == null) {
        reestimation.check(live, current.counters);
      } else if (stall.isOptimum()) {
        reestimation.estimate(live, current.counters);
      }
    } while (stall == null && goesOn(current, live));
    current.stall = stall;
  }

  private boolean goesOn(Task current, LivePoint live) {
    return current.taken < settings.path().slice()
        && !current.isEnough()
        && live.point.offspring() == 0
        && (!raced || descent.steps().rung(live.point) == live.rung);
  }

  private @Nullable Stall step(TaskCounters counters, LivePoint live) {
    counters.beforeStep();
    long evaluations = counters.evaluations();
    counters.source().descent(live.origin, live.best, live.refined, evaluations - live.evaluations);
    long steps = live.point.steps();
    beginTurn();
    if (oracle.isNamed()) {
      oracle.samples(SampleNames.ofDescent(settings.path().seed(), live.origin), live.evaluations);
    }
    Stall stall = descent.advance(live.point, oracle);
    live.evaluations += counters.evaluations() - evaluations;
    if (!Double.isFinite(live.point.value())) {
      stall = Stall.NOT_FINITE;
    }
    if (live.point.steps() != steps) {
      counters.step();
    }
    return stall;
  }
}
