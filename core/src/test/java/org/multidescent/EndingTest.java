package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;
import org.multidescent.restart.Next;
import org.multidescent.restart.RestartStrategy;

/** How a search ends from outside, and what listeners can and cannot do to it. */
@ParameterizedClass
@EnumSource
class EndingTest {

  private final Posed posed;
  private final Witness witness = new Witness();

  EndingTest(Posed posed) {
    this.posed = posed;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void cancelTakesEffectWithinOneCall(int workers) {
    CountDownLatch begun = new CountDownLatch(workers);
    CountDownLatch go = new CountDownLatch(1);
    Running running =
        unlimited(
                x -> x[0],
                () -> {
                  begun.countDown();
                  Saboteur.await(go);
                })
            .workers(workers)
            .start();
    Saboteur.await(begun);
    running.cancel();
    assertThat(running.isDone()).isFalse();
    go.countDown();
    Result result = running.await();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.progress().evaluations()).isEqualTo(workers);
    assertThat(running.isDone()).isTrue();
    witness.confirm(result);
  }

  @Test
  void aSecondCancelAndASecondAwaitChangeNothing() {
    Running running = unlimited(x -> x[0]).workers(2).start();
    running.cancel();
    Result result = running.await();
    running.cancel();
    assertThat(running.await().best()).isEqualTo(result.best());
    assertThat(running.await().ending()).isEqualTo(Ending.CANCELLED);
    witness.confirm(result);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void anInterruptOfTheCallerEndsTheSearchAndIsKept(int workers) {
    Thread.currentThread().interrupt();
    Result result = unlimited(x -> x[0]).workers(workers).run();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.ending()).isEqualTo(Ending.INTERRUPTED);
    witness.confirm(result);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void theDeadlineEndsTheSearch(int workers) {
    Result result =
        unlimited(x -> x[0]).workers(workers).budget(Budget.time(Duration.ofMillis(5))).run();
    assertThat(result.ending()).isEqualTo(Ending.TIME);
    assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(5));
    witness.confirm(result);
  }

