package org.multidescent.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Ending;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** One search at work: its threads, and what can be asked of it meanwhile. */
public final class Engine {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Settings settings;
  private final Shared shared;
  private final Faults faults;
  private final CountDownLatch running;
  private final List<Thread> threads = new ArrayList<>();
  private final Watch watch;
  private final AtomicInteger left;
  private final Speedometer speed;
  private final Journal.@Nullable SearchSpan event;
  private final long startNanos;
  private volatile long endNanos;
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
    Leader leader = new Leader();
    int dimension = settings.problem().dimension();
    Arrays.setAll(
        meters,
        i -> new Meter(dimension, settings.budget().target(), verdict, calls, faults, leader));
    Frontier<LivePoint> frontier = settings.frontier().create(settings);
    Nursery nursery =
        new Nursery(
            settings.starts(), settings.seed(), settings.problem().box(), settings.scaling());
    Spread spread = new Spread(settings.pool());
    this.running = new CountDownLatch(workers);
    this.watch = new Watch(listeners, verdict, running, this::progress);
    Director director = new Director(settings, verdict, meters, watch::discovered);
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
            director,
            new HelpBoard(workers, settings.splitting()),
            listeners.timings(workers));
    this.left = new AtomicInteger(workers);
    this.event = Journal.search(settings);
    this.startNanos = System.nanoTime();
    this.speed = new Speedometer(meters, shared.timings(), startNanos);
  }

  /**
   * Starts a search.
   *
   * @param settings what to do
   * @param listeners who is told meanwhile
   * @return the search at work
   */
  public static Engine start(Settings settings, Listeners listeners) {
    Engine engine = new Engine(settings, listeners);
    engine.startThreads();
    return engine;
  }

  /** Ends the search within one evaluation. */
  public void cancel() {
    shared.verdict().end(Ending.CANCELLED);
  }

  /**
   * Waits for the search to end. If the waiting thread is interrupted the search ends, and the
   * thread's interrupted status is set again.
   */
  public void await() {
    boolean interrupted = false;
    while (true) {
      try {
        running.await();
        break;
      } catch (InterruptedException now) {
        interrupted = true;
        shared.verdict().end(Ending.INTERRUPTED);
      }
    }
    watch.join();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Tells whether all workers have ended.
   *
   * @return whether {@link #result} may be called
   */
  public boolean isDone() {
    return running.getCount() == 0;
  }

  /**
   * Returns what made the search fail.
   *
   * @return what the objective threw, or null
   */
  public @Nullable Throwable failure() {
    return shared.verdict().cause();
  }

  /**
   * Returns the counters now, from any thread.
   *
   * @return a snapshot
   */
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
    long now = done ? endNanos : System.nanoTime();
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
        Duration.ofNanos(now - startNanos),
        speed.pace(evaluations + gradients, now),
        done ? shared.verdict().ending() : null);
  }

  /**
   * Returns what the search found; after it has ended.
   *
   * @return the result
   */
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

  private void startThreads() {
    int search = COUNT.incrementAndGet();
    for (int index = 0; index < settings.workers(); index++) {
      Worker worker = new Worker(settings, shared, index);
      Thread thread =
          new Thread(() -> work(worker), "multidescent-" + search + "-worker-" + (index + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    watch.start("multidescent-" + search + "-watch", settings.budget().time(), startNanos);
    threads.forEach(Thread::start);
  }

  private void work(Worker worker) {
    try {
      worker.run();
    } finally {
      endNanos = System.nanoTime();
      if (left.decrementAndGet() == 0 && event != null) {
        event.end(progress(true));
      }
      running.countDown();
    }
  }

  /** What the last worker does when all starts have been evaluated. */
  private void startsEvaluated() {
    initialCalls = Meter.totalCalls(shared.meters());
    shared.nursery().resumeAt(settings.pool());
    shared.spread().settle();
    shared.director().spread(shared.spread().value());
  }
}
