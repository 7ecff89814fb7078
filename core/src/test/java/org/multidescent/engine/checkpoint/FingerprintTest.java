package org.multidescent.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.RestartStrategy;

class FingerprintTest {

  @Test
  void numbersThatReleasesPrintDifferentlyAreTheSame() {
    assertThat(Fingerprint.isSame("Box[[2.0E-3] .. [1.0E23]]", "Box[[0.002] .. [1.0E23]]"))
        .isTrue();
    assertThat(Fingerprint.isSame("width=4.9E-324", "width=5.0E-324")).isTrue();
    assertThat(Fingerprint.isSame("f 5.684341886080802E-14", "f 5.6843418860808015E-14")).isTrue();
    assertThat(Fingerprint.isSame("-Infinity 4", "-Infinity 4")).isTrue();
  }

  @Test
  void numbersOfOtherBitsAreNot() {
    assertThat(Fingerprint.isSame("0.1", "0.10000000000000002")).isFalse();
    assertThat(Fingerprint.isSame("0.0", "-0.0")).isFalse();
    assertThat(Fingerprint.isSame("ring 1.0", "rung 1.0")).isFalse();
  }

  @Test
  void howASearchIsExecutedIsNoPartOfIt() {
    SearchSettings one = new TestSettings().make();
    SearchSettings other =
        new TestSettings()
            .workers(7)
            .budget(Budget.evaluations(9))
            .failures(FailurePolicy.tolerate(3))
            .make();
    assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(other));
  }

  @Test
  void whatDecidesThePathIs() {
    SearchSettings one = new TestSettings().make();
    assertThat(Fingerprint.of(new TestSettings().starts(4, 1).make()))
        .isNotEqualTo(Fingerprint.of(one));
    assertThat(Fingerprint.of(new TestSettings().restart(RestartStrategy.fresh(2)).make()))
        .isNotEqualTo(Fingerprint.of(one));
    assertThat(Fingerprint.of(new TestSettings().slice(3).make()))
        .isNotEqualTo(Fingerprint.of(one));
  }

  @Test
  void lambdaExpressionsHaveNoNameOfTheirOwn() {
    RestartStrategy one = dimension -> null;
    RestartStrategy other = dimension -> null;
    assertThat(Fingerprint.of(new TestSettings().restart(one).make()))
        .isEqualTo(Fingerprint.of(new TestSettings().restart(other).make()));
  }

  @Test
  void aSearchWithOtherSettingsIsRefused() {
    Snapshot snapshot = new TestSnapshot().of(new TestSettings().make());
    SearchSettings other = new TestSettings().coarseShare(0.5).make();
    assertThatThrownBy(() -> Fingerprint.require(snapshot, other))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("coarse share: 0.5 (expected: 0.0, as in the checkpoint)");
  }

  @Test
  void anotherProblemIsRefused() {
    Snapshot snapshot = new TestSnapshot().of(new TestSettings().make());
    Problem other = Problem.of(x -> x[0], Box.cube(0, 1, 2));
    assertThatThrownBy(() -> Fingerprint.require(snapshot, other))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("box: " + other.startBox() + " (expected: ");
    assertThatCode(() -> Fingerprint.require(snapshot, new TestSettings().make().problem()))
        .doesNotThrowAnyException();
  }

  @Test
  void aProblemUnderConstraintsIsAnother() {
    Snapshot snapshot = new TestSnapshot().of(new TestSettings().make());
    Problem other =
        Constrained.of((x, constraints) -> x[0], 1, 0)
            .problem(new TestSettings().make().problem().startBox());
    assertThatThrownBy(() -> Fingerprint.require(snapshot, other))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("inequalities: 1 (expected: none, as in the checkpoint)");
  }

  @Test
  void aSnapshotThatMakesNoSenseIsRefused() {
    TestSnapshot snapshot = new TestSnapshot();
    snapshot.elapsedNanos = -1;
    SearchSettings settings = new TestSettings().make();
    assertThatThrownBy(() -> Fingerprint.require(snapshot.of(settings), settings))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("checkpoint: elapsed: -1");
  }
}
