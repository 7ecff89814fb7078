package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedStarts;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.checkpoint.TestSnapshot;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.TestCounts;

class RestorerTest {

  private static final SavedStartRange COLD = new SavedStartRange(2, 0, 0, 5);

  private final TestSettings with = new TestSettings();
  private final TestSnapshot snapshot = new TestSnapshot();
  private EngineState state;
  private Schedule schedule;

  @BeforeEach
  void knowNothing() {
    snapshot.restart = Fixture.state(with.make()).coordinator().save();
  }

  private void restore() {
    SearchSettings settings = with.make();
    state = Fixture.state(settings);
    schedule =
        settings.isReproducible()
            ? new OrderedSchedule(state)
            : new FreeSchedule(state, Fixture.limits(state));
    new Restorer(snapshot.of(settings), state, schedule).restore();
  }

  private static SavedTask task(int index, SavedTotals done) {
    return new SavedTask(
        index, TaskKind.COLD, true, done, TestSnapshot.LIMITS, COLD, null, null, null);
  }

  private static SavedTotals done(double best, double... position) {
    return TestSnapshot.totals(TestCounts.of(10, 0, 1, 0, 0, 0), best, position);
  }

  @Test
  void whatWaitedWaitsAgain() {
    snapshot.starts = new SavedStarts(6, new double[] {1, 2, 3, 9}, 4, new long[] {5}, 2);
    restore();
    assertThat(state.frontier().size()).isEqualTo(2);
    assertThat(state.frontier().best()).isEqualTo(3);
    assertThat(state.startSource().next()).isEqualTo(6);
    assertThat(state.startSource().drawn()).containsExactly(5L);
    assertThat(state.startSource().replacements()).isEqualTo(2);
    assertThat(state.valueScale().value()).isEqualTo(2);
    assertThat(schedule.initialStarts().isOpen()).isTrue();
    assertThat(state.incumbent().best()).isEqualTo(3);
    assertThat(state.termination().isEnded()).isFalse();
  }

  @Test
  void whatTasksOfAFreeSearchHaveDoneIsCounted() {
    snapshot.tasks = List.of(task(0, done(2, 0.5, 0.5)), task(7, done(4, 1, 1)));
    restore();
    assertThat(state.totals().counts()).isEqualTo(TestCounts.of(24, 0, 2, 4, 0, 0));
    assertThat(state.totals().best()).isEqualTo(2);
    assertThat(state.totals().position()).containsExactly(0.5, 0.5);
    assertThat(state.frontier().size()).isEqualTo(3);
  }

  @Test
  void thatOfTasksOfAnOrderedSearchIsNot() {
    with.lanes(1);
    snapshot.tasks = List.of(task(0, done(2, 0.5, 0.5)));
    restore();
    assertThat(state.totals().counts()).isEqualTo(TestCounts.of(4, 0, 0, 4, 0, 0));
    assertThat(state.totals().best()).isEqualTo(3);
    assertThat(schedule.counters().get(0).counts().evaluations()).isEqualTo(10);
  }

  @Test
  void anOrderedSearchHasATaskForEachLane() {
    with.lanes(2);
    snapshot.tasks = List.of(task(0, done(2, 0.5, 0.5)));
    assertThatThrownBy(this::restore)
        .isInstanceOf(CheckpointException.class)
        .hasMessage("lanes: 1 tasks in the checkpoint (expected: 2)");
  }

  @Test
  void exceptionsBeforeCountAgainstWhatIsTolerated() {
    long[] counts = new long[Fault.Kind.values().length];
    counts[Fault.Kind.EXCEPTION.ordinal()] = 1;
    SavedFault fault = new SavedFault(Fault.Kind.EXCEPTION, new double[2], Double.NaN, "thrown");
    snapshot.totals = new SavedTotals(Counts.NONE, 3, new double[2], null, counts, List.of(fault));
    with.failures(FailurePolicy.tolerate(1));
    restore();
    assertThat(state.faults().exceptions()).isOne();
    assertThat(state.faults().first()).hasSize(1);
    assertThat(state.faults().toleratesOneMore()).isFalse();
  }

  @Test
  void aSearchThatHadItsGoalEnds() {
    with.budget(Budget.target(3));
    restore();
    assertThat(state.termination().ending()).isEqualTo(Ending.TARGET);
  }

  @Test
  void oneThatHadUsedUpItsBudgetEnds() {
    with.budget(Budget.evaluations(4));
    restore();
    assertThat(state.termination().ending()).isNull();
    snapshot.ending = Ending.EVALUATIONS;
    restore();
    assertThat(state.termination().ending()).isEqualTo(Ending.EVALUATIONS);
    with.budget(Budget.evaluations(5));
    restore();
    assertThat(state.termination().ending()).isNull();
    snapshot.ending = Ending.STEPS;
    snapshot.totals = TestSnapshot.totals(TestCounts.of(4, 0, 9, 4, 0, 6), 3, 0, 0);
    with.budget(Budget.steps(9));
    restore();
    assertThat(state.termination().ending()).isEqualTo(Ending.STEPS);
    with.budget(Budget.stalls(6));
    restore();
    assertThat(state.termination().ending()).isEqualTo(Ending.STALLS);
    with.budget(Budget.stalls(7));
    restore();
    assertThat(state.termination().isEnded()).isFalse();
  }

  @Test
  void whatIsLeftOfABudgetIsNeverBelowZero() {
    assertThat(Restorer.left(10, 4)).isEqualTo(6);
    assertThat(Restorer.left(10, 40)).isZero();
    assertThat(Restorer.left(Long.MAX_VALUE, 40)).isEqualTo(Long.MAX_VALUE);
  }
}
