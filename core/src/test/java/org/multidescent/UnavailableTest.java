package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/**
 * Evaluations that cannot be made are no failures of the objective; ended searches wait for none.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource
class UnavailableTest {

  private static final Budget BUDGET = Budget.evaluations(2000);

  private final Posed posed;
  @TempDir private Path folder;

  UnavailableTest(Posed posed) {
    this.posed = posed;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 3", "8, 1", "8, 3"})
  void endsTheSearchUncountedAndTheSearchGoesOn(int lanes, int workers) {
    Path file = folder.resolve("checkpoint");
    AtomicLong made = new AtomicLong();
    Problem whole = rosenbrock(made, Long.MAX_VALUE);
    Search search = Search.of(rosenbrock(made, 700)).workers(workers);
    search = lanes == 0 ? search : search.reproducible(lanes);
    SearchFailedException failed =
        catchThrowableOfType(
            SearchFailedException.class,
            search
                    .budget(BUDGET)
                    .failures(FailurePolicy.tolerate(1_000_000))
                    .checkpoint(file, Duration.ofHours(1))
                ::run);
    assertThat(failed)
        .hasMessageContaining("not available: the service is gone")
        .hasCauseInstanceOf(EvaluationUnavailableException.class);
    Result first = failed.result();
    assertThat(first.ending()).isEqualTo(Ending.FAILED);
    assertThat(first.faults()).isZero();
    assertThat(first.progress().evaluations()).isEqualTo(700);
    Result resumed = Search.resume(file, whole).withoutCheckpoints().workers(workers).run();
    assertThat(resumed.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(resumed.progress().evaluations()).isEqualTo(2000);
    if (lanes > 0 || workers == 1) {
      Search never = Search.of(whole).workers(workers).budget(BUDGET);
      Result undisturbed = (lanes == 0 ? never : never.reproducible(lanes)).run();
      assertThat(resumed.best()).isEqualTo(undisturbed.best());
      assertThat(resumed.optima()).isEqualTo(undisturbed.optima());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptibleCallDoesNotHoldUpTheEnd(boolean limited) throws InterruptedException {
    CountDownLatch under = new CountDownLatch(2);
    Problem endless =
        rosenbrock()
            .decorated(
                inner ->
                    new Forwarding(inner) {
                      @Override
                      void called() {
                        under.countDown();
                        try {
                          new CountDownLatch(1).await();
                        } catch (InterruptedException early) {
                          throw new IllegalStateException("interrupted", early);
                        }
                      }
                    })
            .interruptible();
    Search search = Search.of(endless).workers(2);
    if (limited) {
      search = search.failures(FailurePolicy.stop().callTimeout(Duration.ofHours(1)));
    }
    Running running = search.start();
    under.await();
    running.cancel();
    Result result = running.await();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.progress().evaluations()).isZero();
    assertThat(result.faults()).isZero();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(Witness.threads()).isEmpty();
  }

  @Test
  void otherEvaluatorsBuildNoneOfTheProblemsOwn() {
    Problem local =
        Problems.perWorker(
            () -> {
              throw new IllegalStateException("not here");
            },
            TestProblems.rosenbrock(4).problem().startBox());
    Problem elsewhere = posed.pose(TestProblems.rosenbrock(4).problem().withoutGradient());
    Problem there = posed.pose(local).evaluatedBy(elsewhere::evaluator).inBatches();
    Result result = Search.of(there).workers(2).budget(BUDGET).run();
    assertThat(result.progress().evaluations()).isEqualTo(2000);
    assertThat(there.isBatch()).isTrue();
  }

  private Problem rosenbrock(AtomicLong made, long until) {
    return rosenbrock()
        .decorated(
            inner ->
                new Forwarding(inner) {
                  @Override
                  void called() {
                    if (made.incrementAndGet() > until) {
                      throw new EvaluationUnavailableException("the service is gone");
                    }
                  }
                });
  }

  private Problem rosenbrock() {
    return posed.pose(TestProblems.rosenbrock(5).problem().withoutGradient());
  }
}
