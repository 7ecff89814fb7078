package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.learning.Decay;
import org.multidescent.learning.SampledSteps;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/** Searches along the gradients of samples. */
final class SampledSearchTest {

  private static final Samples DATA = new Samples(1);
  private static final Problem PROBLEM = DATA.problem();

  private static Descent descent(StepRule steps) {
    return new Descent(steps, StallRule.standard(), Differences.adaptive());
  }

  static List<SampledSteps> rules() {
    return List.of(
        SampledSteps.adaptive(),
        SampledSteps.adam(0.02).decay(Decay.linear(1500)),
        SampledSteps.adam(0.02, 0.8, 0.99).decay(Decay.cosine(1500)),
        SampledSteps.amsgrad(0.02).decay(Decay.squareRoot(100)),
        SampledSteps.momentum(0.05, 0.9).lastIterate().decay(Decay.linear(1500)),
        SampledSteps.nesterov(0.05, 0.9));
  }

  /** Gradients that grow by hundreds of decades end a block, not as positions that are none. */
  @ParameterizedTest
  @MethodSource("rules")
  void positionsAreNumbersWhateverTheGradients(SampledSteps rule) {
    Box box = Box.cube(-1, 1, 2);
    AtomicLong asked = new AtomicLong();
    Problem wild =
        Problems.sampled(
            (x, sample, gradient) -> {
              double scale = Math.scalb(1.0, (int) (asked.getAndIncrement() % 5) * 500 - 1000);
              gradient[0] = x[0] * scale;
              gradient[1] = -scale;
            },
            x -> x[0] * x[0] + x[1],
            box);
    Result result =
        Search.of(wild.decorated(inner -> new PositionCheck(inner, box, () -> {})))
            .descent(descent(rule))
            .workers(1)
            .budget(Budget.evaluations(2_000))
            .run();
    assertThat(result.faultCounts()).isEmpty();
    assertThat(result.progress().evaluations()).isEqualTo(2_000);
  }

