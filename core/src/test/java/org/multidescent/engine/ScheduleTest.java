package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.restart.StartSource;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Origin;
import org.multidescent.report.TestCounts;

/** What {@link FreeSchedule} and {@link OrderedSchedule} make of the same tasks, on one thread. */
final class ScheduleTest {

  private static final int INITIAL = 6;

  private static EngineState state(int lanes, long evaluations) {
    return Fixture.state(Fixture.settings(INITIAL, 1, lanes, Budget.evaluations(evaluations)));
  }

  private static FreeSchedule free(EngineState state) {
    return new FreeSchedule(state, Fixture.limits(state));
  }

  private static OrderedSchedule ordered(EngineState state) {
    OrderedSchedule schedule = new OrderedSchedule(state);
    schedule.begin();
    return schedule;
  }

  @Test
  void bothHandOutTheInitialStartsFirst() {
    EngineState state = state(0, 300);
    Schedule schedule = free(state);
    Worker worker = Fixture.worker(state, schedule);
    Task task = schedule.next(null, worker);
    for (int start = 0; start < INITIAL; start++) {
      assertThat(task.kind).isEqualTo(TaskKind.INITIAL);
      assertThat(task.start).isEqualTo(start);
      assertThat(task.count).isOne();
      assertThat(schedule.initialStarts().isOpen()).isFalse();
      evaluated(task, start);
      task = schedule.next(task, worker);
    }
    assertThat(schedule.initialStarts().isOpen()).isTrue();
    assertThat(task.kind).isEqualTo(TaskKind.COLD);
    assertThat(task.start).isZero();
    assertThat(state.frontier().size()).isEqualTo(INITIAL - 1);
  }

  @Test
  void tasksAreCommittedInTheirOrderWhoeverIsFirst() {
    EngineState state = state(3, 300);
    Schedule schedule = ordered(state);
    Worker worker = Fixture.worker(state, schedule);
    Task first = schedule.next(null, worker);
    Task second = schedule.next(null, worker);
    assertThat(second.start).isEqualTo(first.start + 1);
    evaluated(second, 2);
    Task third = schedule.next(second, worker);
    assertThat(third.start).isEqualTo(second.start + 1);
    assertThat(state.totals().counts()).isEqualTo(Counts.NONE);
    evaluated(first, 1);
    schedule.next(first, worker);
    assertThat(state.totals().counts().starts()).isEqualTo(2);
  }

  @Test
  void startsWithoutAValueAreReplacedWhenNothingElseWaits() {
    EngineState state = state(1, 300);
    Schedule schedule = ordered(state);
    Worker worker = Fixture.worker(state, schedule);
    Task task = schedule.next(null, worker);
    for (int start = 0; start < INITIAL; start++) {
      evaluated(task, start == 4 ? start : Double.NaN);
      task = schedule.next(task, worker);
    }
    assertThat(task.kind).isEqualTo(TaskKind.COLD);
    assertThat(task.start).isEqualTo(4);
    assertThat(state.startSource().replacements()).isEqualTo(INITIAL - 1);
    assertThat(state.totals().counts()).isEqualTo(TestCounts.of(0, 0, 0, INITIAL, 0, INITIAL - 1));
    task.kind = TaskKind.STARTS;
    task.evaluate(TaskKind.STARTS, 4, 1);
    evaluated(task, Double.NaN);
    task = schedule.next(task, worker);
    assertThat(task.kind).isEqualTo(TaskKind.STARTS);
    assertThat(task.start).isEqualTo(INITIAL);
    assertThat(task.count).isOne();
  }

  @Test
  void theFirstStartDescendsBeforeTheOthersAreEvaluated() {
    for (int lanes = 0; lanes < 2; lanes++) {
      EngineState state = Fixture.state(Fixture.leading(INITIAL, lanes, Budget.evaluations(300)));
      Schedule schedule = lanes == 0 ? free(state) : ordered(state);
      Worker worker = Fixture.worker(state, schedule);
      Task task = schedule.next(null, worker);
      evaluated(task, 7);
      task = schedule.next(task, worker);
      assertThat(task.kind).isEqualTo(TaskKind.COLD);
      assertThat(task.start).isZero();
      task.descend(worker.factory().from(new Origin.Start(0), 7, 7));
      LivePoint first = task.live;
      task.stall = Stall.VALUE;
      task = schedule.next(task, worker);
      assertThat(schedule.initialStarts().held()).isSameAs(first);
      assertThat(schedule.waiting()).isOne();
      for (int start = 1; start < INITIAL; start++) {
        assertThat(task.kind).isEqualTo(TaskKind.INITIAL);
        assertThat(task.start).isEqualTo(start);
        evaluated(task, start == 3 ? Double.NaN : start);
        task = schedule.next(task, worker);
      }
      assertThat(schedule.initialStarts().isOpen()).isTrue();
      assertThat(task.kind).isEqualTo(TaskKind.DESCENT);
      assertThat(task.live).isSameAs(first);
      assertThat(first.stall).isEqualTo(Stall.VALUE);
      assertThat(state.startSource().replacements()).isOne();
    }
  }

