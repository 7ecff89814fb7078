package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.TaskLimits;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.report.Ending;

/** The limits of both kinds of tasks: {@link LeasedLimits} and {@link AllottedLimits}. */
class TaskLimitsTest {

  private static final double[] HERE = {0, 0};

  private final Termination termination = new Termination();
  private final EvaluationBudget evaluations =
      new EvaluationBudget(10, EvaluationBudget.SMALL_LEASE, 1, termination, Ending.EVALUATIONS);
  private final LeasedLimits leased =
      new LeasedLimits(
          evaluations,
          new EvaluationBudget(5, EvaluationBudget.SMALL_LEASE, 1, termination, Ending.STEPS),
          new FaultRecorder(1));

  private TaskCounters task(TaskLimits limits) {
    return new TaskCounters(
        new TestSettings().make().path().coordinates(),
        Double.NEGATIVE_INFINITY,
        termination,
        limits,
        new Incumbent());
  }

  @Test
  void evaluationsAreLeasedAndSettled() {
    TaskCounters task = task(leased);
    assertThat(leased.grantEvaluations(task, 4)).isEqualTo(4);
    leased.releaseEvaluations(4, 3);
    leased.setAside(2);
    assertThat(leased.grantEvaluations(task, 100)).isEqualTo(7);
  }

  @Test
  void whoWaitsForStepsKeepsNoEvaluations() {
    TaskCounters task = task(leased);
    assertThat(task.beforeValues(4)).isEqualTo(4);
    task.beforeValues(1);
    task.grant(5, 3, 0, 0);
    assertThat(leased.grantSteps(task)).isOne();
    assertThat(task.evaluationsLeft()).isZero();
    leased.releaseSteps(1, 1);
    for (int step = 0; step < 5; step++) {
      assertThat(leased.grantSteps(task)).isOne();
    }
  }

  @Test
  void exceptionsOfAllTasksOfAFreeSearchCount() {
    assertThat(leased.isTolerated(task(leased))).isTrue();
    assertThat(leased.isTolerated(task(leased))).isFalse();
  }

  @Test
  void aTaskOfAnOrderedSearchHasAllItMayUse() {
    AllottedLimits allotted = new AllottedLimits((task, wanted) -> 0);
    TaskCounters task = task(allotted);
    task.begin(0, 1, 1, 0, 0);
    task.beforeValue();
    assertThatThrownBy(task::beforeValue).isSameAs(StopSearch.INSTANCE);
    assertThat(task.spent()).isEqualTo(Ending.EVALUATIONS);
    task.begin(1, 1, 0, 0, 0);
    assertThatThrownBy(task::beforeStep).isSameAs(StopSearch.INSTANCE);
    assertThat(task.spent()).isEqualTo(Ending.STEPS);
  }

  @Test
  void itsOwnExceptionsCountAgainstWhatIsTolerated() {
    AllottedLimits allotted = new AllottedLimits((task, wanted) -> 0);
    TaskCounters task = task(allotted);
    task.begin(0, 9, 9, 0, 1);
    assertThat(task.failed(new ArithmeticException(), HERE, 0)).isNaN();
    assertThatThrownBy(() -> task.failed(new ArithmeticException(), HERE, 0))
        .isSameAs(StopSearch.INSTANCE);
  }
}
