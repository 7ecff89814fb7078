package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * The reproducible engine: the order of its events follows from the objective's values alone, in a
 * virtual time that counts calls, whichever thread makes them and when. What lies behind the end in
 * that time is left out of the result.
 */
final class LaneEngine implements Work {

  private final Settings settings;
  private final Verdict verdict = new Verdict();
  private final Finish finish = new Finish();
  private final FirstStarts firstStarts;
  private final Lane[] lanes;
  private final Clerk clerk;
  private final Director director;
  private final LaneShared shared;
  private final Crew crew;
  private volatile boolean open;

  private LaneEngine(Settings settings, Listeners listeners) {
    this.settings = settings;
    this.crew = new Crew(settings, listeners, verdict, this::progress);
    this.director = new Director(settings, verdict, crew::discovered);
    this.firstStarts = new FirstStarts(settings, verdict);
    this.lanes = new Lane[settings.lanes()];
    Arrays.setAll(lanes, i -> new Lane(i, settings, verdict, finish));
    Frontier<LivePoint> frontier =
        Frontier.locked(settings.workers(), settings.pool(), Frontier.UNBOUNDED);
    Nursery nursery =
        new Nursery(
            settings.starts(), settings.seed(), settings.problem().box(), settings.scaling());
    this.clerk = new Clerk(settings, lanes, director, nursery, finish, frontier);
    this.shared =
        new LaneShared(
            verdict,
            firstStarts,
            new Lanes(settings, lanes, clerk, verdict, finish),
            frontier,
            nursery,
            new Gate(settings.workers(), this::startsEvaluated),
            new Spread(settings.sample()));
  }

  static LaneEngine start(Settings settings, Listeners listeners) {
    LaneEngine engine = new LaneEngine(settings, listeners);
    engine.crew.start(index -> new LaneWorker(settings, engine.shared, index));
    return engine;
  }

  @Override
  public void cancel() {
    verdict.end(Ending.CANCELLED);
  }

  @Override
  public void await() {
    crew.await();
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
  public Progress progress() {
    return isDone() ? finalProgress() : snapshot();
  }

  @Override
  public Result result() {
    Progress progress = finalProgress();
    return new Result(
        best(),
        Objects.requireNonNull(verdict.ending()),
        director.listOptima(),
        director.completeness(),
        progress,
        settings.pool(),
        firstStarts.evaluations(),
        settings.budget(),
        open ? waiting() : progress.live(),
        sums().faults() + firstStarts.faults(),
        faults());
  }

  private Progress snapshot() {
    double best = firstStarts.readBest();
    long evaluations = firstStarts.readCalls();
    long gradients = 0;
    long steps = 0;
    long hops = 0;
    for (Lane lane : lanes) {
      best = Math.min(best, lane.readBest());
      evaluations += lane.readEvaluations();
      gradients += lane.readGradients();
      steps += lane.readSteps();
      hops += lane.readHops();
    }
    long starts = open ? clerk.starts() : evaluations;
    return progress(best, evaluations, gradients, steps, starts, hops, clerk.stalls());
  }

  private Progress finalProgress() {
    Sums sums = sums();
    return progress(
        best().value(),
        firstStarts.evaluations() + sums.evaluations(),
        sums.gradients(),
        sums.steps(),
        open ? clerk.starts() : firstStarts.starts(),
        sums.hops(),
        open ? clerk.stalls() : firstStarts.stalls());
  }

  private Progress progress(
      double best,
      long evaluations,
      long gradients,
      long steps,
      long starts,
      long hops,
      long stalls) {
    return new Progress(
        best,
        evaluations,
        gradients,
        steps,
        starts,
        hops,
        stalls,
        director.optima(),
        starts + hops - stalls,
        crew.elapsed());
  }

  private Sums sums() {
    Sums sums = Sums.NOTHING;
    for (Lane lane : lanes) {
      sums = sums.plus(lane.until(lastClock(lane)));
    }
    return sums;
  }

  private Result.Best best() {
    Best best = new Best(settings.problem().dimension());
    firstStarts.addBest(best);
    for (Lane lane : lanes) {
      best.offer(u -> lane.bestUntil(lastClock(lane), u));
    }
    return best.toProblem(settings.scaling());
  }

  private List<Fault> faults() {
    List<FaultLog.Entry> first = new ArrayList<>();
    firstStarts.addFaults(first);
    first.sort(Comparator.comparingLong(FaultLog.Entry::clock));
    List<FaultLog.Entry> later = new ArrayList<>();
    for (Lane lane : lanes) {
      lane.faultsUntil(lastClock(lane), later);
    }
    later.sort(
        Comparator.comparingLong(FaultLog.Entry::clock).thenComparingInt(FaultLog.Entry::lane));
    first.addAll(later);
    return first.stream().limit(Faults.KEPT).map(FaultLog.Entry::fault).toList();
  }

  private long waiting() {
    long waiting = shared.frontier().size();
    for (Lane lane : lanes) {
      waiting += lane.holdsPoint(lastClock(lane)) ? 1 : 0;
    }
    return waiting;
  }

  /** Returns the last clock of a lane that counts: all do if the search was cancelled. */
  private long lastClock(Lane lane) {
    Finish.Event event = finish.event();
    return event == null || event.ending() != verdict.ending()
        ? Long.MAX_VALUE
        : Order.lastUntil(event.clock(), event.lane(), lane.index);
  }

  /** What the last worker does when all starts have been evaluated. */
  private void startsEvaluated() {
    Finish.Event event = firstStarts.settle();
    if (event != null) {
      verdict.end(event);
    }
    if (!verdict.isEnded()) {
      shared.nursery().resumeAt(settings.pool());
      shared.spread().settle();
      director.spread(shared.spread().value());
      shared.lanes().open(firstStarts.starts(), firstStarts.stalls());
      open = true;
    }
  }
}