  @Test
  void tasksThatAreSavedGoOnInTheSameOrder() {
    EngineState state = Fixture.state(Fixture.kept(INITIAL, 1, 3, Budget.evaluations(300)));
    List<SavedTask> saved = ordered(state).save(false);
    assertThat(saved).extracting(SavedTask::kind).containsOnly(TaskKind.INITIAL).hasSize(3);
    EngineState resumed = Fixture.state(Fixture.kept(INITIAL, 1, 3, Budget.evaluations(300)));
    resumed.startSource().resumeAt(3);
    Schedule again = new OrderedSchedule(resumed);
    again.restore(saved);
    assertThat(again.save(true))
        .extracting(task -> task.starts().first())
        .containsExactly(0L, 1L, 2L);
    assertThat(TaskCounters.read(again.counters())).isEqualTo(Counts.NONE);
  }

  @Test
  void aSearchEndsAfterTheLastStartThereIs() {
    for (int lanes : new int[] {0, 1, 3}) {
      EngineState state = state(lanes, 300);
      Schedule schedule = lanes == 0 ? free(state) : ordered(state);
      Worker worker = Fixture.worker(state, schedule);
      Task task = schedule.next(null, worker);
      while (!schedule.initialStarts().isOpen()) {
        evaluated(task, Double.NaN);
        task = schedule.next(task, worker);
        if (schedule.initialStarts().areHandedOut()) {
          state.startSource().resumeAt(INITIAL);
        }
      }
      state.startSource().resumeAt(StartSource.LAST);
      while (task != null) {
        assertThat(task.start).isLessThanOrEqualTo(StartSource.LAST);
        evaluated(task, Double.NaN);
        task = schedule.next(task, worker);
      }
      assertThat(state.termination().ending()).isEqualTo(Ending.EXHAUSTED);
    }
  }

  @Test
  void cheapStartsAreDrawnSeveralAtOnceAndThosePutBackFirst() {
    EngineState state = state(0, 300);
    FreeSchedule schedule = free(state);
    Task task = schedule.next(null, Fixture.worker(state, schedule));
    state.startSource().resumeAt(50);
    state.startSource().putBack(new long[] {7});
    task.outstanding = 6;
    long[] firsts = {7, 50, 51, 53, StartSource.LAST};
    int[] counts = {1, 1, 2, 2, 1};
    for (int k = 0; k < firsts.length; k++) {
      if (firsts[k] == StartSource.LAST) {
        state.startSource().resumeAt(StartSource.LAST);
        task.outstanding = 9;
      }
      schedule.draw(task);
      assertThat(task.start).as("draw %d", k).isEqualTo(firsts[k]);
      assertThat(task.count).as("draw %d", k).isEqualTo(counts[k]);
      if (k > 0) {
        task.draws.begin(0);
        task.draws.end(task.count, 0);
      }
    }
    assertThat(task.outstanding).isEqualTo(8);
    assertThat(state.termination().isEnded()).isFalse();
    schedule.draw(task);
    assertThat(task.kind).isEqualTo(TaskKind.NONE);
    assertThat(state.termination().ending()).isEqualTo(Ending.EXHAUSTED);
  }

  @Test
  void aWorkerUsesTheWholeBudget() {
    for (int lanes : new int[] {0, 1, 3}) {
      EngineState state = state(lanes, 300);
      Schedule schedule = lanes == 0 ? free(state) : ordered(state);
      Fixture.worker(state, schedule).run();
      schedule.close();
      assertThat(state.termination().ending()).isEqualTo(Ending.EVALUATIONS);
      Counts counts = state.totals().counts();
      assertThat(counts.evaluations()).isEqualTo(300);
      assertThat(schedule.waiting()).isEqualTo(counts.live());
      assertThat(state.totals().best()).isLessThan(1e-6);
      assertThat(schedule.initialStarts().evaluations()).isEqualTo(INITIAL);
    }
  }

  @Test
  void aTaskEndsWhenItHasDoneItsPart() {
    EngineState state = state(2, 4_000);
    Schedule schedule = ordered(state);
    Task task = schedule.next(null, Fixture.worker(state, schedule));
    assertThat(task.isEnough()).isFalse();
    task.evaluationsEnd = 1;
    task.counters.beforeValue();
    assertThat(task.isEnough()).isTrue();
  }

  private static void evaluated(Task task, double value) {
    task.values[0] = value;
    task.done = 1;
  }
}