  /** As low as Adam with the best of many rates, for a fifth more evaluations. */
  @ParameterizedTest
  @ValueSource(ints = {500, 2000})
  void defaultsReachHandTunedAdam(int gradients) {
    for (int data = 1; data <= 3; data++) {
      Samples samples = new Samples(data);
      double tuned =
          DoubleStream.of(1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001)
              .map(rate -> samples.adam(rate, gradients, 7))
              .min()
              .orElseThrow();
      Result result =
          Search.of(samples.problem())
              .workers(1)
              .seed(data)
              .budget(Budget.evaluations(gradients * 6L / 5))
              .run();
      assertThat(result.best().value()).isLessThanOrEqualTo(tuned);
      assertThat(samples.loss(result.best().x())).isEqualTo(result.best().value());
      assertThat(result.progress().evaluations()).isEqualTo(gradients * 6L / 5);
      assertThat(result.progress().gradientEvaluations()).isGreaterThan(gradients);
      assertThat(result.isNoisy()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void eachRuleLearns(SampledSteps rule) {
    Result result =
        Search.of(PROBLEM).descent(descent(rule)).budget(Budget.evaluations(2000)).run();
    assertThat(result.best().value()).isLessThan(0.38);
    assertThat(result.progress().evaluations()).isLessThanOrEqualTo(2000);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theSameOnAnyNumberOfWorkers(SampledSteps rule) {
    for (int lanes : new int[] {1, 3, 8}) {
      Search search =
          Search.of(PROBLEM)
              .seed(3)
              .descent(descent(rule))
              .initialStarts(13)
              .budget(Budget.evaluations(1500))
              .reproducible(lanes);
      String alone = ResultDigest.of(search.workers(1).run());
      for (int workers = 2; workers <= 4; workers++) {
        assertThat(ResultDigest.of(search.workers(workers).run())).isEqualTo(alone);
      }
      assertThat(ResultDigest.of(search.seed(4).workers(1).run())).isNotEqualTo(alone);
    }
  }

  /** One worker, one lane and a slice of one step are the same search. */
  @Test
  void oneLaneIsOneWorker() {
    Search search = Search.of(PROBLEM).seed(5).workers(1).budget(Budget.evaluations(1800));
    Result free = search.run();
    assertThat(search.reproducible(1).run().best().x()).isEqualTo(free.best().x());
    assertThat(search.exactFrontier().run().best().x()).isEqualTo(free.best().x());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void goesOnFromACheckpoint(int lanes, @TempDir Path directory) {
    Budget budget = Budget.evaluations(3000);
    Search search = Search.of(PROBLEM).seed(5).initialStarts(18).budget(budget).reproducible(lanes);
    String whole = ResultDigest.of(search.workers(2).run());
    Path file = directory.resolve("samples");
    for (int calls = 5; calls < 3000; calls = calls * 3 / 2 + 1) {
      long stop = calls;
      AtomicLong made = new AtomicLong();
      List<Running> running = Collections.synchronizedList(new ArrayList<>());
      Problem watched =
          Problems.sampled(
              (x, sample, gradient) -> {
                DATA.gradient(x, sample, gradient);
                if (made.incrementAndGet() >= stop && !running.isEmpty()) {
                  running.get(0).cancel();
                }
              },
              DATA::loss,
              PROBLEM.startBox());
      running.add(
          Search.of(watched)
              .seed(5)
              .initialStarts(18)
              .budget(budget)
              .reproducible(lanes)
              .workers(2)
              .checkpoint(file, Duration.ofMinutes(1))
              .start());
      running.get(0).await();
      Result resumed = Search.resume(file, PROBLEM).withoutCheckpoints().workers(3).run();
      assertThat(ResultDigest.of(resumed)).as("stopped after %d", stop).isEqualTo(whole);
    }
  }

  @Test
  void freeSearchesGoOnFromACheckpoint(@TempDir Path directory) {
    Path file = directory.resolve("samples");
    Search search =
        Search.of(PROBLEM).workers(3).initialStarts(18).checkpoint(file, Duration.ofMinutes(1));
    Result half = search.budget(Budget.evaluations(300)).run();
    Result whole = Search.resume(file, PROBLEM).workers(2).more(Budget.evaluations(2000)).run();
    assertThat(half.progress().evaluations()).isEqualTo(300);
    assertThat(whole.progress().evaluations()).isBetween(2200L, 2300L);
    assertThat(whole.best().value()).isLessThan(half.best().value()).isLessThan(0.366);
  }

  @Test
  void descentsAreReplayed() {
    Search search = Search.of(PROBLEM).seed(8).workers(2).budget(Budget.evaluations(20_000));
    Result result = search.run();
    assertThat(result.optima()).isNotEmpty();
    for (Optimum optimum : result.optima()) {
      Replay replay = search.replay(optimum);
      assertThat(replay.path().get(replay.path().size() - 1).x()).isEqualTo(optimum.x());
      assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
    }
  }

  /** Six rates from one start: most are outrun, and what they are given is but a small part. */
  @Test
  void mostDescentsAreOutrun() {
    for (int workers = 1; workers <= 4; workers++) {
      Result result =
          Search.of(PROBLEM)
              .workers(workers)
              .initialStarts(30)
              .budget(Budget.evaluations(4000))
              .run();
      assertThat(result.progress().starts()).isEqualTo(30);
      assertThat(result.progress().stalls()).isBetween(25L, 29L);
      assertThat(result.progress().live()).isEqualTo(30 - result.progress().stalls());
      assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    }
  }

  @Test
  void freshStartsFollowWhereAllHaveEnded() {
    Result result =
        Search.of(
                Problems.sampled(
                    (x, sample, gradient) -> gradient[0] = 2 * x[0],
                    x -> x[0] * x[0],
                    Box.cube(-1, 3, 1)))
            .workers(2)
            .budget(Budget.evaluations(20_000))
            .run();
    assertThat(result.progress().evaluations()).isEqualTo(20_000);
    assertThat(result.progress().starts()).isGreaterThan(12);
    assertThat(result.best().value()).isLessThan(1e-6);
  }

  @Test
  void gradientsWithoutNumbersAreSkipped() {
    AtomicLong asked = new AtomicLong();
    Result result =
        Search.of(
                Problems.sampled(
                    (x, sample, gradient) -> {
                      DATA.gradient(x, sample, gradient);
                      if (asked.incrementAndGet() % 97 == 0) {
                        gradient[3] = Double.NaN;
                      }
                    },
                    DATA::loss,
                    PROBLEM.startBox()))
            .workers(1)
            .budget(Budget.evaluations(3000))
            .run();
    assertThat(result.best().value()).isLessThan(0.37);
    assertThat(result.faults(Fault.Kind.GRADIENT)).isEqualTo(asked.get() / 97);
  }

  @Test
  void gradientsThatAreNeverFiniteEndDescents() {
    Result result =
        Search.of(Problems.sampled((x, sample, gradient) -> {}, x -> x[0], Box.cube(0, 1, 2)))
            .budget(Budget.evaluations(500))
            .run();
    assertThat(result.progress().evaluations()).isEqualTo(500);
    assertThat(result.faults(Fault.Kind.GRADIENT)).isPositive();
  }

  @Test
  void exceptionsFollowThePolicy() {
    Problem failing =
        Problems.sampled(
            (x, sample, gradient) -> {
              if (Math.floorMod(sample, 50) == 0) {
                throw new IllegalStateException("no data");
              }
              DATA.gradient(x, sample, gradient);
            },
            DATA::loss,
            PROBLEM.startBox());
    Search search = Search.of(failing).budget(Budget.evaluations(2000));
    assertThatThrownBy(search::run)
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseMessage("no data");
    Result result = search.failures(FailurePolicy.tolerate(1000)).run();
    assertThat(result.best().value()).isLessThan(0.4);
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isPositive();
  }

  @Test
  void refusesWhatItIsNotFor() {
    Problem plain = Problem.of(x -> x[0], Box.cube(0, 1, 1));
    assertThatThrownBy(() -> Search.of(plain).descent(descent(SampledSteps.adaptive())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "descent: steps along sampled gradients (expected: a problem of Problems.sampled)");
    assertThatThrownBy(PROBLEM::noisy)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("problem: has sampled gradients (expected: none, of a noisy objective)");
    Search search = Search.of(PROBLEM).budget(Budget.evaluations(200));
    Result result = search.run();
    assertThatThrownBy(() -> search.finish(result, 1, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("result: of sampled gradients");
    assertThat(PROBLEM.withoutGradient().isSampled()).isFalse();
    assertThatThrownBy(() -> SampledSteps.adam(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate: 0.0 (expected: a fraction of the box, above 0 and at most 1)");
    assertThat(Stall.OUTRUN.isOptimum()).isFalse();
  }

  /** Other rules descend the validation loss, as if there were no samples. */
  @Test
  void otherRulesTakeDifferencesOfTheValidationLoss() {
    Result result =
        Search.of(PROBLEM).descent(descent(StepRule.bfgs())).budget(Budget.evaluations(3000)).run();
    assertThat(result.progress().gradientEvaluations()).isZero();
    assertThat(result.best().value()).isLessThan(0.3621);
  }
}
