package org.multidescent.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.multidescent.bench.bbob.BbobRow;
import org.multidescent.bench.bbob.BbobRun;
import org.multidescent.bench.contender.Match;
import org.multidescent.bench.contender.Task;

/** Plays a BBOB plan's runs, several at once; may be cancelled from another thread. */
final class BbobSeries {

  private final BbobPlan plan;
  private final Set<Match> playing = ConcurrentHashMap.newKeySet();
  private final InOrder<BbobRow> finished = new InOrder<>();
  private volatile boolean cancelled;

  BbobSeries(BbobPlan plan) {
    this.plan = plan;
  }

  /** Ends the runs under way, which are then left out, and begins no other. */
  void cancel() {
    cancelled = true;
    playing.forEach(Match::cancel);
  }

  /** Plays all runs; tells of their rows in the plan's order, each as soon as that allows. */
  void play(Consumer<BbobRow> listener) {
    int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / plan.workers());
    ExecutorService pool = Executors.newFixedThreadPool(jobs, BbobSeries::daemon);
    List<BbobPlan.Item> items = plan.items();
    List<? extends Future<?>> runs =
        IntStream.range(0, items.size())
            .mapToObj(index -> pool.submit(() -> play(index, items.get(index), listener)))
            .toList();
    pool.shutdown();
    runs.forEach(BbobSeries::await);
    finished.flush(listener);
  }

  /** Returns the finished rows, in the plan's order. */
  List<BbobRow> rows() {
    return finished.told();
  }

  private void play(int index, BbobPlan.Item item, Consumer<BbobRow> listener) {
    BbobRun run = new BbobRun(item.function(), item.seed());
    int workers = item.contender().isParallel() ? plan.workers() : 1;
    Match match =
        new Match(
            item.contender(),
            new Task(
                run.problem(),
                run.target(),
                plan.budget() * item.function().dimension(),
                item.seed(),
                plan.starts(),
                workers));
    if (run.target() == Double.NEGATIVE_INFINITY) {
      run.trace().onSolved(match::cancel);
    }
    playing.add(match);
    if (!cancelled) {
      match.play();
    }
    playing.remove(match);
    if (!cancelled) {
      finished.put(index, run.row(item.contender().name(), workers), listener);
    }
  }

  private static void await(Future<?> run) {
    try {
      run.get();
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a run failed: " + failed.getCause(), failed.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "benchmarks-run");
    thread.setDaemon(true);
    return thread;
  }
}
