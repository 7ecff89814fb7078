package org.multidescent.engine;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.StartBarrier;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.LivePointCount;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.budget.WorkerCounters;
import org.multidescent.engine.checkpoint.CheckpointThread;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.checkpoint.Safepoint;
import org.multidescent.engine.checkpoint.WorkerSnapshot;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartBatch;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.FrontierKind;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.SafetySettings;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.telemetry.FlightRecorder;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.engine.threads.WorkerPool;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.FaultSummary;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** The free-running engine: whichever worker is first takes the best point it sees. */
public final class FreeEngine implements SearchEngine {

  private final SearchSettings settings;
  private final FreeState shared;
  private final FaultRecorder faults;
  private final WorkerPool crew;
  private final Restorer.Hands hands;
  private final FreeSnapshotter capture;
  private final CheckpointThread keeper;
  private final RateEstimator speed;
  private final FlightRecorder.@Nullable SearchSpan event;
  private volatile long initialCalls;

  private FreeEngine(SearchSettings given, Listeners listeners) {
    SafetySettings safety = given.safety();
    Restorer revival = new Restorer(safety.resumed());
    Termination verdict = new Termination();
    this.faults = new FaultRecorder(verdict, given.coordinates(), safety.failures());
    this.crew =
        new WorkerPool(
            given,
            listeners,
            verdict,
            this::progress,
            this::isFirstCallOver,
            revival.elapsedNanos());
    this.settings = crew.settings();
    int workers = settings.workers();
    boolean careful = safety.failures().isLimited() || safety.file() != null;
    long lease = careful ? EvaluationBudget.CAREFUL : EvaluationBudget.CHEAP;
    EvaluationBudget calls =
        new EvaluationBudget(
            revival.left(settings.budget().evaluations(), revival.calls()),
            lease,
            workers,
            verdict,
            Ending.EVALUATIONS);
    EvaluationBudget steps =
        new EvaluationBudget(
            revival.left(settings.budget().steps(), revival.steps()),
            lease,
            workers,
            verdict,
            Ending.STEPS);
    WorkerCounters[] meters = new WorkerCounters[workers];
    Incumbent leader = new Incumbent();
    int dimension = settings.problem().dimension();
    Arrays.setAll(
        meters,
        i ->
            new WorkerCounters(
                dimension, settings.budget().target(), verdict, calls, faults, leader));
    Frontier<LivePoint> frontier = frontier(settings);
    StartSource nursery =
        new StartSource(
            settings.starts(),
            settings.seed(),
            settings.problem().startBox(),
            settings.coordinates());
    ValueScale spread = new ValueScale(settings.sample());
    RestartCoordinator director = new RestartCoordinator(settings, verdict, crew::discovered);
    this.shared =
        new FreeState(
            verdict,
            calls,
            steps,
            meters,
            frontier,
            nursery,
            new StartBarrier(workers, this::startsEvaluated),
            spread,
            new LivePointCount(verdict),
            new Safepoint(safety.file() == null ? 0 : workers),
            director,
            new SharingBoard(workers, splitting(settings)),
            WorkerTimer.of(listeners, workers));
    this.initialCalls = revival.initialCalls();
    this.hands = revival.revive(settings, shared, faults);
    this.capture =
        new FreeSnapshotter(settings, shared, faults, this::initialCalls, crew.startNanos());
    this.keeper = new CheckpointThread(safety, crew.running(), capture);
    this.event = FlightRecorder.search(settings);
    this.speed =
        new RateEstimator(
            workers, shared.timings(), leader, WorkerCounters.totalEvaluations(meters));
  }

  /** A checkpoint would wait for a shared step, so that sharing is then for who asks for it. */
  private static SharingMode splitting(SearchSettings settings) {
    boolean kept = settings.safety().file() != null;
    return kept && settings.sharing() == SharingMode.AUTOMATIC
        ? SharingMode.NEVER
        : settings.sharing();
  }

