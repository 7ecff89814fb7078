package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class IdleTimerTest {

  private final WorkerTimer timer = new WorkerTimer(0, null, failure -> {});
  private final IdleTimer idle = new IdleTimer(0, timer);

  private static void letTimePass() {
    long now = System.nanoTime();
    while (System.nanoTime() == now) {
      Thread.onSpinWait();
    }
  }

  @Test
  void timeCountsFromTheFirstBeginToTheEnd() {
    idle.begin();
    letTimePass();
    idle.begin();
    assertThat(timer.readIdleNanos()).isZero();
    idle.end();
    assertThat(timer.readIdleNanos()).isPositive();
  }

  @Test
  void whatHasNotBegunDoesNotEnd() {
    letTimePass();
    idle.end();
    assertThat(timer.readIdleNanos()).isZero();
    idle.begin();
    letTimePass();
    idle.end();
    long first = timer.readIdleNanos();
    letTimePass();
    idle.end();
    assertThat(timer.readIdleNanos()).isEqualTo(first);
  }

  @Test
  void nobodyNeedsToWantToKnow() {
    IdleTimer unwanted = new IdleTimer(0, null);
    assertThatCode(
            () -> {
              unwanted.begin();
              unwanted.end();
            })
        .doesNotThrowAnyException();
  }
}
