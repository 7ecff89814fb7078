package org.multidescent.engine.restart;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;
import org.multidescent.catalogue.BestOptima;
import org.multidescent.catalogue.Catalogue;
import org.multidescent.catalogue.Classification;
import org.multidescent.catalogue.OptimumLists;
import org.multidescent.catalogue.StallReport;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.checkpoint.SavedRestart;
import org.multidescent.concurrent.Threads;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.budget.SearchTotals;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.telemetry.FlightRecorder;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;
import org.multidescent.report.FoundOptima;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.restart.Generation;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.Perturbation;
import org.multidescent.restart.RestartStrategy;

/**
 * Takes stalled points into the catalogue and has the restart strategy decide what follows.
 *
 * <p>Workers offer their reports to a lock-free feed; a lock guards the catalogue and the
 * strategy's session, and who holds it drains the feed. A strategy that must be asked is asked
 * under the lock, after the report has been drained, so that it knows of every descent that ended
 * before. One that always decides the same is not: its workers only try the lock and never wait.
 */
public final class RestartCoordinator {

  private static final int FEED_CHUNK = 1024;

  private final SearchSettings settings;
  private final Termination termination;
  private final NoiseState noise;
  private final Consumer<Supplier<Optimum>> discoveries;
  private final AskedStrategy asked;
  private final Race race = new Race();
  private final @Nullable Next constant;
  private final AtomicLong admitted = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final MpscUnboundedVarHandleArrayQueue<StallReport> feed =
      new MpscUnboundedVarHandleArrayQueue<>(FEED_CHUNK);
  private Catalogue catalogue;
  private final ComparedStarts starts;
  private volatile int finished;

  public RestartCoordinator(
      SearchSettings settings,
      Termination termination,
      NoiseState noise,
      Consumer<Supplier<Optimum>> discoveries) {
    this.noise = noise;
    this.settings = settings;
    this.termination = termination;
    this.discoveries = discoveries;
    this.asked = new AskedStrategy(settings, noise);
    this.constant = settings.path().restart().constant();
    this.catalogue = newCatalogue(0);
    this.starts = new ComparedStarts(settings.path().coordinates());
  }

  /** Returns where descents along sampled gradients are compared; null if there are none. */
  public @Nullable Race race() {
    return settings.problem().isSampled() ? race : null;
  }

  /** Tells how far values differ, before the first point stalls. */
  public void valueScale(double scale) {
    Threads.lock(lock);
    try {
      catalogue = newCatalogue(scale);
    } finally {
      lock.unlock();
    }
  }

  public SavedRestart save() {
    Threads.lock(lock);
    try {
      drain();
      Encoder optimaOut = new Encoder();
      catalogue.write(optimaOut);
      Encoder raceOut = new Encoder();
      race.write(raceOut);
      return new SavedRestart(
          asked.decisions(),
          asked.session().save(),
          optimaOut.bytes(),
          starts.save(),
          raceOut.bytes());
    } finally {
      lock.unlock();
    }
  }

  /** Goes on from a checkpoint, after the scale of values is known. */
  public void restore(SavedRestart saved, long stalls) {
    admitted.set(stalls);
    asked.restore(saved);
    catalogue.read(new Decoder(saved.catalogue()));
    finished = catalogue.finished();
    if (catalogue.isNoisy()) {
      noise.found();
    }
    starts.restore(saved.pool());
    race.read(new Decoder(saved.race()));
    starts.preferDistant(asked.session().prefersDistantStarts());
  }

  /**
   * Counts a stalled point against the budget.
   *
   * @throws StopSearch if the budget of stalls is used up; the point is then not counted as stalled
   */
  public void admit() {
    long limit = settings.budget().stalls();
    if (limit == Long.MAX_VALUE) {
      return;
    }
    long count = admitted.incrementAndGet();
    if (count >= limit) {
      termination.end(Ending.STALLS);
    }
    if (count > limit) {
      throw StopSearch.INSTANCE;
    }
  }

  /**
   * Takes a stalled point, which has been admitted, and says what takes its place.
   *
   * @param at the calls the whole search has made
   */
  public RestartDecision decide(LivePoint live, Stall stall, long at) {
    StallReport report =
        new StallReport(
            live.origin,
            live.startValue,
            canonical(live.point.position()),
            live.known(),
            stall,
            live.summary(live.end(stall, settings.path().descent())),
            at);
    FlightRecorder.stalled(report);
    if (constant != null) {
      feed.offer(report);
      drainIfFree();
      return new RestartDecision(constant, asked.next(), null);
    }
    Threads.lock(lock);
    try {
      Outcome outcome = report.outcome(enter(report));
      return ask((session, view) -> session.next(outcome, view), report.u(), at);
    } finally {
      lock.unlock();
    }
  }

  /** Has a run of an evolution strategy wait, and says what comes before it goes on. */
  public RestartDecision pause(LivePoint run, long at) {
    Threads.lock(lock);
    try {
      asked.runs().add(run);
      Generation generation = new Generation(run.origin, run.point.value(), run.evaluations);
      return ask(
          (session, view) -> session.afterGeneration(generation, view), run.point.position(), at);
    } finally {
      lock.unlock();
    }
  }

