package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;

/** A search with one worker works on the thread that runs it, and ends when that is interrupted. */
@ParameterizedClass
@EnumSource
class CallingThreadTest {

  private static final Box BOX = Box.cube(-1, 2, 3);
  private final Posed posed;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  CallingThreadTest(Posed posed) {
    this.posed = posed;
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private double bowl(double[] x) {
    threads.add(Thread.currentThread());
    return x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
  }

  private Search search() {
    return search(this::bowl).budget(Budget.evaluations(500));
  }

  private Search search(Objective objective) {
    return Search.of(posed.pose(Problem.of(objective, BOX))).workers(1);
  }

  @Test
  void oneWorkerWorksOnTheCallingThread() {
    Result result = search().run();
    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(result.progress().evaluations()).isEqualTo(500);
    assertThat(result.progress().counts()).isEqualTo(search().run().progress().counts());
  }

  @Test
  void aSearchThatIsStartedDoesNot() {
    Result started = search().start().await();
    assertThat(threads).doesNotContain(Thread.currentThread()).hasSize(1);
    assertThat(started.best()).isEqualTo(search().run().best());
  }

  @Test
  void callsThatAreLimitedInTimeHaveTheirOwn() {
    search().failures(FailurePolicy.stop().callTimeout(Duration.ofMinutes(1))).run();
    assertThat(threads).doesNotContain(Thread.currentThread());
  }

  @Test
  void anInterruptEndsIt() {
    AtomicInteger calls = new AtomicInteger();
    Result result =
        search(
                x -> {
                  calls.incrementAndGet();
                  Thread.currentThread().interrupt();
                  return bowl(x);
                })
            .run();
    assertThat(result.progress().ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(calls).hasValue(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void anInterruptThatMakesTheCallFailEndsItWithoutAFailure() {
    Result result =
        search(
                x -> {
                  Thread.currentThread().interrupt();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException early) {
                    throw new IllegalStateException(early);
                  }
                  return bowl(x);
                })
            .run();
    assertThat(result.progress().ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aThreadInterruptedBeforeMakesNoCall() {
    Thread.currentThread().interrupt();
    Result result = search().run();
    assertThat(result.progress().ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(result.progress().evaluations()).isZero();
  }

  @Test
  void theClockEndsIt() {
    Result result = search().budget(Budget.time(Duration.ofMillis(20))).run();
    assertThat(result.progress().ending()).isEqualTo(Ending.TIME);
    assertThat(threads).containsExactly(Thread.currentThread());
  }
}
