package org.multidescent.bench.contender;

import org.jspecify.annotations.Nullable;
import org.multidescent.evaluation.StopSearch;

/**
 * One contender on one task. What a contender throws ends its run, which then counts for what it
 * had found by then, and is recorded.
 */
public final class RunExecution {

  private final Contender contender;
  private final Run run;

  /**
   * Prepares a run.
   *
   * @param contender who runs
   * @param task what to do
   */
  public RunExecution(Contender contender, Task task) {
    this.contender = contender;
    this.run = new Run(task);
  }

  /** Ends the run at its next evaluation of the objective; from any thread. */
  public void cancel() {
    run.monitor().cancel();
  }

  /**
   * Runs to the end, once.
   *
   * @return what became of it
   */
  public RunOutcome run() {
    Throwable crash = null;
    long begin = System.nanoTime();
    try {
      contender.run(run);
    } catch (StopSearch over) {
      crash = null;
    } catch (RuntimeException | StackOverflowError thrown) {
      crash = thrown;
    }
    return record(System.nanoTime() - begin, crash);
  }

  private RunOutcome record(long nanos, @Nullable Throwable crash) {
    RunMonitor monitor = run.monitor();
    return new RunOutcome(
        monitor.isSolved(), run.counts(), monitor.best(), nanos, monitor.improvements(), crash);
  }
}
