package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multidescent.concurrent.Threads;
import org.multidescent.engine.budget.CallTimeout;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

class CallThreadTest {

  private final Evaluator evaluator = Problem.of(x -> 2 * x[0], Box.cube(0, 1, 1)).evaluator();
  private final CallThread thread = new CallThread(evaluator, "call-thread-test");

  @AfterEach
  void close() {
    thread.close();
  }

  @Test
  void aCallIsMadeByTheThread() {
    AtomicReference<Thread> caller = new AtomicReference<>();
    double[] value = new double[1];
    thread.make(
        of -> {
          caller.set(Thread.currentThread());
          value[0] = of.value(new double[] {3});
        });
    assertThat(value).containsExactly(6);
    assertThat(caller.get()).isSameAs(thread.thread());
    assertThat(caller.get().getName()).isEqualTo("call-thread-test");
    assertThat(caller.get().isDaemon()).isTrue();
  }

  @Test
  void theTurnTellsWhetherACallIsUnderWay() {
    assertThat(CallThread.isWaiting(thread.turn())).isTrue();
    long[] during = new long[1];
    thread.make(of -> during[0] = thread.turn());
    assertThat(CallThread.isWaiting(during[0])).isFalse();
    assertThat(thread.turn()).isEqualTo(during[0] + 1);
  }

  @Test
  void whatACallThrowsIsThrownByTheWorkerEvenIfItIsChecked() {
    IOException checked = new IOException();
    assertThatThrownBy(
            () ->
                thread.make(
                    of -> {
                      throw CallThreadTest.<RuntimeException>unchecked(checked);
                    }))
        .isSameAs(checked);
    thread.make(of -> {});
    assertThat(thread.isAbandoned()).isFalse();
  }

  @Test
  void aCallThatIsAbandonedEndsTheThreadWhenItReturns() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                thread.make(
                    of -> {
                      begun.countDown();
                      awaitUninterrupted(goOn);
                    });
              } catch (Throwable timeout) {
                thrown.set(timeout);
              }
            });
    worker.start();
    awaitUninterrupted(begun);
    thread.abandon(thread.turn());
    Threads.join(worker);
    assertThat(thrown.get()).isSameAs(CallTimeout.INSTANCE);
    assertThat(thread.isAbandoned()).isTrue();
    goOn.countDown();
    Threads.join(thread.thread());
    assertThat(thread.isAbandoned()).isTrue();
  }

  @Test
  void aCallThatHasReturnedCannotBeAbandoned() {
    long[] during = new long[1];
    thread.make(of -> during[0] = thread.turn());
    thread.abandon(during[0]);
    assertThat(thread.isAbandoned()).isFalse();
    thread.make(of -> {});
  }

  @Test
  void closingEndsTheThread() {
    thread.make(of -> {});
    thread.close();
    assertThat(Threads.join(thread.thread())).isFalse();
    assertThat(thread.isAbandoned()).isFalse();
  }

  @Test
  void anInterruptOfTheWorkerIsKeptUntilTheCallReturns() {
    Thread worker = Thread.currentThread();
    thread.make(
        of -> {
          worker.interrupt();
          while (worker.getState() == Thread.State.RUNNABLE && worker.isInterrupted()) {
            Thread.onSpinWait();
          }
        });
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
