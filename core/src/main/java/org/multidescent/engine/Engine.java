package org.multidescent.engine;

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
  private volatile long initialCalls = -1;

  private Engine(Settings settings, Listeners listeners) {
    this.settings = settings;
    int workers = settings.workers();
    Verdict verdict = new Verdict();
    this.faults = new Faults(verdict, settings.scaling());
    Ledger calls =
        new Ledger(settings.budget().evaluations(), workers, verdict, Ending.EVALUATIONS);
    Ledger steps = new Ledger(settings.budget().steps(), workers, verdict, Ending.STEPS);
    Meter[] meters = new Meter[workers];
    int dimension = settings.problem().dimension();
    Arrays.setAll(
        meters, i -> new Meter(dimension, settings.budget().target(), verdict, calls, faults));
    Frontier<LivePoint> frontier = settings.frontier().create(settings);
    Nursery nursery =
        new Nursery(
            settings.starts(), settings.seed(), settings.problem().box(), settings.scaling());
    Spread spread = new Spread(settings.sample());
    this.crew = new Crew(settings, listeners, verdict, this::progress);
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
            director);
  }

  static Engine start(Settings settings, Listeners listeners) {
    Engine engine = new Engine(settings, listeners);
    engine.crew.start(index -> new Worker(settings, engine.shared, index), () -> {});
    return engine;
  }

  @Override
  public void cancel() {
    shared.verdict().end(Ending.CANCELLED);
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
    return shared.verdict().cause();
  }

  @Override
  public Progress progress() {
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
        crew.elapsed());
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
        faults.count(),
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

  /** What the last worker does when all starts have been evaluated. */
  private void startsEvaluated() {
    initialCalls = Meter.totalCalls(shared.meters());
    shared.nursery().resumeAt(settings.pool());
    shared.spread().settle();
    shared.director().spread(shared.spread().value());
  }
}