  /** Has a point wait here that goes on from a checkpoint, if it is a run that may be resumed. */
  public boolean keepIfRun(LivePoint live) {
    return live.point.offspring() > 0 && asked.runs().add(live);
  }

  /** Returns the runs of an evolution strategy that wait, in their order. */
  public List<LivePoint> pausedRuns() {
    Threads.lock(lock);
    try {
      return List.copyOf(asked.runs());
    } finally {
      lock.unlock();
    }
  }

  /** Says what follows a perturbation none of whose candidates had a value. */
  public RestartDecision missed(Perturbation perturbation, long number, double[] from, long at) {
    Origin origin =
        DescentFactory.origin(perturbation, number, from, settings.path().coordinates());
    return notFinite(origin, perturbation.candidates(), at);
  }

  /** Says what follows a start without a value; null: another start. */
  public @Nullable RestartDecision lost(long start, long at) {
    return constant != null || optima() == 0 ? null : notFinite(new Origin.Start(start), 1, at);
  }

  private RestartDecision notFinite(Origin origin, long evaluations, long at) {
    Threads.lock(lock);
    try {
      Outcome outcome =
          new Outcome(origin, Double.NaN, Double.NaN, Stall.NOT_FINITE, -1, false, evaluations);
      return ask((session, view) -> session.next(outcome, view), new double[0], at);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the starts that are compared with each other before one descends. */
  public ComparedStarts starts() {
    return starts;
  }

  /** Returns the number of distinct finished optima; waits for no restart strategy. */
  public int optima() {
    drainIfFree();
    return finished;
  }

  /** Returns what was found, in the problem's coordinates, with the best of a search that ended. */
  public FoundOptima found(SearchTotals totals) {
    Threads.lock(lock);
    try {
      drain();
      if (noise.isKnown()) {
        return OptimumLists.of(catalogue, this::toProblem, this::honest);
      }
      return OptimumLists.of(
          catalogue,
          totals.best(),
          totals.position(),
          canonical(totals.position()),
          totals.descent(),
          totals.counts().evaluations(),
          this::toProblem);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the best optima, in working coordinates, with what is known of their values. */
  public List<Optimum> bestOptima(int most) {
    Threads.lock(lock);
    try {
      drain();
      return catalogue.optima(u -> u).stream().limit(most).map(this::honest).toList();
    } finally {
      lock.unlock();
    }
  }

  private void drainIfFree() {
    if (lock.tryLock()) {
      try {
        drain();
      } finally {
        lock.unlock();
      }
    }
  }

  private void drain() {
    for (StallReport report = feed.poll(); report != null; report = feed.poll()) {
      enter(report);
    }
  }

  private @Nullable Classification enter(StallReport report) {
    if (!report.stall().isOptimum() || !Double.isFinite(report.value())) {
      return null;
    }
    askWhetherNoisy(report);
    Classification classification =
        catalogue.add(
            report.u(), report.estimate(), report.origin(), report.descent(), report.at());
    finished = catalogue.finished();
    if (classification.kind() == Classification.Kind.NEW && constant == null) {
      starts.addOptimum(report.value(), report.u());
    }
    if (classification.isDiscovery()) {
      discoveries.accept(() -> classification.optimum(catalogue.tolerance(), this::toProblem));
    }
    return classification;
  }

  /** An optimum that was polished has been evaluated twice at the same position. */
  private void askWhetherNoisy(StallReport report) {
    if (noise.isKnown() || !(report.origin() instanceof Origin.Polish polish)) {
      return;
    }
    BestOptima best = catalogue.best();
    for (int rank = 0; rank < best.size(); rank++) {
      if (best.value(rank) != report.startValue()
          && best.id(rank) == polish.place().source()
          && Arrays.equals(best.x(rank), polish.place().position())) {
        noise.found();
      }
    }
  }

  /** Values taken before noise was found are those of luck. */
  private Optimum honest(Optimum optimum) {
    return optimum.estimate().isNoisy() || !noise.isKnown()
        ? optimum
        : optimum.with(Estimate.single(optimum.value()));
  }

  private RestartDecision ask(
      BiFunction<RestartStrategy.Session, RestartView, Next> question, double[] ended, long at) {
    return asked.ask(
        (session, view) -> {
          Next next = question.apply(session, view);
          starts.preferDistant(session.prefersDistantStarts());
          return next;
        },
        catalogue,
        starts,
        ended,
        at);
  }

  private Catalogue newCatalogue(double scale) {
    int dimension = settings.problem().dimension();
    Tolerance plain = Tolerance.standard(dimension, noise.isKnown() ? 0 : scale);
    Tolerance tolerance = settings.problem().isConstrained() ? plain.underConstraints() : plain;
    return new Catalogue(dimension, tolerance, Catalogue.CAPACITY, 0);
  }

  private double[] canonical(double[] position) {
    double[] u = position.clone();
    settings.path().coordinates().canonicalise(u);
    return u;
  }

  private double[] toProblem(double[] u) {
    double[] x = new double[u.length];
    settings.path().coordinates().toProblem(u, 0, x, 0);
    return x;
  }
}
