package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.checkpoint.TestSnapshot;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Origin;
import org.multidescent.report.TestCounts;

class TaskRecordsTest {

  private static final long EXCEPTIONS = 5;

  private final SearchSettings settings = new TestSettings().lanes(2).file(Path.of("none")).make();
  private final EngineState state = Fixture.state(settings);
  private final Task task = Task.lane(1, state, EXCEPTIONS, (task, wanted) -> 0);
  private final Task again = Task.lane(1, state, EXCEPTIONS, (task, wanted) -> 0);

  private void descend() {
    LivePoint live = new LivePoint(settings.path().descent().newPoint(2));
    settings.path().descent().begin(live.point, 3, 1);
    live.origin = new Origin.Start(7);
    task.descend(live);
    task.taken = 4;
  }

  private SavedTask recorded() {
    return TaskRecords.of(task, true, EXCEPTIONS);
  }

  private static SavedPerturbation perturbation() {
    Origin.Place nowhere = new Origin.Place(2, 8, new double[0], new double[0]);
    return new SavedPerturbation(new Origin.Perturbation("some", nowhere), 1, new double[2]);
  }

  @Test
  void aDescentGoesOnWhereItStood() {
    descend();
    TaskRecords.restore(again, recorded(), settings);
    assertThat(again.kind).isEqualTo(TaskKind.DESCENT);
    assertThat(again.taken).isEqualTo(4);
    assertThat(again.live.origin).isEqualTo(new Origin.Start(7));
    assertThat(again.live.point.value()).isEqualTo(3);
  }

  @Test
  void startsGoOnWithTheirValuesOutstanding() {
    task.evaluate(TaskKind.STARTS, 20, 3);
    task.outstanding = 6;
    task.done = 2;
    TaskRecords.restore(again, recorded(), settings);
    assertThat(again.kind).isEqualTo(TaskKind.STARTS);
    assertThat(again.start).isEqualTo(20);
    assertThat(again.count).isEqualTo(3);
    assertThat(again.outstanding).isEqualTo(6);
    assertThat(again.done).isZero();
    assertThat(again.values).hasSize(3);
    assertThat(again.live).isNull();
  }

  @Test
  void aPerturbationGoesOnWithTheCandidatesThatWereDrawn() {
    task.kind = TaskKind.PERTURBATION;
    task.perturbation = new DrawnPerturbation(perturbation());
    TaskRecords.restore(again, recorded(), settings);
    assertThat(again.number).isEqualTo(8);
    assertThat(again.perturbation.source()).isEqualTo(2);
    task.kind = TaskKind.DESCENT;
    assertThat(recorded().perturbation()).isNull();
  }

  @Test
  void countersGoOnWithAllTheyMayStillUse() {
    task.counters.begin(0, 90, 40, 6, 3);
    task.counters.beforeValues(4);
    task.counters.after(2, new double[] {0.25, 0.5}, 0);
    task.counters.failed(new ArithmeticException(), new double[2], 0);
    task.evaluationsEnd = 70;
    SavedTask saved = recorded();
    TaskRecords.restoreCounters(again, saved, 9, EXCEPTIONS);
    assertThat(again.counters.place()).isEqualTo(9);
    assertThat(again.counters.counts()).isEqualTo(TestCounts.of(4, 0, 0, 0, 0, 0));
    assertThat(again.counters.evaluationsLeft()).isEqualTo(86);
    assertThat(again.counters.stepsLeft()).isEqualTo(40);
    assertThat(again.counters.tolerated()).isEqualTo(3);
    assertThat(again.counters.best()).isEqualTo(2);
    assertThat(again.counters.bestPosition()).containsExactly(0.25, 0.5);
    assertThat(again.counters.faults().first()).hasSize(1);
    assertThat(again.counters.faults().exception()).isNotNull();
    assertThat(again.evaluationsEnd).isEqualTo(70);
    assertThat(again.keepsRecords(true)).isSameAs(saved);
  }

  @Test
  void onlyWhatWasDoneSinceTheTaskBeforeIsRecorded() {
    task.counters.begin(0, 90, 40, 6, 3);
    task.counters.beforeValues(4);
    task.before = task.counters.work();
    task.counters.beforeValues(3);
    task.evaluationsEnd = 70;
    assertThat(recorded().done().counts().evaluations()).isEqualTo(3);
    assertThat(recorded().limits().evaluationsEnd()).isEqualTo(66);
  }

  @Test
  void aTaskIsKeptAsItWasDispatchedAndAsItIs() {
    descend();
    task.recordDispatched();
    task.taken = 5;
    task.record();
    assertThat(task.keepsRecords(true).point().taken()).isEqualTo(4);
    assertThat(task.keepsRecords(false).point().taken()).isEqualTo(5);
    assertThat(task.waiting().dispatched()).isFalse();
  }

  @Test
  void aDecidedPerturbationIsAPointOfNoWorker() {
    SavedTask decided = TaskRecords.decided(perturbation());
    assertThat(decided.points()).isOne();
    assertThat(decided.dispatched()).isFalse();
    assertThat(TaskRecords.perturbation(decided)).isEqualTo(decided.perturbation());
  }

  @Test
  void aTaskWithoutWhatItNeedsIsRefused() {
    SavedTask without =
        TestSnapshot.task(0, TaskKind.DESCENT, new SavedStartRange(0, 0, 0, 0), null, null);
    assertThatThrownBy(() -> TaskRecords.restore(again, without, settings))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: a task without its point (expected: with it)");
  }
}
