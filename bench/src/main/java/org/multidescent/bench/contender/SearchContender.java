package org.multidescent.bench.contender;

import java.util.List;
import java.util.function.Function;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Progress;
import org.multidescent.start.Starts;

/** This project's engine, with some settings; the task sets seed, workers, target and cap. */
record SearchContender(
    String name, Function<Task, Function<Problem, Search>> settings, Budget limit)
    implements Contender {

  private static final long ARTICLE_MAX_STEPS = 1_000_000;

  /** The search with all its defaults, changed by a style if one is given. */
  static SearchContender defaults(String name, Function<Search, Search> change) {
    return new SearchContender(
        name, task -> problem -> change.apply(Search.of(problem)), Budget.unlimited());
  }

  /** The article's algorithm with the task's number of starts. */
  static SearchContender article(String name, Function<Search, Search> change) {
    return new SearchContender(
        name,
        task -> problem -> change.apply(Search.article(problem).initialStarts(task.starts())),
        Budget.steps(ARTICLE_MAX_STEPS));
  }

  @Override
  public boolean isParallel() {
    return true;
  }

  @Override
  public void run(Run run) {
    Task task = run.task();
    Budget budget = limit.or(Budget.evaluations(task.cap()));
    if (task.target() > Double.NEGATIVE_INFINITY) {
      budget = budget.or(Budget.target(task.target()));
    }
    Search search = settings.apply(task).apply(run.monitor().countedProblem());
    double[] first = task.first();
    if (first != null) {
      search = search.starts(Starts.given(List.of(first)));
    }
    Running running = search.seed(task.seed()).workers(task.workers()).budget(budget).start();
    run.monitor().onCancel(running::cancel);
    running.await();
    Progress progress = running.progress();
    run.counted(progress.steps(), progress.stalls(), progress.optima());
  }
}
