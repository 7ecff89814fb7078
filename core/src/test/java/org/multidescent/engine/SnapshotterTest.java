package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.TestCounts;

class SnapshotterTest {

  private final SearchSettings settings =
      new TestSettings().lanes(2).budget(Budget.evaluations(100)).file(Path.of("none")).make();
  private final EngineState state = Fixture.state(settings);
  private final OrderedSchedule schedule = new OrderedSchedule(state);
  private final Snapshotter snapshotter =
      new Snapshotter(state, schedule, System.nanoTime() - 5_000);

  @Test
  void theFirstStateIsOneASearchMayGoOnFrom() {
    schedule.begin();
    Snapshot first = snapshotter.first();
    assertThatCode(() -> Fingerprint.require(first, settings)).doesNotThrowAnyException();
    assertThat(first.elapsedNanos()).isGreaterThanOrEqualTo(5_000);
    assertThat(first.budget()).isEqualTo(settings.budget());
    assertThat(first.counts()).isEqualTo(Counts.NONE);
    assertThat(first.starts().next()).isEqualTo(2);
    assertThat(first.tasks()).extracting(SavedTask::kind).containsOnly(TaskKind.INITIAL);
  }

  @Test
  void whatIsCommittedAndWhatWaitsIsCopied() {
    schedule.begin();
    state.totals().add(TestCounts.of(9, 0, 0, 0, 0, 0));
    state.totals().offer(4, new double[] {0.5, 0.25}, null);
    state.frontier().access(0).offerStart(6, 3);
    state.startSource().putBack(new long[] {9, 8});
    Snapshot copy = snapshotter.copy(0);
    assertThat(copy.totals().counts().evaluations()).isEqualTo(9);
    assertThat(copy.totals().bestPosition()).containsExactly(0.5, 0.25);
    assertThat(copy.frontier().starts()).containsExactly(3);
    assertThat(copy.starts().drawn()).containsExactly(8, 9);
  }

  @Test
  void nothingIsCopiedOfASearchThatHasEnded() {
    schedule.begin();
    state.termination().end(Ending.CANCELLED);
    assertThat(snapshotter.copy(0)).isNull();
    assertThat(snapshotter.last()).isNotNull();
  }

  @Test
  void aStateThatMayBeHalfChangedIsNotKept() {
    schedule.begin();
    state.termination().fail(new IllegalStateException());
    assertThat(snapshotter.last()).isNull();
  }
}
