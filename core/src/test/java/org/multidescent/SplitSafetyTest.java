package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** Shared evaluations together with failures, hangs and checkpoints. */
final class SplitSafetyTest {

  private static final long CALLS = 5000;

  @TempDir Path directory;

  @Test
  void toleratedExceptionIsCountedOnceWhoeverMadeTheCall() {
    AtomicLong made = new AtomicLong();
    AtomicLong thrown = new AtomicLong();
    Problem problem =
        problem(
            made,
            call -> {
              if (call % 50 == 7) {
                thrown.incrementAndGet();
                throw new IllegalStateException("call " + call);
              }
            });

    Result result = shared(problem).failures(FailurePolicy.tolerate(CALLS)).budget(budget()).run();

    assertThat(result.faults(Fault.Kind.EXCEPTION)).isEqualTo(thrown.get()).isPositive();
    confirmCalls(result, made);
  }

  /** Three calls never return, one of them in a row with another; all others are made and count. */
  @Test
  void hangsOfCallsAreSurvivedWhoeverMadeThem() {
    AtomicLong made = new AtomicLong();
    CountDownLatch never = new CountDownLatch(1);
    Set<Thread> hanging = ConcurrentHashMap.newKeySet();
    Set<Thread> others = ConcurrentHashMap.newKeySet();
    Problem problem =
        problem(
            made,
            call -> {
              if (call == 60 || call == 61 || call == 200) {
                hanging.add(Thread.currentThread());
                await(never);
              } else if (call > 200) {
                others.add(Thread.currentThread());
              }
            });
    FailurePolicy policy =
        FailurePolicy.stop().callTimeout(Duration.ofMillis(200)).replaceTimedOutWorkers();

    Result result = shared(problem).failures(policy).budget(budget()).run();

    assertThat(hanging).hasSize(3).allMatch(Thread::isAlive).doesNotContainAnyElementsOf(others);
    assertThat(result.faults(Fault.Kind.TIMEOUT)).isGreaterThanOrEqualTo(3);
    assertThat(result.faults()).isEqualTo(result.faults(Fault.Kind.TIMEOUT));
    assertThat(result.progress().timedOut()).isZero();
    confirmCalls(result, made);
    never.countDown();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void checkpointsAreKeptWhileOthersHelp(int workers) {
    AtomicLong made = new AtomicLong();
    Path file = directory.resolve("search.checkpoint");
    Search search = shared(problem(made, call -> {})).workers(workers);

    Result first =
        search.budget(Budget.evaluations(60_000)).checkpoint(file, Duration.ofMillis(2)).run();
    assertThat(first.progress().valueEvaluations()).isEqualTo(60_000);
    assertThat(made).hasValue(60_000);

    Result second =
        Search.resume(file, problem(new AtomicLong(), call -> {}))
            .withoutCheckpoints()
            .workers(workers)
            .shareEvaluations(true)
            .budget(Budget.evaluations(70_000))
            .run();
    assertThat(second.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(second.progress().valueEvaluations()).isEqualTo(70_000);
    Witness.confirmConservation(second);
  }

  private static void confirmCalls(Result result, AtomicLong made) {
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().valueEvaluations()).isEqualTo(CALLS);
    assertThat(made).hasValue(CALLS);
    Witness.confirmConservation(result);
  }

  private static Budget budget() {
    return Budget.evaluations(CALLS);
  }

  private static Search shared(Problem problem) {
    return Search.of(problem).initialStarts(1).seed(3).workers(3).shareEvaluations(true);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException letGo) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Mishap {
    void at(long call);
  }

  private static Problem problem(AtomicLong calls, Mishap mishap) {
    return Problem.of(
        x -> {
          mishap.at(calls.incrementAndGet());
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            sum += (i + 1) * x[i] * x[i];
          }
          return sum;
        },
        Box.cube(-2, 3, 9));
  }
}
