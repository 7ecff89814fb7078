package org.multidescent.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnTest {

  private final Turn turn = new Turn();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  /** A thread that has the turn until it may leave. */
  private Thread holder() throws InterruptedException {
    Thread holder =
        new Thread(
            () -> {
              turn.take();
              inside.countDown();
              while (leave.getCount() > 0) {
                Thread.onSpinWait();
              }
              turn.pass();
            });
    holder.start();
    inside.await();
    return holder;
  }

  private static void awaitWait(Thread waiting) {
    while (Turn.awaited(waiting) < 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoHasItMayTakeItAgain() {
    turn.take();
    turn.take();
    assertThat(Turn.awaited(Thread.currentThread())).isNegative();
    turn.pass();
    turn.pass();
  }

  @Test
  void anotherWaitsUntilItIsPassedAndKeepsAnInterrupt() throws Exception {
    Thread holder = holder();
    FutureTask<Boolean> wait =
        new FutureTask<>(
            () -> {
              turn.take();
              turn.pass();
              return Thread.currentThread().isInterrupted();
            });
    Thread waiting = new Thread(wait);
    waiting.start();
    awaitWait(waiting);
    assertThat(Turn.awaited(waiting)).isOne();
    waiting.interrupt();
    leave.countDown();
    assertThat(wait.get(60, TimeUnit.SECONDS)).isTrue();
    holder.join();
    assertThat(Turn.awaited(waiting)).isNegative();
  }

  @Test
  void aWaitCanBeGivenUpAlsoBeforeItBegins() throws InterruptedException {
    Thread holder = holder();
    for (boolean before : new boolean[] {false, true}) {
      Throwable[] thrown = new Throwable[1];
      Turn.Caller waiting = new Turn.Caller(turn::take, "caller");
      waiting.setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
      if (before) {
        waiting.giveUp();
        waiting.start();
      } else {
        waiting.start();
        awaitWait(waiting);
        waiting.giveUp();
      }
      waiting.join();
      assertThat(thrown[0]).isInstanceOf(IllegalStateException.class).hasMessage("turn: given up");
      assertThat(Turn.awaited(waiting)).isNegative();
    }
    leave.countDown();
    holder.join();
    turn.take();
    turn.pass();
  }
}
