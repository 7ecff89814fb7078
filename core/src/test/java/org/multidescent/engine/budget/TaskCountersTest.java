package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;
import org.multidescent.report.TestCounts;

/** The counters of a task, and the budgets and the incumbent they are used with. */
final class TaskCountersTest {

  private static final double[] HERE = {0.25, 0.5};
  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(-2, 2, 2));

  private final Termination termination = new Termination();
  private final Incumbent incumbent = new Incumbent();
  private final FaultRecorder faults = new FaultRecorder(1);

  /** A budget behind the limits of one task. */
  private final class Leases implements TaskLimits {

    private final EvaluationBudget evaluations;
    private final EvaluationBudget steps;

    private Leases(long evaluations, long steps) {
      this.evaluations =
          new EvaluationBudget(
              evaluations, EvaluationBudget.SMALL_LEASE, 1, termination, Ending.EVALUATIONS);
      this.steps =
          new EvaluationBudget(steps, EvaluationBudget.SMALL_LEASE, 1, termination, Ending.STEPS);
    }

    @Override
    public long grantEvaluations(TaskCounters task, long wanted) {
      return evaluations.lease(wanted);
    }

    @Override
    public void releaseEvaluations(long granted, long unused) {
      evaluations.close(granted, unused);
    }

    @Override
    public long grantSteps(TaskCounters task) {
      return steps.lease(1);
    }

    @Override
    public void releaseSteps(long granted, long unused) {
      steps.close(granted, unused);
    }

    @Override
    public boolean isTolerated(TaskCounters task) {
      return faults.toleratesOneMore();
    }
  }

  private TaskCounters counters(long evaluations, long steps, double target) {
    return counters(new Leases(evaluations, steps), target);
  }

  private TaskCounters counters(TaskLimits limits, double target) {
    return new TaskCounters(
        WorkingCoordinates.none(PROBLEM), target, termination, limits, incumbent);
  }

  @Test
  void exchangesALeaseThatDoesNotDoForABatch() {
    List<Long> granted = new ArrayList<>();
    TaskLimits blocks =
        new NoMore() {
          @Override
          public long grantEvaluations(TaskCounters task, long wanted) {
            long units = Math.max(wanted, 10);
            granted.add(units);
            return units;
          }

          @Override
          public boolean areExchanged() {
            return true;
          }

          @Override
          public void releaseEvaluations(long units, long unused) {
            granted.add(-unused);
          }
        };
    TaskCounters task = counters(blocks, Double.NEGATIVE_INFINITY);

    assertThat(task.beforeValues(8)).isEqualTo(8);
    assertThat(task.beforeValues(8)).isEqualTo(8);

    assertThat(granted).containsExactly(10L, -2L, 10L);
    assertThat(task.evaluations()).isEqualTo(16);
  }

  @Test
  void dividesABatchWhereWhatWasAllottedEnds() {
    TaskCounters task = counters(new NoMore(), Double.NEGATIVE_INFINITY);
    task.grant(10, 10, 1, 1);

    assertThat(task.beforeValues(8)).isEqualTo(8);
    assertThat(task.beforeValues(8)).isEqualTo(2);
  }

  @Test
  void usesTheBudgetUpAndNotOneMore() {
    TaskCounters task = counters(6, 9, Double.NEGATIVE_INFINITY);
    task.beforeValue();
    task.beforeGradient();
    assertThat(task.beforeValues(3)).isEqualTo(3);
    assertThat(task.beforeValues(3)).isOne();
    assertThatThrownBy(task::beforeValue).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(task.counts()).isEqualTo(TestCounts.of(5, 1, 0, 0, 0, 0));
  }

  @Test
  void theLastEvaluationIsWaitedFor() throws InterruptedException {
    Leases shared = new Leases(1, 9);
    TaskCounters last = counters(shared, 1);
    last.beforeValue();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread other =
        new Thread(
            () -> {
              try {
                counters(shared, 1).beforeValue();
              } catch (StopSearch ended) {
                thrown.set(ended);
              }
            });
    other.start();
    while (other.getState() != Thread.State.TIMED_WAITING && other.isAlive()) {
      Thread.onSpinWait();
    }
    last.after(1, HERE, 0);
    other.join();
    assertThat(thrown.get()).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.ending()).isEqualTo(Ending.TARGET);
  }

  @Test
  void nobodyWaitsForALastEvaluationThatHangs() {
    AtomicInteger hanging = new AtomicInteger();
    EvaluationBudget budget =
        new EvaluationBudget(
            3, EvaluationBudget.SMALL_LEASE, 2, termination, Ending.EVALUATIONS, hanging::get);
    assertThat(budget.lease(3)).isEqualTo(3);
    hanging.set(1);
    assertThatThrownBy(() -> budget.lease(1)).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.ending()).isEqualTo(Ending.EVALUATIONS);
  }

  @Test
  void countsStepsAgainstTheirBudget() {
    TaskCounters task = counters(9, 2, Double.NEGATIVE_INFINITY);
    for (int step = 0; step < 2; step++) {
      task.beforeStep();
      task.step();
    }
    assertThatThrownBy(task::beforeStep).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.ending()).isEqualTo(Ending.STEPS);
  }

  @Test
  void aTaskWithoutMoreSaysWhatItLacks() {
    TaskLimits none = new NoMore();
    TaskCounters task =
        new TaskCounters(WorkingCoordinates.none(PROBLEM), -1, termination, none, incumbent);
    task.begin(3, 1, 0, 8, 0);
    task.beforeValue();
    assertThatThrownBy(task::beforeValue).isSameAs(StopSearch.INSTANCE);
    assertThat(task.spent()).isEqualTo(Ending.EVALUATIONS);
    task.begin(4, 1, 0, 8, 0);
    assertThat(task.spent()).isNull();
    assertThatThrownBy(task::beforeStep).isSameAs(StopSearch.INSTANCE);
    assertThat(task.spent()).isEqualTo(Ending.STEPS);
    assertThat(termination.isEnded()).isFalse();
  }

  @Test
  void keepsTheLowestValueAndEndsAtTheTarget() {
    TaskCounters task = counters(9, 9, 1);
    task.after(3, HERE, 0);
    task.after(3, new double[] {1, 1}, 0);
    assertThat(task.best()).isEqualTo(3);
    assertThat(task.bestPosition()).containsExactly(HERE);
    assertThat(incumbent.best()).isEqualTo(3);
    assertThat(termination.isEnded()).isFalse();
    task.after(1, HERE, 0);
    assertThat(termination.ending()).isEqualTo(Ending.TARGET);
  }

  @Test
  void valuesThatAreNotFiniteAreFaultsAndNeverTheBest() {
    TaskCounters task = counters(9, 9, Double.NEGATIVE_INFINITY);
    assertThat(incumbent.isEvaluated()).isFalse();
    task.after(Double.NaN, HERE, 0);
    task.after(Double.NEGATIVE_INFINITY, HERE, 0);
    task.after(Double.POSITIVE_INFINITY, HERE, 0);
    assertThat(incumbent.isEvaluated()).isTrue();
    assertThat(incumbent.best()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(task.faults().first())
        .extracting(Fault::kind)
        .containsExactly(
            Fault.Kind.NAN, Fault.Kind.NEGATIVE_INFINITY, Fault.Kind.POSITIVE_INFINITY);
    faults.add(task.faults());
    assertThat(task.faults().first()).isEmpty();
    assertThat(faults.map()).hasSize(3).containsEntry(Fault.Kind.NAN, 1L);
  }

  @Test
  void oneExceptionTooManyEndsTheSearch() {
    TaskCounters task = counters(9, 9, Double.NEGATIVE_INFINITY);
    assertThat(task.failed(new IllegalStateException("one"), HERE, 0)).isNaN();
    IllegalStateException two = new IllegalStateException("two");
    assertThatThrownBy(() -> task.failed(two, HERE, 0)).isSameAs(StopSearch.INSTANCE);
    assertThat(termination.cause()).isSameAs(two);
    assertThat(task.faults().count(Fault.Kind.EXCEPTION)).isEqualTo(2);
    assertThat(task.faults().exception().cause()).isSameAs(two);
  }

  @Test
  void workIsToldWhereItBelongs() {
    TaskCounters task = counters(9, 9, Double.NEGATIVE_INFINITY);
    task.beforeValues(5);
    task.lend(2);
    task.borrow(7);
    assertThat(task.counts().valueEvaluations()).isEqualTo(5);
    assertThat(task.work().valueEvaluations()).isEqualTo(10);
    assertThat(TaskCounters.readEvaluations(List.of(task, task))).isEqualTo(10);
  }

  /** Limits that grant nothing. */
  private static class NoMore implements TaskLimits {

    @Override
    public long grantEvaluations(TaskCounters task, long wanted) {
      return 0;
    }

    @Override
    public void releaseEvaluations(long granted, long unused) {}

    @Override
    public long grantSteps(TaskCounters task) {
      return 0;
    }

    @Override
    public void releaseSteps(long granted, long unused) {}

    @Override
    public boolean isTolerated(TaskCounters task) {
      return false;
    }
  }
}
