package org.multidescent;

import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** The numbers of the article "The Gradient Descent We Deserve". */
final class ArticleSearch {

  private static final double DT = 0.01;
  private static final double DELTA = 0.001;
  private static final int TRACE = 20;
  private static final double MIN_ERROR = 0.01;
  private static final long MAX_STEPS = 1_000_000;
  private static final int STARTS = 100_000;

  private ArticleSearch() {}

  static Search of(Problem problem) {
    return Search.of(problem)
        .starts(Starts.uniform())
        .initialStarts(STARTS)
        .ownCoordinates()
        .descent(
            new Descent(
                StepRule.euler(DT), StallRule.positions(TRACE, DT), Differences.article(DELTA)))
        .coarseShare(0)
        .slice(1)
        .restart(RestartStrategy.fresh(1))
        .budget(Budget.target(MIN_ERROR).or(Budget.steps(MAX_STEPS)));
  }
}
