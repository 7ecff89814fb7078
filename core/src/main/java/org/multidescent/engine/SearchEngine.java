package org.multidescent.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.checkpoint.CheckpointThread;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.restart.RestartCoordinator;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.engine.restart.ValueScale;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.telemetry.FlightRecorder;
import org.multidescent.engine.telemetry.SearchLog;
import org.multidescent.engine.telemetry.WorkerTimer;
import org.multidescent.engine.threads.WorkerPool;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;
import org.multidescent.report.FaultSummary;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** A search at work, and what can be asked of it from any thread. */
public final class SearchEngine {

  private final SearchSettings settings;
  private final Termination termination = new Termination();
  private final EngineState state;
  private final Schedule schedule;
  private final FinalRound finalRound;
  private final WorkerPool pool;
  private final SharingBoard board;
  private final List<WorkerTimer> timers;
  private final Snapshotter snapshotter;
  private final CheckpointThread checkpoints;
  private final RateEstimator rates;
  private final SearchLog log;
  private final FlightRecorder.@Nullable SearchSpan event;

  /** What was done before, as far as no task counts it. */
  private final Counts before;

  private SearchEngine(SearchSettings given, Listeners listeners) {
    Snapshot resumed = given.execution().safety().resumed();
    Incumbent incumbent = new Incumbent(NoiseState.of(given));
    this.pool =
        new WorkerPool(
            given,
            listeners,
            termination,
            this::progress,
            incumbent::isEvaluated,
            resumed == null ? 0 : resumed.elapsedNanos());
    this.settings = pool.settings();
    SearchLog log = new SearchLog(pool.name());
    this.log = log;
    this.state = state(incumbent);
    OrderedSchedule ordered = settings.isReproducible() ? new OrderedSchedule(state) : null;
    this.schedule = ordered == null ? new FreeSchedule(state, limits(resumed)) : ordered;
    incumbent.noise().whenFound(this::noiseFound);
    if (resumed != null) {
      new Restorer(resumed, state, schedule).restore();
    } else if (ordered != null) {
      ordered.begin();
    }
    this.finalRound = new FinalRound(state, schedule);
    this.before = state.totals().counts();
    this.timers =
        WorkerTimer.of(
            listeners,
            settings.execution().workers(),
            failure -> termination.fail(failure, "the probe failed"));
    this.board =
        new SharingBoard(
            settings.execution().workers(),
            ordered == null ? settings.execution().sharing() : SharingMode.NEVER);
    this.snapshotter = new Snapshotter(state, schedule, pool.startNanos());
    this.checkpoints =
        new CheckpointThread(settings.execution().safety(), pool.running(), snapshotter, log);
    this.event = FlightRecorder.search(settings);
    watch(incumbent);
    this.rates =
        new RateEstimator(
            settings.execution().workers(),
            timers,
            incumbent,
            before.evaluations() + TaskCounters.readEvaluations(schedule.counters()));
  }

  /** Has best values told, kept and logged from now on. */
  private void watch(Incumbent incumbent) {
    incumbent.watch(
        (value, nanos, u, offset) -> {
          log.best(value, nanos);
          if (!settings.isReproducible()) {
            state.totals().history().add(value, evaluations(), nanos);
          }
          pool.improved(value, u, offset);
        });
    Snapshot resumed = settings.execution().safety().resumed();
    log.started(
        settings,
        resumed == null ? null : Duration.ofNanos(resumed.elapsedNanos()),
        before.evaluations());
  }

  private long evaluations() {
    return before.evaluations() + TaskCounters.readEvaluations(schedule.counters());
  }

  private void noiseFound() {
    state.incumbent().forget();
    schedule.noiseFound();
  }

  private EngineState state(Incumbent incumbent) {
    return new EngineState(
        settings,
        termination,
        incumbent,
        new SearchTotals(settings.problem().dimension()),
        new FaultRecorder(settings.execution().safety().failures().tolerated()),
        EngineState.frontier(settings),
        new StartSource(
            settings.path().starts().sequence(),
            settings.path().seed(),
            settings.problem().startBox(),
            settings.path().coordinates()),
        new ValueScale(settings.path().starts().sample()),
        new RestartCoordinator(
            settings,
            termination,
            incumbent.noise(),
            found -> pool.discovered(() -> found.get().in(settings.problem().startBox()))));
  }

  /** Leases blocks of what is left of the budget; single units where calls may hang. */
  private LeasedLimits limits(@Nullable Snapshot resumed) {
    boolean limited = settings.execution().safety().failures().isLimited();
    long lease = limited ? EvaluationBudget.SMALL_LEASE : EvaluationBudget.LARGE_LEASE;
    Counts used = resumed == null ? Counts.NONE : resumed.counts();
    int workers = settings.execution().workers();
    return new LeasedLimits(
        new EvaluationBudget(
            Restorer.left(settings.searchEvaluations(), used.evaluations()),
            lease,
            workers,
            termination,
            Ending.EVALUATIONS,
            pool::hanging),
        new EvaluationBudget(
            Restorer.left(settings.budget().steps(), used.steps()),
            lease,
            workers,
            termination,
            Ending.STEPS),
        state.faults());
  }

