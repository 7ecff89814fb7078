package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/**
 * A reproducible search keeps to its failure policy, and fails in the same way each time; under a
 * constraint it is the constraint that fails, too.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource
class ReproducibleFailureTest {

  private static final long CALLS = 3000;
  private final Posed posed;

  ReproducibleFailureTest(Posed posed) {
    this.posed = posed;
  }

  @ParameterizedTest
  @CsvSource({"1.4, 0", "1.4, 1", "1.4, 3", "0.9, 0", "0.9, 7", "0.9, 50"})
  void oneExceptionTooManyEndsItWithTheSameResult(double wall, long tolerated) {
    Search search = search(x -> throwing(x, wall)).failures(FailurePolicy.tolerate(tolerated));
    Result alone = failed(search.workers(1));
    assertThat(alone.ending()).isEqualTo(Ending.FAILED);
    assertThat(alone.faults(Fault.Kind.EXCEPTION)).isGreaterThan(tolerated);
    for (int workers = 2; workers <= 4; workers++) {
      Result together = failed(search.workers(workers));
      assertThat(together.best()).isEqualTo(alone.best());
      assertThat(together.faultCounts()).isEqualTo(alone.faultCounts());
      assertThat(together.progress())
          .usingRecursiveComparison()
          .ignoringFields("elapsed", "rates")
          .isEqualTo(alone.progress());
      assertThat(together.optima()).isEqualTo(alone.optima());
      assertThat(Witness.threads()).isEmpty();
    }
  }

  @Test
  void toleratedExceptionsAreCounted() {
    Search search = search(x -> throwing(x, 0.9)).failures(FailurePolicy.tolerate(Long.MAX_VALUE));
    Result alone = search.workers(1).run();
    assertThat(alone.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(alone.progress().evaluations()).isEqualTo(CALLS);
    assertThat(alone.faults(Fault.Kind.EXCEPTION)).isPositive();
    Witness.confirmConservation(alone);
    Result together = search.workers(3).run();
    assertThat(together.faultCounts()).isEqualTo(alone.faultCounts());
    assertThat(together.best()).isEqualTo(alone.best());
    assertThat(together.optima()).isEqualTo(alone.optima());
    Witness.confirmConservation(together);
  }

  @Test
  void anErrorEndsItWhateverIsTolerated() {
    Search search =
        search(
                x -> {
                  if (x[0] > 1) {
                    throw new StackOverflowError("deep");
                  }
                  return bowl(x);
                })
            .failures(FailurePolicy.tolerate(Long.MAX_VALUE));
    assertThatThrownBy(search.workers(2)::run)
        .isInstanceOf(SearchFailedException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aHangingCallIsLetGo(int workers) {
    AtomicBoolean hung = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    Result result =
        search(
                x -> {
                  if (hung.compareAndSet(false, true)) {
                    await(never);
                  }
                  return bowl(x);
                })
            .workers(workers)
            .failures(
                FailurePolicy.stop().callTimeout(Duration.ofMillis(30)).replaceTimedOutWorkers())
            .run();
    never.countDown();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.faults(Fault.Kind.TIMEOUT)).isPositive();
    assertThat(result.progress().evaluations()).isEqualTo(CALLS);
    Witness.confirmConservation(result);
  }

  private static Result failed(Search search) {
    SearchFailedException failure = catchThrowableOfType(SearchFailedException.class, search::run);
    assertThat(failure).hasMessageStartingWith("the objective failed: exception");
    assertThat(failure).hasCauseInstanceOf(ArithmeticException.class);
    return failure.result();
  }

  private Search search(Objective objective) {
    return Search.of(posed.pose(Problem.of(objective, Box.cube(-2, 1.5, 2)), failing(objective)))
        .seed(3)
        .reproducible()
        .budget(Budget.evaluations(CALLS));
  }

  /** Has the constraint fail where the objective does. */
  private static Posed.Spoiler failing(Objective objective) {
    return new Posed.Spoiler() {
      @Override
      public double constraint(double[] x) {
        return 0 * objective.value(x);
      }

      @Override
      public double derivative(double[] x) {
        return 0;
      }
    };
  }

  private static double throwing(double[] x, double wall) {
    if (x[0] > wall) {
      throw new ArithmeticException("beyond the wall");
    }
    return bowl(x);
  }

  private static double bowl(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi - Math.cos(5 * xi);
    }
    return sum;
  }

  private static void await(CountDownLatch latch) {
    boolean over = false;
    while (!over) {
      try {
        latch.await();
        over = true;
      } catch (InterruptedException early) {
        Thread.onSpinWait();
      }
    }
  }
}
