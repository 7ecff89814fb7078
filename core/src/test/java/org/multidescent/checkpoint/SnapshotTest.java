package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.TestCounts;

class SnapshotTest {

  private static SavedTotals totals(Counts counts, double best) {
    return new SavedTotals(counts, best, new double[] {1}, null, new long[7], List.of());
  }

  private static SavedTask task(TaskKind kind, int starts, long outstanding, SavedTotals done) {
    return new SavedTask(
        0,
        kind,
        true,
        done,
        new SavedLimits(9, 8, 7, 6, 5, 4, 3, 2),
        new SavedStartRange(2, starts, outstanding, 0.5),
        null,
        null,
        null);
  }

  private static Snapshot snapshot(
      Map<String, String> identity, long initialEvaluations, SavedTask... tasks) {
    return new Snapshot(
        identity,
        new Snapshot.Numbers(
            5,
            4,
            3,
            2,
            0.25,
            6,
            true,
            new SavedSafety(Duration.ofSeconds(9), FailurePolicy.tolerate(8), true)),
        new Budget(-1, 100, 200, 300, Duration.ofMinutes(4)),
        new SavedWork(77, Ending.STEPS),
        new SavedStarts(6, new double[] {1, 2}, initialEvaluations, new long[] {3}, 2),
        new SavedRestart(11, new double[] {12}, new byte[] {13}, new byte[] {14}, new byte[] {5}),
        totals(TestCounts.of(10, 20, 30, 40, 50, 60), 5),
        new SavedFrontier(new double[] {1.5}, new int[] {1}, List.of()),
        Arrays.asList(tasks));
  }

  @Test
  void allOfItComesBack() {
    Snapshot snapshot =
        snapshot(
            Map.of("seed", "5"),
            -1,
            task(TaskKind.STARTS, 3, 2, totals(TestCounts.of(1, 0, 0, 0, 0, 0), 7)));
    Snapshot again = Snapshot.decode(snapshot.encode());
    assertThat(again.encode()).containsExactly(snapshot.encode());
    assertThat(again.identity()).isEqualTo(snapshot.identity());
    assertThat(again.settings()).isEqualTo(snapshot.settings());
    assertThat(again.safety()).isEqualTo(snapshot.safety());
    assertThat(again.budget()).isEqualTo(snapshot.budget());
    assertThat(again.elapsedNanos()).isEqualTo(77);
    assertThat(again.starts().drawn()).containsExactly(3);
    assertThat(again.starts().replacements()).isEqualTo(2);
    assertThat(again.restart().catalogue()).containsExactly(13);
    assertThat(again.restart().pool()).containsExactly(14);
    assertThat(again.counts()).isEqualTo(snapshot.counts());
    assertThat(again.tasks().get(0).limits()).isEqualTo(snapshot.tasks().get(0).limits());
    assertThat(again.tasks().get(0).starts()).isEqualTo(snapshot.tasks().get(0).starts());
  }

  @Test
  void nothingMayFollowIt() {
    byte[] bytes = snapshot(Map.of(), -1).encode();
    assertThatThrownBy(() -> Snapshot.decode(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("checkpoint: 1 bytes after the end");
  }

  @Test
  void whatTasksHaveDoneAndFoundIsCountedIn() {
    SavedTotals done = totals(TestCounts.of(1, 2, 3, 4, 5, 6), 4);
    Snapshot snapshot =
        snapshot(Map.of(), -1, task(TaskKind.DESCENT, 0, 0, done), task(TaskKind.NONE, 0, 0, done));
    assertThat(snapshot.counts()).isEqualTo(TestCounts.of(12, 24, 36, 48, 60, 72));
    assertThat(snapshot.best()).isEqualTo(4);
    assertThat(snapshot(Map.of(), -1).best()).isEqualTo(5);
  }

  @Test
  void descentsHaveBegunOnceInitialEvaluationsAreKnown() {
    assertThat(snapshot(Map.of(), -1).isInitialised()).isFalse();
    assertThat(snapshot(Map.of(), 0).isInitialised()).isTrue();
  }

  @Test
  void theNumberOfLanesIsAmongItsIdentity() {
    assertThat(snapshot(Map.of("lanes", "12"), -1).lanes()).isEqualTo(12);
    assertThat(snapshot(Map.of(), -1).lanes()).isZero();
    assertThatThrownBy(() -> snapshot(Map.of("lanes", "-1"), -1).lanes())
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("checkpoint: lanes: -1");
  }

  @Test
  void aTaskStandsForItsPointAndForTheStartsItIsToEvaluate() {
    SavedTotals done = totals(Counts.NONE, 1);
    assertThat(task(TaskKind.NONE, 3, 2, done).points()).isEqualTo(2);
    assertThat(task(TaskKind.INITIAL, 3, 0, done).points()).isZero();
    assertThat(task(TaskKind.STARTS, 3, 2, done).points()).isEqualTo(5);
    assertThat(task(TaskKind.COLD, 3, 0, done).points()).isOne();
    assertThat(task(TaskKind.DESCENT, 0, 4, done).points()).isEqualTo(5);
    assertThat(task(TaskKind.PERTURBATION, 0, 0, done).points()).isOne();
  }

  @Test
  void aTaskOfAnotherKindIsRefused() {
    for (int kind : new int[] {-1, TaskKind.values().length}) {
      Encoder out = new Encoder();
      out.putInt(kind);
      assertThatThrownBy(() -> TaskKind.read(new Decoder(out.bytes())))
          .isInstanceOf(CheckpointException.class)
          .hasMessage("checkpoint: a task of kind %d (expected: a known one)".formatted(kind));
    }
  }
}
