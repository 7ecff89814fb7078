package org.multidescent.bench.bbob.experiment;

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
import org.multidescent.bench.contender.RunExecution;
import org.multidescent.bench.contender.Task;

/** Executes a BBOB plan's runs, several at once; may be cancelled from another thread. */
public final class BbobExperiment {

  private final BbobPlan plan;
  private final Set<RunExecution> running = ConcurrentHashMap.newKeySet();
  private final OrderedResults<BbobRow> finished = new OrderedResults<>();
  private volatile boolean cancelled;

  /**
   * Prepares the runs.
   *
   * @param plan which
   */
  public BbobExperiment(BbobPlan plan) {
    this.plan = plan;
  }

  /** Ends the runs under way, which are then left out, and starts no other; from any thread. */
  public void cancel() {
    cancelled = true;
    running.forEach(RunExecution::cancel);
  }

  /**
   * Executes all runs.
   *
   * @param listener takes their rows in the plan's order, each as soon as that allows
   */
  public void run(Consumer<BbobRow> listener) {
    int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / plan.workers());
    ExecutorService pool = Executors.newFixedThreadPool(jobs, BbobExperiment::daemon);
    List<BbobPlan.Item> items = plan.items();
    List<? extends Future<?>> runs =
        IntStream.range(0, items.size())
            .mapToObj(index -> pool.submit(() -> run(index, items.get(index), listener)))
            .toList();
    pool.shutdown();
    runs.forEach(BbobExperiment::await);
    finished.flush(listener);
  }

  /**
   * Returns the finished rows.
   *
   * @return the rows, in the plan's order
   */
  public List<BbobRow> rows() {
    return finished.delivered();
  }

  @SuppressWarnings("NullAway") // It does not read annotations of arrays in records.
  private void run(int index, BbobPlan.Item item, Consumer<BbobRow> listener) {
    BbobRun run = new BbobRun(item.function(), item.seed());
    int workers = item.contender().isParallel() ? plan.workers() : 1;
    RunExecution execution =
        new RunExecution(
            item.contender(),
            new Task(
                run.problem(),
                run.target(),
                plan.budget() * item.function().dimension(),
                item.seed(),
                plan.starts(),
                workers,
                item.function().start()));
    running.add(execution);
    if (!cancelled) {
      execution.run();
    }
    running.remove(execution);
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
