package org.multidescent.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Ending;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * The reproducible engine: everything that happens has its place in one order of tasks, and that
 * order follows from the objective's values alone, whichever thread performs a task and when. What
 * was done of tasks behind the end in that order is left out of the result.
 */
final class LaneEngine implements Work {

  private final Settings settings;
  private final Verdict verdict = new Verdict();
  private final Finish finish = new Finish();
  private final FirstStarts firstStarts;
  private final Totals totals;
  private final Lane[] lanes;
  private final Director director;
  private final LaneShared shared;
  private final Crew crew;
  private final Journal.@Nullable SearchSpan span;
  private final Keeper keeper;
  private final Speedometer speed;
  private final LaneCapture capture;
  private final long[] before;
  private final double bestBefore;
  private volatile boolean open;
  private volatile long initialCalls;

  private LaneEngine(Settings given, Listeners listeners) {
    Revival revival = new Revival(given.safety().resumed());
    this.crew =
        new Crew(given, listeners, verdict, this::progress, () -> true, revival.elapsedNanos());
    this.settings = crew.settings();
    this.director = new Director(settings, verdict, crew::discovered);
    Leader leader = new Leader();
    this.firstStarts = new FirstStarts(settings, verdict, leader);
    this.totals = new Totals(settings.problem().dimension());
    this.lanes = new Lane[settings.lanes()];
    Arrays.setAll(lanes, i -> new Lane(i, settings, verdict, finish, leader));
    Frontier<LivePoint> frontier =
        Frontier.locked(settings.workers(), settings.pool(), Frontier.UNBOUNDED);
    Nursery nursery =
        new Nursery(
            settings.starts(), settings.seed(), settings.problem().box(), settings.scaling());
    Clerk clerk = new Clerk(settings, director, nursery, finish, totals, frontier);
    this.shared =
        new LaneShared(
            verdict,
            firstStarts,
            new Lanes(settings, lanes, clerk, totals, verdict, finish),
            frontier,
            nursery,
            new Gate(settings.workers(), this::startsEvaluated),
            new Spread(settings.sample()),
            revival.isSettled(),
            listeners.timings(settings.workers()));
    this.before = revival.counts();
    this.bestBefore = revival.best();
    leader.note(bestBefore);
    this.speed = new Speedometer(settings.workers(), shared.timings(), leader, revival.calls());
    if (revival.isSettled()) {
      initialCalls = revival.initialCalls();
      revival.revive(settings, shared, totals, director);
      open = true;
    }
    this.capture =
        new LaneCapture(settings, shared, totals, director, this::initialCalls, crew.startNanos());
    this.keeper = new Keeper(settings.safety(), crew.running(), capture);
    this.span = Journal.search(settings);
  }

  static LaneEngine start(Settings settings, Listeners listeners) {
    if (settings.safety().resumed() != null) {
      Identity.require(settings.safety().resumed(), settings);
    }
    LaneEngine engine = new LaneEngine(settings, listeners);
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
  public String blame() {
    return verdict.blame();
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
        totals.best(settings.scaling()),
        Objects.requireNonNull(verdict.ending()),
        director.listOptima(),
        director.completeness(),
        progress,
        settings.pool(),
        initialCalls,
        settings.budget(),
        open ? shared.frontier().size() + shared.lanes().occupied() : progress.live(),
        Faults.map(kind -> totals.faults[kind]),
        totals.firstFaults());
  }

  private Progress snapshot() {
    double best = Math.min(firstStarts.readBest(), bestBefore);
    long evaluations = before[0] + firstStarts.readCalls();
    long starts = open ? totals.starts : evaluations;
    long gradients = before[1];
    long steps = before[2];
    long hops = before[4];
    for (Lane lane : lanes) {
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
        evaluations,
        gradients,
        steps,
        starts,
        hops,
        totals.stalls,
        director.optima(),
        starts + hops - totals.stalls,
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
    Finish.Event event = firstStarts.settle(totals, verdict.isEnded());
    initialCalls = totals.calls();
    if (event != null) {
      verdict.end(event);
    } else if (!verdict.isEnded()) {
      shared.nursery().resumeAt(settings.pool());
      shared.spread().settle();
      director.spread(shared.spread().value());
      shared.lanes().open();
      open = true;
    }
  }

  /** Where the crew finds its work. */
  private final class Post implements Crew.Post {

    @Override
    public Runnable worker(int index) {
      return new LaneWorker(settings, shared, index);
    }

    @Override
    public void absent() {
      shared.gate().arrive();
    }

    @Override
    public void last() {
      Finish.Event event = finish.event();
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
