package org.multidescent.engine;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Ending;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** The free-running engine: whichever worker is first takes the best point it sees. */
final class Engine implements Work {

  private final Settings settings;
  private final Shared shared;
  private final Faults faults;
  private final Crew crew;
  private final Revival.Hands hands;
  private final Capture capture;
  private final Keeper keeper;
  private final Speedometer speed;
  private final Journal.@Nullable SearchSpan event;
  private volatile long initialCalls;

  private Engine(Settings given, Listeners listeners) {
    Safety safety = given.safety();
    Revival revival = new Revival(safety.resumed());
    Verdict verdict = new Verdict();
    this.faults = new Faults(verdict, given.scaling(), safety.failures());
    this.crew =
        new Crew(
            given,
            listeners,
            verdict,
            this::progress,
            this::isFirstCallOver,
            revival.elapsedNanos());
    this.settings = crew.settings();
    int workers = settings.workers();
    boolean careful = safety.failures().isLimited() || safety.file() != null;
    long lease = careful ? Ledger.CAREFUL : Ledger.CHEAP;
    Ledger calls =
        new Ledger(
            revival.left(settings.budget().evaluations(), revival.calls()),
            lease,
            workers,
            verdict,
            Ending.EVALUATIONS);
    Ledger steps =
        new Ledger(
            revival.left(settings.budget().steps(), revival.steps()),
            lease,
            workers,
            verdict,
            Ending.STEPS);
    Meter[] meters = new Meter[workers];
    Leader leader = new Leader();
    int dimension = settings.problem().dimension();
    Arrays.setAll(
        meters,
        i -> new Meter(dimension, settings.budget().target(), verdict, calls, faults, leader));
    Frontier<LivePoint> frontier = settings.frontier().create(settings);
    Nursery nursery =
        new Nursery(
            settings.starts(), settings.seed(), settings.problem().box(), settings.scaling());
    Spread spread = new Spread(settings.sample());
    Director director = new Director(settings, verdict, crew::discovered);
    this.shared =
        new Shared(
            verdict,
            calls,
            steps,
            meters,
            frontier,
            nursery,
            new Gate(workers, this::startsEvaluated),
            spread,
            new Population(verdict),
            new Safepoint(safety.file() == null ? 0 : workers),
            director,
            new HelpBoard(workers, splitting(settings)),
            listeners.timings(workers));
    this.initialCalls = revival.initialCalls();
    this.hands = revival.revive(settings, shared, faults);
    this.capture = new Capture(settings, shared, faults, this::initialCalls, crew.startNanos());
    this.keeper = new Keeper(safety, crew.running(), capture);
    this.event = Journal.search(settings);
    this.speed = new Speedometer(workers, shared.timings(), leader, Meter.totalCalls(meters));
  }

  /** A checkpoint would wait for a shared step, so that sharing is then for who asks for it. */
  private static Splitting splitting(Settings settings) {
    boolean kept = settings.safety().file() != null;
    return kept && settings.splitting() == Splitting.AUTOMATIC
        ? Splitting.NEVER
        : settings.splitting();
  }

  static Engine start(Settings settings, Listeners listeners) {
    if (settings.safety().resumed() != null) {
      Identity.require(settings.safety().resumed(), settings);
    }
    Engine engine = new Engine(settings, listeners);
    engine.keeper.keepFirst();
    engine.crew.start(engine.new Post(), () -> engine.keeper.start(engine.crew.name() + "-keeper"));
    return engine;
  }

  @Override
  public void cancel() {
    shared.verdict().end(Ending.CANCELLED);
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
    return shared.verdict().cause();
  }

  @Override
  public String blame() {
    return shared.verdict().blame();
  }

  @Override
  public @Nullable Throwable checkpointFailure() {
    return keeper.failure();
  }

  @Override
  public Progress progress() {
    return progress(isDone());
  }

  private Progress progress(boolean done) {
    double best = Double.POSITIVE_INFINITY;
    long evaluations = 0;
    long gradients = 0;
    long steps = 0;
    long starts = 0;
    long hops = 0;
    long stalls = 0;
    for (Meter meter : shared.meters()) {
      stalls += meter.readStalls();
      best = Math.min(best, meter.readBest());
      evaluations += meter.readEvaluations();
      gradients += meter.readGradients();
      steps += meter.readSteps();
      starts += meter.readStarts();
      hops += meter.readHops();
    }
    Duration elapsed = crew.elapsed();
    return new Progress(
        best,
        evaluations,
        gradients,
        steps,
        starts,
        hops,
        stalls,
        shared.director().optima(),
        starts + hops - stalls,
        crew.hanging(),
        elapsed,
        speed.pace(evaluations + gradients, crew.startNanos() + elapsed.toNanos()),
        done ? shared.verdict().ending() : null);
  }

  @Override
  public Result result() {
    Progress progress = progress();
    return new Result(
        best(),
        java.util.Objects.requireNonNull(shared.verdict().ending()),
        shared.director().listOptima(),
        shared.director().completeness(),
        progress,
        settings.pool(),
        initialCalls < 0 ? progress.calls() : initialCalls,
        settings.budget(),
        shared.frontier().size(),
        faults.counts(),
        faults.first());
  }

  private Result.Best best() {
    double[] u = new double[settings.problem().dimension()];
    double[] bestU = u.clone();
    Arrays.fill(bestU, Double.NaN);
    double best = Double.POSITIVE_INFINITY;
    for (Meter meter : shared.meters()) {
      double value = meter.readBest(u);
      if (value < best || value == best && Arrays.compare(u, bestU) < 0) {
        best = value;
        System.arraycopy(u, 0, bestU, 0, u.length);
      }
    }
    double[] x = new double[u.length];
    settings.scaling().toProblem(bestU, 0, x, 0);
    return new Result.Best(x, best);
  }

  private boolean isFirstCallOver() {
    boolean over = !faults.first().isEmpty();
    for (Meter meter : shared.meters()) {
      over |= meter.readBest() < Double.POSITIVE_INFINITY;
    }
    return over;
  }

  private long initialCalls() {
    return initialCalls;
  }

  /** What the last worker does when no more starts are to be evaluated, if that were all. */
  private void startsEvaluated() {
    if (Arrays.stream(shared.meters()).mapToLong(Meter::readStarts).sum() < settings.pool()) {
      shared.verdict().end(Ending.EVALUATIONS);
      return;
    }
    initialCalls = Meter.totalCalls(shared.meters());
    shared.nursery().resumeAt(settings.pool());
    shared.spread().settle();
    shared.director().spread(shared.spread().value());
  }

  /** Where the crew finds its work. */
  private final class Post implements Crew.Post {

    @Override
    public Runnable worker(int index) {
      return new Worker(settings, shared, index, hands);
    }

    @Override
    public void absent() {
      shared.gate().arrive();
    }

    @Override
    public void last() {
      keeper.keepLast(capture::last);
      for (Berth berth : shared.safepoint().berths()) {
        LivePoint held = berth.held();
        if (held != null) {
          shared.frontier().access(0).offer(held.key(), held);
        }
      }
      if (event != null) {
        event.end(progress(true));
      }
    }
  }
}
