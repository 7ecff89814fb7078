package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.BestSource;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.evaluation.SharedEvaluations;
import org.multidescent.report.Origin;

class SharingBoardTest {

  private final SharingBoard board = new SharingBoard(3, SharingMode.ALWAYS);

  private static SharingBoard.Post post(int evaluations) {
    return new SharingBoard.Post(
        SharedEvaluations.of(new double[evaluations], evaluations, 1),
        new BestSource.Descent(new Origin.Start(0), 1, false, 0, true));
  }

  @Test
  void nothingIsSharedAmongOne() {
    assertThat(new SharingBoard(1, SharingMode.ALWAYS).splitting()).isEqualTo(SharingMode.NEVER);
    assertThat(board.splitting()).isEqualTo(SharingMode.ALWAYS);
  }

  @Test
  void whoIsSignedInIsIdle() {
    assertThat(board.isAnyoneIdle()).isFalse();
    board.signIn(1);
    board.signIn(2);
    board.signOut(1);
    assertThat(board.isAnyoneIdle()).isTrue();
    board.signOut(2);
    assertThat(board.isAnyoneIdle()).isFalse();
  }

  @Test
  void aPostIsFoundByTheOthersUntilItIsRemoved() {
    SharingBoard.Post post = post(4);
    board.post(1, post);
    assertThat(board.find(0)).isSameAs(post);
    assertThat(board.find(2)).isSameAs(post);
    assertThat(board.find(1)).isNull();
    board.remove(1);
    assertThat(board.find(0)).isNull();
  }

  @Test
  void theNextOnesPostIsFoundFirst() {
    SharingBoard.Post first = post(4);
    SharingBoard.Post second = post(4);
    board.post(0, first);
    board.post(2, second);
    assertThat(board.find(1)).isSameAs(second);
    board.remove(2);
    assertThat(board.find(1)).isSameAs(first);
  }

  @Test
  void aPostWithNothingLeftToClaimIsPassedOver() {
    board.post(2, post(0));
    assertThat(board.find(1)).isNull();
  }
}
