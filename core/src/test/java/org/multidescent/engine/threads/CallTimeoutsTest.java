package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.engine.budget.CallTimeout;
import org.multidescent.engine.budget.Termination;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;

class CallTimeoutsTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private final Termination termination = new Termination();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  private Problem slow() {
    return Problem.of(
        x -> {
          inside.countDown();
          try {
            release.await();
          } catch (InterruptedException early) {
            throw new IllegalStateException(early);
          }
          return x[0];
        },
        Box.cube(0, 1, 1));
  }

  @Test
  void withoutALimitTheProblemIsLeftAlone() {
    CallTimeouts none = new CallTimeouts(FailurePolicy.stop(), termination, "call-");
    Problem problem = slow();
    assertThat(none.guard(problem)).isSameAs(problem);
    assertThat(none.periodNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"PT1S, 20000000", "PT0.08S, 10000000", "PT0.0001S, 100000"})
  void looksAreAnEighthOfTheLimitApartWithinBounds(Duration limit, long nanos) {
    FailurePolicy policy = FailurePolicy.stop().callTimeout(limit);
    assertThat(new CallTimeouts(policy, termination, "call-").periodNanos()).isEqualTo(nanos);
  }

  /**
   * One that hangs is counted; it is abandoned only when another worker takes over, or at the end.
   */
  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "false, false"})
  void callsThatHangAreCounted(boolean replaced, boolean ended) throws InterruptedException {
    FailurePolicy limited = FailurePolicy.stop().callTimeout(LIMIT);
    FailurePolicy policy = replaced ? limited.replaceTimedOutWorkers() : limited;
    CallTimeouts timeouts = new CallTimeouts(policy, termination, "call-");
    TimeLimitedEvaluator evaluator = (TimeLimitedEvaluator) timeouts.guard(slow()).evaluator();
    Throwable[] thrown = new Throwable[1];
    Thread worker =
        new Thread(
            () -> {
              try {
                evaluator.value(new double[1]);
              } catch (Throwable failure) {
                thrown[0] = failure;
              }
            });
    worker.start();
    inside.await();
    timeouts.look(0);
    assertThat(timeouts.hanging()).isZero();
    if (ended) {
      termination.end(Ending.CANCELLED);
    }
    timeouts.look(LIMIT.toNanos());
    assertThat(timeouts.hanging()).isOne();
    if (!replaced && !ended) {
      release.countDown();
    }
    worker.join();
    assertThat(thrown[0] != null).isEqualTo(replaced || ended);
    release.countDown();
    timeouts.close();
    assertThat(timeouts.join()).isFalse();
  }

  /** Each look lets one more call go that never returns, until they are too many. */
  @Test
  @Timeout(60)
  void tooManyCallsThatHangEndTheSearch() throws InterruptedException {
    FailurePolicy policy = FailurePolicy.stop().callTimeout(LIMIT).replaceTimedOutWorkers();
    CallTimeouts timeouts = new CallTimeouts(policy, termination, "call-");
    Evaluator evaluator = timeouts.guard(slow()).evaluator();
    Thread worker =
        new Thread(
            () -> {
              while (!termination.isEnded()) {
                try {
                  evaluator.value(new double[1]);
                } catch (CallTimeout abandoned) {
                  Thread.onSpinWait();
                }
              }
            });
    worker.start();
    for (long now = 0; !termination.isEnded(); now += LIMIT.toNanos()) {
      Thread.yield();
      timeouts.look(now);
    }
    assertThat(termination.ending()).isEqualTo(Ending.FAILED);
    assertThat(termination.message())
        .isEqualTo("the objective failed: 257 calls hang (expected: at most 256)");
    release.countDown();
    worker.join();
    timeouts.close();
  }
}
