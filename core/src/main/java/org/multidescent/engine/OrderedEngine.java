package org.multidescent.engine;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.StartBarrier;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.OrderedTermination;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.checkpoint.CheckpointThread;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartBatch;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.FlightRecorder;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.engine.threads.WorkerPool;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.FaultSummary;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * The reproducible engine: everything that happens has its place in one order of tasks, and that
 * order follows from the objective's values alone, whichever thread performs a task and when. What
 * was done of tasks behind the end in that order is left out of the result.
 */
public final class OrderedEngine implements SearchEngine {

  private final SearchSettings settings;
  private final Termination verdict = new Termination();
  private final OrderedTermination finish = new OrderedTermination();
  private final OrderedStarts firstStarts;
  private final OrderedTotals totals;
  private final Task[] lanes;
  private final RestartCoordinator director;
  private final OrderedState shared;
  private final WorkerPool crew;
  private final FlightRecorder.@Nullable SearchSpan span;
  private final CheckpointThread keeper;
  private final RateEstimator speed;
  private final OrderedSnapshotter capture;
  private final long[] before;
  private final double bestBefore;
  private volatile boolean open;
  private volatile long initialCalls;

  private OrderedEngine(SearchSettings given, Listeners listeners) {
    Restorer revival = new Restorer(given.safety().resumed());
    this.crew =
        new WorkerPool(
            given, listeners, verdict, this::progress, () -> true, revival.elapsedNanos());
    this.settings = crew.settings();
    this.director = new RestartCoordinator(settings, verdict, crew::discovered);
    Incumbent leader = new Incumbent();
    this.firstStarts = new OrderedStarts(settings, verdict, leader);
    this.totals = new OrderedTotals(settings.problem().dimension());
    this.lanes = new Task[settings.lanes()];
    Arrays.setAll(lanes, i -> new Task(i, settings, verdict, finish, leader));
    Frontier<LivePoint> frontier = Frontier.locked(settings.workers(), StartBatch.limit(settings));
    StartSource nursery =
        new StartSource(
            settings.starts(),
            settings.seed(),
            settings.problem().startBox(),
            settings.coordinates());
    TaskCommitter clerk = new TaskCommitter(settings, director, nursery, finish, totals, frontier);
    this.shared =
        new OrderedState(
            verdict,
            firstStarts,
            new TaskOrder(settings, lanes, clerk, totals, verdict, finish),
            frontier,
            nursery,
            new StartBarrier(settings.workers(), this::startsEvaluated),
            new ValueScale(settings.sample()),
            revival.isSettled(),
            WorkerTimer.of(listeners, settings.workers()));
    this.before = revival.counts();
    this.bestBefore = revival.best();
    leader.offer(bestBefore);
    this.speed = new RateEstimator(settings.workers(), shared.timings(), leader, revival.calls());
    if (revival.isSettled()) {
      initialCalls = revival.initialCalls();
      revival.revive(settings, shared, totals, director);
      open = true;
    }
    this.capture =
        new OrderedSnapshotter(
            settings, shared, totals, director, this::initialCalls, crew.startNanos());
    this.keeper = new CheckpointThread(settings.safety(), crew.running(), capture);
    this.span = FlightRecorder.search(settings);
  }

  public static OrderedEngine start(SearchSettings settings, Listeners listeners) {
    if (settings.safety().resumed() != null) {
      Fingerprint.require(settings.safety().resumed(), settings);
    }
    OrderedEngine engine = new OrderedEngine(settings, listeners);
    engine.keeper.keepFirst();
    engine.crew.start(engine.new Post(), () -> engine.keeper.start(engine.crew.name() + "-keeper"));
    return engine;
  }

  @Override
  public void cancel() {
    verdict.end(Ending.CANCELLED);
  }

  @Override
  public void await() {
    crew.await();
    if (keeper.join()) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isDone() {
    return crew.isDone();
  }

  @Override
  public @Nullable Throwable failure() {
    return verdict.cause();
  }

  @Override
  public String failureMessage() {
    return verdict.message();
  }

  @Override
  public @Nullable Throwable checkpointFailure() {
    return keeper.failure();
  }

  @Override
  public Progress progress() {
    return isDone() ? settled(verdict.ending()) : snapshot();
  }

  @Override
  public Result result() {
    Progress progress = settled(verdict.ending());
    return new Result(
        totals.best(settings.coordinates()),
        director.listOptima(),
        director.completeness(),
        progress,
        settings.initialStarts(),
        initialCalls,
        settings.budget(),
        open ? shared.frontier().size() + shared.lanes().occupied() : progress.live(),
        new FaultSummary(FaultRecorder.map(kind -> totals.faults[kind]), totals.firstFaults()));
  }

  private Progress snapshot() {
    double best = Math.min(firstStarts.readBest(), bestBefore);
    long evaluations = before[0] + firstStarts.readCalls();
    long starts = open ? totals.starts : evaluations;
    long gradients = before[1];
    long steps = before[2];
    long hops = before[4];
    for (Task lane : lanes) {
      best = Math.min(best, lane.readBest());
      evaluations += lane.readEvaluations();
      gradients += lane.readGradients();
      steps += lane.readSteps();
      hops += lane.readHops();
    }
    return progress(best, evaluations, gradients, steps, starts, hops, null);
  }

  private Progress settled(@Nullable Ending ending) {
    return progress(
        totals.best(),
        totals.evaluations,
        totals.gradients,
        totals.steps,
        totals.starts,
        totals.hops,
        ending);
  }

  private Progress progress(
      double best,
      long evaluations,
      long gradients,
      long steps,
      long starts,
      long hops,
      @Nullable Ending ending) {
    Duration elapsed = crew.elapsed();
    return new Progress(
        best,
        new Counts(evaluations, gradients, steps, starts, hops, totals.stalls),
        director.optima(),
        crew.hanging(),
        elapsed,
        speed.pace(evaluations + gradients, crew.startNanos() + elapsed.toNanos()),
        ending);
  }

  private long initialCalls() {
    return initialCalls;
  }

  /** What the last worker does when all starts have been evaluated. */
  private void startsEvaluated() {
    OrderedTermination.Event event = firstStarts.settle(totals, verdict.isEnded());
    initialCalls = totals.calls();
    if (event != null) {
      verdict.end(event);
    } else if (!verdict.isEnded()) {
      shared.nursery().resumeAt(settings.initialStarts());
      shared.spread().settle();
      director.spread(shared.spread().value());
      shared.lanes().open();
      open = true;
    }
  }

  /** Where the crew finds its work. */
  private final class Post implements WorkerPool.Post {

    @Override
    public Runnable worker(int index) {
      return new OrderedWorker(settings, shared, index);
    }

    @Override
    public void absent() {
      shared.gate().arrive();
    }

    @Override
    public void last() {
      OrderedTermination.Event event = finish.event();
      boolean cut = event == null || event.ending() != verdict.ending();
      keeper.keepLast(() -> capture.last(cut));
      if (cut) {
        shared.lanes().addCancelled();
      }
      if (span != null) {
        span.end(settled(verdict.ending()));
      }
    }
  }
}