  /**
   * Starts a search on threads of its own.
   *
   * @param settings what to do
   * @param listeners who is told while it runs
   * @return the search at work
   */
  public static SearchEngine start(SearchSettings settings, Listeners listeners) {
    SearchEngine engine = prepare(settings, listeners);
    engine.pool.start(engine.new Work(), engine::startCheckpoints);
    return engine;
  }

  /**
   * Runs a search to its end; one that has a single worker, whose calls are not limited in time, on
   * the calling thread.
   *
   * @param settings what to do
   * @param listeners who is told while it runs
   * @return the search, ended
   */
  public static SearchEngine run(SearchSettings settings, Listeners listeners) {
    SearchEngine engine = prepare(settings, listeners);
    boolean limited = settings.execution().safety().failures().isLimited();
    if (settings.execution().workers() == 1 && !limited) {
      engine.pool.runHere(engine.new Work(), engine::startCheckpoints);
    } else {
      engine.pool.start(engine.new Work(), engine::startCheckpoints);
    }
    engine.await();
    return engine;
  }

  private static SearchEngine prepare(SearchSettings settings, Listeners listeners) {
    Snapshot resumed = settings.execution().safety().resumed();
    if (resumed != null) {
      Fingerprint.require(resumed, settings);
    }
    SearchEngine engine = new SearchEngine(settings, listeners);
    engine.checkpoints.keepFirst();
    return engine;
  }

  private void startCheckpoints() {
    checkpoints.start(pool.name() + "-checkpoints");
  }

  /** Ends the search within one evaluation. */
  public void cancel() {
    termination.end(Ending.CANCELLED);
  }

  /**
   * Waits for the search to end. If the waiting thread is interrupted the search ends, and the
   * thread's interrupted status is set again.
   */
  public void await() {
    pool.await();
    if (checkpoints.join()) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Tells whether all workers have ended.
   *
   * @return whether {@link #result} may be called
   */
  public boolean isDone() {
    return pool.isDone();
  }

  /**
   * Tells whether the search is reproducible and goes on only when calls return.
   *
   * @param calls how many tasks wait for a call
   * @return whether no more tasks are being performed, and none waits for a worker
   */
  public boolean isWaitingFor(int calls) {
    return schedule.isWaitingFor(calls);
  }

  /**
   * Returns what made the search fail.
   *
   * @return what the objective threw, or null
   */
  public @Nullable Throwable failure() {
    return termination.cause();
  }

  /**
   * Returns what failed.
   *
   * @return a sentence, empty if nothing did
   */
  public String failureMessage() {
    return termination.message();
  }

  /**
   * Returns why the last checkpoint could not be written.
   *
   * @return what was thrown, or null if it was written, or there are none
   */
  public @Nullable Throwable checkpointFailure() {
    return checkpoints.failure();
  }

  /**
   * Returns the counters now.
   *
   * @return a snapshot
   */
  public Progress progress() {
    return isDone()
        ? lastProgress()
        : progress(
            state.incumbent().best(), before.plus(TaskCounters.read(schedule.counters())), null);
  }

  private Progress lastProgress() {
    Counts counts = state.totals().counts().plus(finalRound.counts());
    return progress(best().value(), counts, termination.ending());
  }

  private Result.Best best() {
    Result.Best chosen = finalRound.best();
    if (chosen != null) {
      return chosen;
    }
    double[] x = new double[settings.problem().dimension()];
    settings.path().coordinates().toProblem(state.totals().position(), 0, x, 0);
    double value = state.totals().best();
    return new Result.Best(
        x,
        state.noise().isKnown() ? Estimate.single(value) : Estimate.exact(value),
        settings.problem().bounds());
  }

  private Progress progress(double best, Counts counts, @Nullable Ending ending) {
    Duration elapsed = pool.elapsed();
    return new Progress(
        best,
        counts,
        state.coordinator().optima(),
        pool.hanging(),
        elapsed,
        rates.rates(counts.evaluations(), pool.startNanos() + elapsed.toNanos()),
        ending);
  }

  /**
   * Returns what the search found; after it has ended.
   *
   * @return the result
   */
  public Result result() {
    Progress progress = progress();
    long initial = schedule.initialStarts().evaluations();
    return new Result(
        best(),
        state.coordinator().found(state.totals()),
        progress,
        settings.path().starts().initial(),
        initial < 0 ? progress.evaluations() : initial,
        settings.budget(),
        schedule.waiting(),
        state.totals().history().list(pool.startNanos()),
        new FaultSummary(state.faults().map(), state.faults().first()));
  }

  /** What the pool's threads do. */
  private final class Work implements WorkerPool.Post {

    @Override
    public Runnable worker(int index) {
      WorkerTimer timer = timers.isEmpty() ? null : timers.get(index);
      Worker worker = new Worker(state, schedule, board, timer, index, finalRound::join);
      pool.cancelAtEnd(worker.evaluator());
      return worker;
    }

    @Override
    public void absent() {
      finalRound.absent();
    }

    @Override
    public void last() {
      checkpoints.keepLast(snapshotter::last);
      schedule.initialStarts().seal();
      schedule.close();
      log.ended(lastProgress());
      if (event != null) {
        event.end(lastProgress());
      }
    }
  }
}
