package org.multidescent.bench.compare;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.contender.RunExecution;

/** Executes a plan's runs, one after the other; may be cancelled from another thread. */
final class Experiment {

  private static final long WARM_UP_EVALUATIONS = 20_000;

  private final ExperimentPlan plan;
  private volatile boolean cancelled;
  private volatile @Nullable RunExecution current;

  Experiment(ExperimentPlan plan) {
    this.plan = plan;
  }

  /** Ends the run under way, which is then left out, and begins no other. */
  void cancel() {
    cancelled = true;
    RunExecution execution = current;
    if (execution != null) {
      execution.cancel();
    }
  }

  /** Executes all runs; tells of each when it is finished. */
  void run(Consumer<RunResult> finished) {
    warmUp();
    for (RunSpec spec : plan.specs()) {
      RunResult row = run(spec);
      if (cancelled) {
        return;
      }
      finished.accept(row);
    }
  }

  /** Has each contender run once for the compiler, so that the first timed run is like the rest. */
  private void warmUp() {
    BenchmarkProblem first = plan.problems().get(0);
    BenchmarkProblem small = first.capped(Math.min(WARM_UP_EVALUATIONS, first.cap()));
    List<Competitor> competitors = plan.competitors();
    for (int i = 0; i < competitors.size() && !cancelled; i++) {
      run(new RunSpec(small, competitors.get(i), 0));
    }
  }

  private RunResult run(RunSpec spec) {
    RunExecution execution =
        new RunExecution(spec.competitor().contender(), spec.task(plan.starts(), plan.analytic()));
    current = execution;
    if (cancelled) {
      execution.cancel();
    }
    return new RunResult(spec, execution.run());
  }
}