  @Test
  void aLateClockWaitsForTheFirstCall() {
    AtomicReference<Running> running = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    running.set(
        unlimited(
                x -> x[0],
                () -> {
                  if (calls.getAndIncrement() == 0) {
                    Saboteur.await(started);
                    while (running.get().progress().elapsed().toMillis() < 20) {
                      Thread.onSpinWait();
                    }
                  }
                })
            .workers(1)
            .budget(Budget.time(Duration.ofMillis(10)))
            .clockAfterFirstCall()
            .start());
    started.countDown();
    Result result = running.get().await();
    assertThat(result.ending()).isEqualTo(Ending.TIME);
    assertThat(result.progress().evaluations()).isGreaterThan(1);
    assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void listenersThatThrowHarmNothing(int workers) {
    AtomicInteger progress = new AtomicInteger();
    AtomicInteger optima = new AtomicInteger();
    Result result =
        unlimited(x -> Math.cos(20 * x[0]) + x[1])
            .workers(workers)
            .budget(Budget.evaluations(3000))
            .onProgress(
                Duration.ofNanos(1),
                seen -> {
                  progress.incrementAndGet();
                  throw new IllegalStateException("listener");
                })
            .onOptimum(
                seen -> {
                  optima.incrementAndGet();
                  throw new StackOverflowError("listener");
                })
            .run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(progress.get()).isPositive();
    assertThat((long) optima.get())
        .isGreaterThanOrEqualTo(result.optima().stream().filter(Optimum::isFinished).count());
    witness.confirm(result);
  }

  @Test
  void aListenerThatBlocksDoesNotDelayTheDeadline() {
    CountDownLatch blocked = new CountDownLatch(1);
    Running running =
        unlimited(x -> x[0])
            .workers(2)
            .budget(Budget.time(Duration.ofMillis(5)))
            .onProgress(Duration.ofNanos(1), seen -> Saboteur.await(blocked))
            .start();
    while (!running.isDone()) {
      Thread.onSpinWait();
    }
    blocked.countDown();
    assertThat(running.await().ending()).isEqualTo(Ending.TIME);
  }

  @Test
  void aListenerMayCancelAndAwait() {
    AtomicReference<Running> running = new AtomicReference<>();
    AtomicReference<Result> inside = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    running.set(
        unlimited(x -> x[0])
            .workers(2)
            .onProgress(
                Duration.ofNanos(1),
                seen -> {
                  Saboteur.await(started);
                  running.get().cancel();
                  inside.compareAndSet(null, running.get().await());
                })
            .start());
    started.countDown();
    Result result = running.get().await();
    assertThat(inside.get().best()).isEqualTo(result.best());
    witness.confirm(result);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void anObjectiveThatInterruptsItsThreadHarmsNothing(int workers) {
    Result result =
        unlimited(
                x -> {
                  Thread.currentThread().interrupt();
                  return x[0];
                })
            .workers(workers)
            .budget(Budget.evaluations(500))
            .start()
            .await();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    witness.confirm(result);
  }

  @Test
  void anErrorIsToldWithTheResultEveryTime() {
    StackOverflowError error = new StackOverflowError();
    Running running =
        unlimited(
                x -> {
                  throw error;
                })
            .workers(2)
            .start();
    for (int times = 1; times <= 2; times++) {
      Throwable thrown = catchThrowable(running::await);
      assertThat(thrown).isInstanceOf(SearchFailedException.class).hasCause(error);
      Result result = ((SearchFailedException) thrown).result();
      assertThat(result.ending()).isEqualTo(Ending.FAILED);
    }
  }

  /** Errors the virtual machine makes have suppression disabled. */
  @Test
  void anErrorOfTheMachineLosesNoResult() {
    AtomicLong calls = new AtomicLong();
    Search search =
        unlimited(x -> calls.incrementAndGet() == 500 ? deeper(0) : Math.cos(20 * x[0]));
    Throwable thrown = catchThrowable(search.workers(1)::run);
    assertThat(thrown).isInstanceOf(SearchFailedException.class);
    assertThat(thrown.getCause()).isInstanceOf(StackOverflowError.class);
    Result result = ((SearchFailedException) thrown).result();
    assertThat(calls).hasValue(500);
    assertThat(result.best().value()).isNegative();
    witness.confirm(result);
  }

  private static double deeper(double depth) {
    return 1 + deeper(depth + 1) * 2;
  }

  @Test
  void anObjectiveCannotWaitForItsOwnSearch() {
    AtomicReference<Running> own = new AtomicReference<>();
    own.set(
        unlimited(
                x -> {
                  while (own.get() == null) {
                    Thread.onSpinWait();
                  }
                  own.get().await();
                  return 0;
                })
            .workers(2)
            .start());
    assertThat(catchThrowable(own.get()::await))
        .isInstanceOf(SearchFailedException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("await: called by a worker");
  }

  @Test
  @Timeout(60)
  void searchesInTheCommonPoolLeaveRoomForObjectivesThatUseIt() {
    long ended =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                seed ->
                    unlimited(x -> IntStream.range(0, 64).parallel().mapToDouble(i -> x[0]).sum())
                        .budget(Budget.evaluations(100))
                        .seed(seed)
                        .workers(2)
                        .run())
            .filter(result -> result.progress().evaluations() == 100)
            .count();
    assertThat(ended).isEqualTo(8);
  }

  @Test
  void theLastProgressIsToldOnceHoweverLongTheInterval() {
    for (Duration interval : List.of(Duration.ofNanos(1), Duration.ofSeconds(Long.MAX_VALUE))) {
      List<Progress> told = new CopyOnWriteArrayList<>();
      unlimited(x -> x[0]).budget(Budget.evaluations(200)).onProgress(interval, told::add).run();
      assertThat(told.stream().filter(progress -> progress.ending() != null)).hasSize(1);
      assertThat(told.get(told.size() - 1).ending()).isEqualTo(Ending.EVALUATIONS);
    }
  }

  @Test
  void progressDoesNotWaitForARestartStrategyThatDecides() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch decide = new CountDownLatch(1);
    RestartStrategy slow =
        dimension ->
            (outcome, view) -> {
              asked.countDown();
              passed(decide);
              return new Next.Fresh(1);
            };
    Running running = unlimited(x -> x[0] * x[0]).restart(slow).workers(1).start();
    asked.await();
    assertThat(running.progress().stalls()).isZero();
    running.cancel();
    decide.countDown();
    assertThat(running.await().ending()).isEqualTo(Ending.CANCELLED);
  }

  private static void passed(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @Test
  void progressNeverGoesBack() {
    Running running = unlimited(x -> Math.cos(20 * x[0])).workers(4).start();
    Progress before = running.progress();
    for (int k = 0; k < 2000; k++) {
      Progress now = running.progress();
      assertThat(now.valueEvaluations()).isGreaterThanOrEqualTo(before.valueEvaluations());
      assertThat(now.best()).isLessThanOrEqualTo(before.best());
      assertThat(now.live()).isNotNegative();
      before = now;
    }
    running.cancel();
    witness.confirm(running.await());
  }

  private Search unlimited(Objective objective) {
    return unlimited(objective, () -> {});
  }

  /** A search that does something at the beginning of each call, of whatever it calls. */
  private Search unlimited(Objective objective, Runnable called) {
    Problem problem = posed.pose(Problem.of(objective, Box.cube(-1, 1, 2)));
    Problem heard =
        problem.decorated(
            inner ->
                new Forwarding(inner) {
                  @Override
                  void called() {
                    called.run();
                  }
                });
    return Search.of(witness.watch(heard)).budget(Budget.unlimited());
  }
}
