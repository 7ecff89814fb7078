package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.descent.Descent;
import org.multidescent.problem.Box;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.restart.RestartStrategy;

/** A search that sees residuals keeps all promises of one that does not, and needs less. */
class LeastSquaresSearchTest {

  private static final Duration OFTEN = Duration.ofNanos(1);

  @TempDir private Path directory;

  static Stream<Arguments> sums() {
    return Stream.of(
        Arguments.of("differences", Fits.decays(0.05)),
        Arguments.of("jacobian", Fits.decays(0.05).jacobian(Fits.jacobian())),
        Arguments.of("batch", Fits.inBatches(Fits.decays(0.05))),
        Arguments.of("robust", Fits.decays(0.05).loss(Loss.cauchy(0.1))));
  }

  private static Search search(LeastSquares sum, long evaluations) {
    return Search.of(sum.problem(Fits.box())).seed(3).budget(Budget.evaluations(evaluations));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void needsFewerEvaluationsThanWithoutResiduals(String name, LeastSquares sum) {
    Problem problem = sum.problem(Fits.box());
    double lowest = search(sum, 4_000).workers(1).run().best().value();
    Search search =
        Search.of(problem)
            .workers(1)
            .budget(Budget.target(lowest * (1 + 1e-9)).or(Budget.evaluations(20_000)));
    long with = search.run().progress().evaluations();
    long without = search.descent(Descent.standard()).run().progress().evaluations();
    assertThat(2 * with).isLessThan(without);
  }

  @Test
  void exactDataAreFittedExactly() {
    Result result = search(Fits.decays(0), 2_000).workers(1).run();
    assertThat(result.best().value()).isLessThan(1e-25);
    assertThat(result.best().x()).containsExactly(Fits.TRUTH, within(1e-10));
    assertThat(result.optima()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void decoratorsSeeEveryEvaluation(String name, LeastSquares sum) {
    Witness witness = new Witness();
    Problem watched = witness.watch(sum.problem(Fits.box()));
    Result result = Search.of(watched).seed(3).workers(2).budget(Budget.evaluations(900)).run();
    witness.confirm(result);
    AtomicInteger steps = new AtomicInteger();
    Problem counted =
        LeastSquares.of(
                (x, r) -> {
                  steps.incrementAndGet();
                  sum.problem(Fits.box()).evaluator().residuals(x, r);
                },
                sum.count())
            .problem(Fits.box());
    Witness other = new Witness();
    other.watch(other.watch(counted)).evaluator().residuals(Fits.TRUTH, new double[Fits.DATA]);
    assertThat(steps).hasValue(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void timeLimitsTelemetryAndCheckpointsPassResidualsOn(String name, LeastSquares sum) {
    Result plain = search(sum, 700).workers(1).run();
    Result guarded =
        search(sum, 700)
            .workers(1)
            .checkpoint(directory.resolve("guarded"), OFTEN)
            .failures(FailurePolicy.stop().callTimeout(Duration.ofMinutes(1)))
            .onProgress(OFTEN, seen -> {})
            .run();
    assertThat(guarded.best()).isEqualTo(plain.best());
    assertThat(guarded.progress().steps()).isEqualTo(plain.progress().steps());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void reproducibleSearchesDoNotDependOnWorkers(String name, LeastSquares sum) {
    Search search = search(sum, 900).reproducible(4);
    assertThat(ResultDigest.of(search.workers(3).run()))
        .isEqualTo(ResultDigest.of(search.workers(1).run()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void goesOnFromAnyCheckpoint(String name, LeastSquares sum) {
    Problem problem = sum.problem(Fits.box());
    String whole = ResultDigest.of(search(sum, 900).workers(1).run());
    for (long stop = 40; stop < 900; stop += 61) {
      Path file = directory.resolve(name + stop);
      AtomicLong calls = new AtomicLong();
      long last = stop;
      AtomicReference<Running> running = new AtomicReference<>();
      Problem stopping =
          problem.decorated(
              inner ->
                  new Forwarding(inner) {
                    @Override
                    void called() {
                      if (calls.incrementAndGet() == last) {
                        Running search;
                        while ((search = running.get()) == null) {
                          Thread.onSpinWait();
                        }
                        search.cancel();
                      }
                    }
                  });
      Search search = Search.of(stopping).seed(3).workers(1).budget(Budget.evaluations(900));
      running.set(search.checkpoint(file, Duration.ofDays(1)).start());
      running.get().await();
      Result resumed = Search.resume(file, problem).withoutCheckpoints().workers(1).run();
      assertThat(ResultDigest.of(resumed)).as("stopped at %d", stop).isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sums")
  void descentsOfOptimaRunAgain(String name, LeastSquares sum) {
    Search search = search(sum, 900).workers(1);
    for (Optimum optimum : search.run().optima()) {
      Replay replay = search.replay(optimum);
      assertThat(replay.x()).isEqualTo(optimum.x());
      assertThat(replay.value()).isEqualTo(optimum.value());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void helpersChangeNoBitOfTheResult(int workers) {
    Search one = search(Fits.decays(0.05), 4_000).initialStarts(1).budget(Budget.stalls(6));
    Search sharing = one.restart(RestartStrategy.fresh(1));
    Result alone = sharing.workers(1).run();
    Result helped = sharing.workers(workers).shareEvaluations(true).run();
    assertThat(helped.best()).isEqualTo(alone.best());
    assertThat(helped.optima()).isEqualTo(alone.optima());
    assertThat(helped.progress().valueEvaluations()).isEqualTo(alone.progress().valueEvaluations());
  }

  @Test
  void workersMayHaveResidualsOfTheirOwnOrTakeTurns() {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger inside = new AtomicInteger();
    LeastSquares own =
        LeastSquares.perWorker(
            () -> {
              made.incrementAndGet();
              double[] scratch = new double[Fits.DATA];
              Problem inner = Fits.decays(0.05).problem(Fits.box());
              return (x, r) -> {
                inner.evaluator().residuals(x, scratch);
                System.arraycopy(scratch, 0, r, 0, r.length);
              };
            },
            Fits.DATA);
    LeastSquares serial =
        LeastSquares.serial(
            (x, r) -> {
              assertThat(inside.incrementAndGet()).isEqualTo(1);
              Fits.decays(0.05).problem(Fits.box()).evaluator().residuals(x, r);
              inside.decrementAndGet();
            },
            Fits.DATA);
    double lowest = search(Fits.decays(0.05), 2_000).workers(1).run().best().value();
    for (LeastSquares sum : new LeastSquares[] {own, serial}) {
      double found = search(sum, 2_000).workers(3).run().best().value();
      assertThat(found).isCloseTo(lowest, within(1e-9 * lowest));
    }
    assertThat(made).hasValueGreaterThanOrEqualTo(3);
  }

  @Test
  void outliersPullLessWithARobustLoss() {
    double[] data = Fits.data(0);
    data[3] += 5;
    data[15] -= 4;
    LeastSquares sum =
        LeastSquares.of(
            (x, r) -> {
              Fits.decays(0).problem(Fits.box()).evaluator().residuals(x, r);
              r[3] -= 5;
              r[15] += 4;
            },
            Fits.DATA);
    double[] robust = search(sum.loss(Loss.cauchy(0.01)), 4_000).workers(1).run().best().x();
    double[] plain = search(sum, 4_000).workers(1).run().best().x();
    for (int i = 0; i < 4; i++) {
      assertThat(robust[i]).isCloseTo(Fits.TRUTH[i], within(0.01 * Fits.TRUTH[i]));
    }
    assertThat(Math.abs(plain[0] - Fits.TRUTH[0])).isGreaterThan(0.1);
  }

  @Test
  void minimaOnBoundsAreFound() {
    LeastSquares sum =
        LeastSquares.of(
            (x, r) -> {
              r[0] = 10 * (x[1] - x[0] * x[0]);
              r[1] = 1 - x[0];
            },
            2);
    Problem problem = sum.problem(Box.of(new double[] {-2, -2}, new double[] {0.5, 2}));
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(300)).run();
    assertThat(result.best().x()).containsExactly(new double[] {0.5, 0.25}, within(1e-7));
  }

  @Test
  void residualsThatAreNotFiniteAreFaults() {
    LeastSquares sum =
        LeastSquares.of(
            (x, r) -> {
              Fits.decays(0.05).problem(Fits.box()).evaluator().residuals(x, r);
              r[5] = x[0] < 2 ? Double.NaN : r[5];
            },
            Fits.DATA);
    Result result = search(sum, 2_000).workers(1).run();
    assertThat(result.firstFaults()).isNotEmpty().allMatch(f -> f.kind() == Fault.Kind.NAN);
    assertThat(result.firstFaults()).allMatch(f -> f.residual() == 5);
    assertThat(result.best().x()[0]).isBetween(2.0, 3.5);
  }

  @Test
  void jacobiansThatAreNotWrittenAreFaults() {
    LeastSquares sum = Fits.decays(0.05).jacobian((x, derivatives) -> derivatives[0] = 1);
    Result result = search(sum, 200).workers(1).run();
    assertThat(result.firstFaults()).isNotEmpty().allMatch(f -> f.kind() == Fault.Kind.GRADIENT);
  }

  @Test
  void residualsBeyondTheirArrayFailTheSearch() {
    Search search = search(LeastSquares.of((x, r) -> r[24] = 1, 24), 200);
    assertThatThrownBy(search::run)
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  @Test
  void noisyResidualsAreFittedToTheirNoise() {
    Random random = new Random(5);
    LeastSquares sum =
        LeastSquares.serial(
            (x, r) -> {
              Fits.decays(0).problem(Fits.box()).evaluator().residuals(x, r);
              for (int i = 0; i < r.length; i++) {
                r[i] += 1e-6 * random.nextGaussian();
              }
            },
            Fits.DATA);
    Result result = search(sum, 4_000).workers(1).run();
    for (int i = 0; i < 4; i++) {
      assertThat(result.best().x()[i]).isCloseTo(Fits.TRUTH[i], within(1e-4));
    }
  }
}
