package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.CallTimeout;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.util.Turn;

class TimeLimitedEvaluatorTest {

  private static final int DIMENSION = 2;
  private static final long LIMIT = 1_000;
  private final List<Thread> callers = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile boolean hanging;

  private Evaluator evaluator() {
    return Problem.of(
            x -> {
              callers.add(Thread.currentThread());
              if (hanging) {
                inside.countDown();
                awaitUninterruptibly(release);
              }
              double value = x[0] - x[1];
              x[0] = Double.NaN;
              return value;
            },
            Box.cube(-1, 1, DIMENSION))
        .evaluator();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private TimeLimitedEvaluator limited(AtomicInteger made) {
    return new TimeLimitedEvaluator(
        evaluator(),
        () -> {
          made.incrementAndGet();
          return evaluator();
        },
        DIMENSION,
        "calls");
  }

  @Test
  void callsAreMadeByOneOtherThreadOnCopies() {
    TimeLimitedEvaluator limited = limited(new AtomicInteger());
    double[] x = {3, 1};
    assertThat(limited.value(x)).isEqualTo(2);
    assertThat(limited.value(x)).isEqualTo(2);
    assertThat(x).containsExactly(3, 1);
    assertThat(callers).hasSize(2).doesNotContain(Thread.currentThread());
    assertThat(callers.get(1)).isSameAs(callers.get(0));
    assertThat(limited.isCaller(callers.get(0))).isTrue();
    assertThat(limited.isCaller(Thread.currentThread())).isFalse();
    limited.close();
    assertThat(limited.join()).isFalse();
    assertThat(callers.get(0).isAlive()).isFalse();
  }

  @Test
  void aCallHangsOnlyIfTheSameOneIsSeenForLongEnough() throws InterruptedException {
    TimeLimitedEvaluator limited = limited(new AtomicInteger());
    assertThat(limited.hangs(0, 0)).isFalse();
    limited.value(new double[DIMENSION]);
    assertThat(limited.hangs(0, 0)).isFalse();
    hanging = true;
    Thread worker = new Thread(() -> limited.value(new double[DIMENSION]));
    worker.start();
    inside.await();
    assertThat(limited.hangs(5, LIMIT)).isFalse();
    assertThat(limited.hangs(5 + LIMIT - 1, LIMIT)).isFalse();
    assertThat(limited.hangs(5 + LIMIT, LIMIT)).isTrue();
    release.countDown();
    worker.join();
    assertThat(limited.hangs(5 + 2 * LIMIT, LIMIT)).isFalse();
    limited.close();
  }

  @Test
  void anAbandonedCallFreesItsWorkerAndTheNextHasAnotherThread() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    TimeLimitedEvaluator limited = limited(made);
    hanging = true;
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    Thread worker =
        new Thread(
            () -> {
              try {
                limited.value(new double[DIMENSION]);
              } catch (Throwable timeout) {
                thrown.add(timeout);
              }
            });
    worker.start();
    inside.await();
    limited.hangs(0, LIMIT);
    assertThat(limited.hangs(LIMIT, LIMIT)).isTrue();
    limited.abandon();
    worker.join();
    assertThat(thrown).singleElement().isInstanceOf(CallTimeout.class);

    hanging = false;
    assertThat(limited.value(new double[] {5, 2})).isEqualTo(3);
    assertThat(made).hasValue(1);
    assertThat(callers.get(1)).isNotSameAs(callers.get(0));
    limited.close();
    assertThat(limited.join()).isFalse();
    release.countDown();
  }

  /** Of every kind of call. */
  @Test
  void eachCallIsMadeUnderTheNameOfItsSample() {
    List<Long> names = Collections.synchronizedList(new ArrayList<>());
    Evaluator named =
        new Evaluator() {
          @Override
          public void sample(long name) {
            names.add(name);
          }

          @Override
          public double value(double[] x) {
            return x[0];
          }

          @Override
          public double valueAndGradient(double[] x, double[] gradient) {
            return x[0];
          }

          @Override
          public void values(double[] positions, int count, double[] values) {
            values[0] = positions[0];
          }
        };
    TimeLimitedEvaluator limited = new TimeLimitedEvaluator(named, () -> named, DIMENSION, "calls");
    double[] x = new double[DIMENSION];
    limited.sample(5);
    limited.value(x);
    limited.sample(6);
    limited.valueAndGradient(x, new double[DIMENSION]);
    limited.sample(7);
    limited.values(x, 1, new double[1]);
    assertThat(names).containsExactly(5L, 6L, 7L);
    limited.close();
  }

  /** The wait for a turn is not the call; it ends when the call is abandoned. */
  @Test
  void aCallThatWaitsForItsTurnHangsOnlyWhileNoOtherHasIts() throws InterruptedException {
    Turn turn = new Turn();
    Evaluator serial =
        Problem.of(
                x -> {
                  callers.add(Thread.currentThread());
                  turn.take();
                  turn.pass();
                  return x[0];
                },
                Box.cube(-1, 1, DIMENSION))
            .evaluator();
    TimeLimitedEvaluator limited =
        new TimeLimitedEvaluator(serial, () -> serial, DIMENSION, "calls");
    turn.take();
    Throwable[] thrown = new Throwable[1];
    Thread worker = new Thread(() -> limited.value(new double[DIMENSION]));
    worker.setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
    worker.start();
    while (callers.isEmpty() || Turn.awaited(callers.get(0)) < 0) {
      Thread.onSpinWait();
    }
    assertThat(limited.hangs(0, LIMIT)).isFalse();
    turn.take();
    turn.pass();
    assertThat(limited.hangs(LIMIT, LIMIT)).isFalse();
    assertThat(limited.hangs(2 * LIMIT, LIMIT)).isTrue();
    assertThat(limited.abandon()).isSameAs(callers.get(0));
    worker.join();
    callers.get(0).join();
    assertThat(thrown[0]).isInstanceOf(CallTimeout.class);
    assertThat(limited.abandon()).isNull();
    turn.pass();
    limited.close();
  }

  @Test
  void whatACallThrowsReachesItsWorker() {
    Evaluator broken =
        Problem.of(
                x -> {
                  throw new ArithmeticException("broken");
                },
                Box.cube(-1, 1, DIMENSION))
            .evaluator();
    TimeLimitedEvaluator limited =
        new TimeLimitedEvaluator(broken, () -> broken, DIMENSION, "calls");
    assertThatThrownBy(() -> limited.value(new double[DIMENSION]))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("broken");
    limited.close();
  }

  @Test
  void anInterruptOfTheWorkerIsKeptForItAndTheCallGoesOn() throws InterruptedException {
    TimeLimitedEvaluator limited = limited(new AtomicInteger());
    hanging = true;
    double[] value = new double[1];
    boolean[] status = new boolean[1];
    Thread worker =
        new Thread(
            () -> {
              value[0] = limited.value(new double[] {4, 1});
              status[0] = Thread.currentThread().isInterrupted();
            });
    worker.start();
    inside.await();
    worker.interrupt();
    release.countDown();
    worker.join();
    assertThat(value[0]).isEqualTo(3);
    assertThat(status[0]).isTrue();
    limited.close();
  }
}
