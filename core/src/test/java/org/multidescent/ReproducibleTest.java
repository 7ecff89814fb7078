package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.testproblem.TestProblems;

@Timeout(60)
class ReproducibleTest {

  private static final List<Integer> WORKERS = List.of(1, 2, 3, 8, 64);

  static IntStream trials() {
    return Trials.numbers();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void isTheSameOnAnyNumberOfWorkers(int number) {
    for (int seed = 0; seed < 3; seed++) {
      String digest = null;
      for (int workers : WORKERS) {
        AtomicLong calls = new AtomicLong();
        Problem problem = Trials.problem(number, calls);
        Search search = Trials.search(number, seed, problem).reproducible(1 + number % 17);
        Result result = search.workers(workers).run();
        assertThat(calls.get()).isLessThanOrEqualTo(Trials.MOST_CALLS);
        assertThat(calls.get()).isGreaterThanOrEqualTo(result.progress().evaluations());
        assertConserved(result);
        digest = digest == null ? ResultDigest.of(result) : digest;
        assertThat(ResultDigest.of(result)).as("%d workers", workers).isEqualTo(digest);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trials")
  void isTheFreeRunningSearchOfOneWorkerWithOneLane(int number) {
    Search search = Trials.search(number, 5, Trials.problem(number, new AtomicLong()));
    assertThat(ResultDigest.of(search.reproducible(1).workers(3).run()))
        .isEqualTo(ResultDigest.of(search.workers(1).run()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 11, 12, 13, 14, 29, 100, 3_333})
  void makesExactlyTheCallsItMay(long evaluations) {
    for (int lanes : List.of(1, 4, 16)) {
      AtomicLong calls = new AtomicLong();
      Search search =
          Search.of(Trials.problem(2, calls))
              .budget(Budget.evaluations(evaluations))
              .reproducible(lanes)
              .workers(3);
      Result result = search.run();
      assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(result.progress().evaluations()).isEqualTo(evaluations).isEqualTo(calls.get());
      assertConserved(result);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 60, 1_025})
  void takesExactlyTheStepsAndStallsItMay(int count) {
    Search search =
        Search.of(TestProblems.rastrigin(3).problem()).initialStarts(20).workers(3).reproducible(5);
    Result steps = search.budget(Budget.steps(count)).run();
    assertThat(steps.ending()).isEqualTo(Ending.STEPS);
    assertThat(steps.progress().steps()).isEqualTo(count);
    assertConserved(steps);
    Result stalls = search.budget(Budget.stalls(count)).run();
    assertThat(stalls.ending()).isEqualTo(Ending.STALLS);
    assertThat(stalls.progress().stalls()).isEqualTo(count);
    assertConserved(stalls);
  }

  @Test
  void endsAtTheFirstInitialStartThatReachesTheTarget() {
    Problem problem = Problem.of(x -> x[0] < 0.25 ? -1 : 1, Box.cube(0, 1, 1));
    Search search =
        Search.of(problem).initialStarts(5_000).seed(3).budget(Budget.target(0)).reproducible();
    Result one = search.workers(1).run();
    Result many = search.workers(8).run();
    assertThat(one.ending()).isEqualTo(Ending.TARGET);
    assertThat(one.progress().valueEvaluations())
        .isEqualTo(one.progress().starts())
        .isLessThan(100);
    assertThat(ResultDigest.of(many)).isEqualTo(ResultDigest.of(one));
    assertConserved(one);
  }

  @Test
  void failsAtTheSameCall() {
    Problem problem =
        Problem.of(
            x -> {
              if (x[0] < 0.02) {
                throw new IllegalStateException("at " + x[0]);
              }
              return Math.sin(50 * x[0]) + x[0];
            },
            Box.cube(0, 1, 1));
    Search search =
        Search.of(problem)
            .initialStarts(4)
            .seed(1)
            .budget(Budget.evaluations(50_000))
            .reproducible(6);
    Result one = failure(search.workers(1));
    assertThat(one.ending()).isEqualTo(Ending.FAILED);
    assertThat(one.progress().evaluations()).isGreaterThan(4);
    for (int workers : WORKERS) {
      assertThat(ResultDigest.of(failure(search.workers(workers)))).isEqualTo(ResultDigest.of(one));
    }
  }

  @Test
  void endsWhenNoPointIsLeft() {
    Search search =
        Search.of(TestProblems.ackley(2).problem())
            .restart(RestartStrategy.none())
            .budget(Budget.unlimited())
            .reproducible(16);
    Result result = search.workers(3).run();
    assertThat(result.ending()).isEqualTo(Ending.EXHAUSTED);
    assertThat(result.progress().stalls()).isEqualTo(16);
    assertThat(result.waiting()).isZero();
  }

  @Test
  void copesWithStepsOfVeryManyCalls() {
    Descent greedy = new Descent(new Greedy(), StallRule.standard(), Differences.adaptive());
    for (long evaluations : List.of(20_000L, 9_999L)) {
      String digest = null;
      for (int workers : List.of(1, 3)) {
        AtomicLong calls = new AtomicLong();
        Result result =
            Search.of(Trials.problem(2, calls))
                .descent(greedy)
                .budget(Budget.evaluations(evaluations))
                .reproducible(4)
                .workers(workers)
                .run();
        assertThat(result.progress().evaluations()).isEqualTo(evaluations).isEqualTo(calls.get());
        assertThat(result.progress().steps()).isGreaterThan(5);
        digest = digest == null ? ResultDigest.of(result) : digest;
        assertThat(ResultDigest.of(result)).isEqualTo(digest);
      }
    }
  }

  @Test
  void endsAtOnceWhenCancelledAndTellsAllThatWasDone() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(5_000);
    AtomicInteger calls = new AtomicInteger();
    Problem problem =
        Problem.of(
            x -> {
              begun.countDown();
              calls.incrementAndGet();
              return Math.sin(50 * x[0]) + x[0] * x[0];
            },
            Box.cube(-1, 1, 1));
    Running running =
        Search.of(problem).budget(Budget.unlimited()).workers(3).reproducible().start();
    begun.await();
    assertThat(running.progress().evaluations()).isPositive();
    running.cancel();
    Result result = running.await();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.progress().evaluations()).isEqualTo(calls.get());
    assertConserved(result);
  }

  @Test
  void refusesWhatCannotBeReproduced() {
    Search search = Search.of(TestProblems.ackley(2).problem()).reproducible();
    assertThatThrownBy(search.budget(Budget.time(Duration.ofSeconds(3)))::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a time of PT3S")
        .hasMessageContaining("no limit of time in a reproducible search");
    assertThatThrownBy(search.relaxedFrontier()::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frontier: relaxed");
    assertThatThrownBy(() -> search.reproducible(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lanes: 0 (expected: 1 to 1024)");
  }

  private static Result failure(Search search) {
    try {
      search.run();
    } catch (SearchFailedException failed) {
      return failed.result();
    }
    throw new AssertionError("the search did not fail");
  }

  private static void assertConserved(Result result) {
    assertThat(result.waiting())
        .isEqualTo(
            result.progress().starts()
                + result.progress().perturbations()
                - result.progress().stalls())
        .isEqualTo(result.progress().live());
  }

  /** Looks at very many positions before it takes a step. */
  private static final class Greedy implements StepRule {

    @Override
    public int memory(int dimension) {
      return 0;
    }

    @Override
    public @Nullable Stall step(Point point, Oracle oracle) {
      double[] trial = oracle.workspace().trial();
      double[] best = point.position().clone();
      double value = point.value();
      for (int k = 1; k <= 700; k++) {
        for (int i = 0; i < trial.length; i++) {
          trial[i] =
              oracle.coordinates().clamp(i, point.position()[i] + 0.1 * Math.cos(k * (i + 1)));
        }
        double there = oracle.value(trial);
        if (there < value) {
          value = there;
          System.arraycopy(trial, 0, best, 0, best.length);
        }
      }
      if (value == point.value()) {
        return Stall.STEP;
      }
      point.moveTo(best, value);
      return null;
    }
  }
}