  public static FreeEngine start(SearchSettings settings, Listeners listeners) {
    if (settings.safety().resumed() != null) {
      Fingerprint.require(settings.safety().resumed(), settings);
    }
    FreeEngine engine = new FreeEngine(settings, listeners);
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
  public String failureMessage() {
    return shared.verdict().message();
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
    for (WorkerCounters meter : shared.meters()) {
      stalls += meter.readStalls();
      best = Math.min(best, meter.readBest());
      evaluations += meter.readValueEvaluations();
      gradients += meter.readGradientEvaluations();
      steps += meter.readSteps();
      starts += meter.readStarts();
      hops += meter.readPerturbations();
    }
    Duration elapsed = crew.elapsed();
    return new Progress(
        best,
        new Counts(evaluations, gradients, steps, starts, hops, stalls),
        shared.director().optima(),
        crew.hanging(),
        elapsed,
        speed.pace(evaluations + gradients, crew.startNanos() + elapsed.toNanos()),
        done ? shared.verdict().ending() : null);
  }

  @Override
  public Result result() {
    Progress progress = progress(true);
    return new Result(
        best(),
        shared.director().listOptima(),
        shared.director().completeness(),
        progress,
        settings.initialStarts(),
        initialCalls < 0 ? progress.evaluations() : initialCalls,
        settings.budget(),
        shared.frontier().size(),
        new FaultSummary(faults.counts(), faults.first()));
  }

  private Result.Best best() {
    double[] u = new double[settings.problem().dimension()];
    double[] bestU = u.clone();
    Arrays.fill(bestU, Double.NaN);
    double best = Double.POSITIVE_INFINITY;
    for (WorkerCounters meter : shared.meters()) {
      double value = meter.readBest(u);
      if (value < best || value == best && Arrays.compare(u, bestU) < 0) {
        best = value;
        System.arraycopy(u, 0, bestU, 0, u.length);
      }
    }
    double[] x = new double[u.length];
    settings.coordinates().toProblem(bestU, 0, x, 0);
    return new Result.Best(x, best);
  }

  private boolean isFirstCallOver() {
    boolean over = !faults.first().isEmpty();
    for (WorkerCounters meter : shared.meters()) {
      over |= meter.readBest() < Double.POSITIVE_INFINITY;
    }
    return over;
  }

  private long initialCalls() {
    return initialCalls;
  }

  /** What the last worker does when no more starts are to be evaluated, if that were all. */
  private void startsEvaluated() {
    if (Arrays.stream(shared.meters()).mapToLong(WorkerCounters::readStarts).sum()
        < settings.initialStarts()) {
      shared.verdict().end(Ending.EVALUATIONS);
      return;
    }
    initialCalls = WorkerCounters.totalEvaluations(shared.meters());
    shared.nursery().resumeAt(settings.initialStarts());
    shared.spread().settle();
    shared.director().spread(shared.spread().value());
  }

  private static final int LONG_SLICE = 64;
  private static final int HEAPS_PER_WORKER = 2;

  private static Frontier<LivePoint> frontier(SearchSettings settings) {
    boolean exact =
        settings.frontier() == FrontierKind.LOCKED
            || settings.workers() == 1
            || settings.frontier() == FrontierKind.AUTOMATIC
                && (settings.workers() <= 2 || settings.slice() >= LONG_SLICE);
    int workers = settings.workers();
    return exact
        ? Frontier.locked(workers, StartBatch.limit(settings))
        : Frontier.relaxed(workers, HEAPS_PER_WORKER, settings.seed(), StartBatch.limit(settings));
  }

  /** Where the crew finds its work. */
  private final class Post implements WorkerPool.Post {

    @Override
    public Runnable worker(int index) {
      return new FreeWorker(settings, shared, index, hands);
    }

    @Override
    public void absent() {
      shared.gate().arrive();
    }

    @Override
    public void last() {
      keeper.keepLast(capture::last);
      for (WorkerSnapshot berth : shared.safepoint().berths()) {
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
