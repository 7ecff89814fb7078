package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/** Workers of a reproducible search that have no task make evaluations of others' tasks. */
@Timeout(60)
final class SharedInOrderTest {

  private static final Box BOX = Box.cube(-2, 3, 9);

  private static double bowl(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (i + 1) * x[i] * x[i] + Math.cos(7 * x[i]);
    }
    return sum;
  }

  /** With one lane there is one task at a time; so whoever else evaluates does it for that task. */
  @Test
  void oneLaneKeepsManyWorkersBusy() {
    CountDownLatch others = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Problem problem =
        Problem.of(
            x -> {
              if (threads.add(Thread.currentThread())) {
                others.countDown();
              }
              Thread.yield();
              return bowl(x);
            },
            BOX);
    Running running =
        Search.of(problem)
            .reproducible(1)
            .workers(4)
            .shareEvaluations(true)
            .budget(Budget.unlimited())
            .start();
    await(others);
    running.cancel();
    assertThat(running.await().ending()).isEqualTo(Ending.CANCELLED);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody else evaluates");
      }
    } catch (InterruptedException early) {
      throw new IllegalStateException(early);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void noBitOfTheResultDiffers(int lanes) {
    for (long budget : new long[] {1, 2, 30, 31, 77, 400, 3_000}) {
      String digest = null;
      for (int workers : new int[] {1, 2, 5, 16}) {
        AtomicLong calls = new AtomicLong();
        Result result =
            search(calls, lanes).workers(workers).budget(Budget.evaluations(budget)).run();
        assertThat(calls).hasValue(budget);
        assertThat(result.progress().evaluations()).isEqualTo(budget);
        digest = digest == null ? ResultDigest.of(result) : digest;
        assertThat(ResultDigest.of(result)).as("%d workers", workers).isEqualTo(digest);
      }
    }
  }

  private static Search search(AtomicLong calls, int lanes) {
    Problem problem =
        Problem.of(
            x -> {
              calls.incrementAndGet();
              if (x[0] > 1.5 && x[1] > 1) {
                throw new IllegalStateException("no value at " + x[0]);
              }
              return x[2] > 2.5 ? Double.NaN : bowl(x);
            },
            BOX);
    return Search.of(problem)
        .seed(7)
        .failures(FailurePolicy.tolerate(Long.MAX_VALUE))
        .reproducible(lanes)
        .shareEvaluations(true);
  }

  @Test
  void namedSamplesAreTheSameWhoeverMakesThem() {
    Problem problem =
        Problems.stochastic((x, sample) -> bowl(x) + 1e-3 * (sample % 1_000) / 1e3, BOX);
    Search search =
        Search.of(problem).reproducible(2).shareEvaluations(true).budget(Budget.evaluations(5_000));
    assertThat(ResultDigest.of(search.workers(6).run()))
        .isEqualTo(ResultDigest.of(search.workers(1).run()));
  }

  @Test
  void residualsAreSharedToo() {
    Problem problem = TestProblems.moreGarbowHillstrom().get(3).problem();
    Search search =
        Search.of(problem).reproducible(2).shareEvaluations(true).budget(Budget.evaluations(3_000));
    assertThat(ResultDigest.of(search.workers(6).run()))
        .isEqualTo(ResultDigest.of(search.workers(1).run()));
  }

  @Test
  void theTargetEndsTheSearchWhereOneWorkerReachesIt() {
    Search search =
        Search.of(TestProblems.rosenbrock(6).problem().withoutGradient())
            .reproducible(2)
            .shareEvaluations(true)
            .budget(Budget.target(1e-6).or(Budget.evaluations(50_000)));
    Result alone = search.workers(1).run();
    assertThat(alone.ending()).isEqualTo(Ending.TARGET);
    assertThat(ResultDigest.of(search.workers(8).run())).isEqualTo(ResultDigest.of(alone));
  }

  @Test
  void aFailureTooManyEndsItThereToo() {
    Search search =
        search(new AtomicLong(), 2)
            .failures(FailurePolicy.tolerate(20))
            .budget(Budget.evaluations(50_000));
    String alone = failed(search.workers(1));
    assertThat(failed(search.workers(6))).isEqualTo(alone);
  }

  private static String failed(Search search) {
    try {
      return ResultDigest.of(search.run());
    } catch (SearchFailedException failed) {
      return failed.getMessage() + ResultDigest.of(failed.result());
    }
  }

  @Test
  void whatIsUnavailableEndsTheSearchUncounted() {
    AtomicLong calls = new AtomicLong();
    Problem problem =
        Problem.of(
            x -> {
              if (calls.incrementAndGet() > 500) {
                throw new EvaluationUnavailableException("the service is gone");
              }
              return bowl(x);
            },
            BOX);
    Search search = Search.of(problem).reproducible(1).workers(6).shareEvaluations(true);
    assertThatThrownBy(search::run)
        .isInstanceOfSatisfying(
            SearchFailedException.class,
            failed -> assertThat(failed.result().progress().evaluations()).isLessThanOrEqualTo(500))
        .hasMessageContaining("the service is gone");
  }

  @Test
  void aCancelledSearchCountsAllThatWasMade() {
    for (int k = 0; k < 20; k++) {
      AtomicLong calls = new AtomicLong();
      CountDownLatch made = new CountDownLatch(300 + k);
      Problem problem =
          Problem.of(
              x -> {
                calls.incrementAndGet();
                made.countDown();
                return bowl(x);
              },
              BOX);
      Running running =
          Search.of(problem).reproducible(1).workers(4).shareEvaluations(true).start();
      await(made);
      running.cancel();
      assertThat(running.await().progress().evaluations()).isEqualTo(calls.get());
    }
  }
}
