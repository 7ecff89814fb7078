package org.multidescent.bench.contender;

import java.util.function.UnaryOperator;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.report.Budget;
import org.multidescent.report.Progress;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/**
 * Plain multi-start: the best of 2 d uniform starts descends to its stall by the core's own rules,
 * again and again. With residuals these are Levenberg-Marquardt steps, projected onto the bounds.
 */
record Multistart(String name) implements Contender {

  private static final long SEEDS_A_RUN = 100_003;
  private static final int STARTS_A_COORDINATE = 2;

  @Override
  public void run(Run run) {
    Task task = run.task();
    UnaryOperator<Search> settings =
        search ->
            search
                .workers(1)
                .starts(Starts.uniform())
                .initialStarts(STARTS_A_COORDINATE * run.dimension())
                .coarseShare(0)
                .restart(RestartStrategy.fresh(1));
    Budget descent = Budget.stalls(1);
    if (task.target() > Double.NEGATIVE_INFINITY) {
      descent = descent.or(Budget.target(task.target()));
    }
    long steps = 0;
    long stalls = 0;
    for (long round = 0; !run.monitor().isOver(); round++) {
      Running running =
          settings
              .apply(Search.of(run.monitor().countedProblem()))
              .seed(task.seed() * SEEDS_A_RUN + round)
              .budget(descent.or(Budget.evaluations(run.monitor().remaining())))
              .start();
      run.monitor().onCancel(running::cancel);
      running.await();
      Progress progress = running.progress();
      steps += progress.steps();
      stalls += progress.stalls();
      run.counted(steps, stalls, (int) stalls);
    }
  }
}
