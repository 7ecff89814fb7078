package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.BatchException;
import org.multidescent.function.BatchObjective;
import org.multidescent.function.EvaluationUnavailableException;
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
import org.multidescent.testproblem.TestProblems;

/** Batch objectives: whole batches at first, and a failure a position. */
@Timeout(60)
class BatchTest {

  private static final int DIMENSION = 4;
  private static final Box BOX = Box.cube(-2, 2, DIMENSION);
  private static final long BUDGET = 3000;

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong positions = new AtomicLong();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void initialStartsAreOneBatchAWorker(int workers) {
    List<Integer> sizes = new ArrayList<>();
    BatchObjective recording =
        (xs, count, values) -> {
          synchronized (sizes) {
            sizes.add(count);
          }
          bowls(xs, count, values);
        };
    Search.of(Problems.batch(recording, BOX))
        .workers(workers)
        .initialStarts(100)
        .budget(Budget.evaluations(100))
        .run();
    assertThat(sizes).hasSize(workers).containsOnly(100 / workers);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8})
  void failuresArePositionByPosition(int lanes) {
    Result result = search(lanes, this::failing).run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.progress().evaluations()).isEqualTo(BUDGET).isEqualTo(positions.get());
    long right = positions.get() - result.faults();
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isPositive();
    assertThat(result.faults(Fault.Kind.NAN)).isPositive();
    assertThat(right).isGreaterThan(BUDGET / 2);
    assertThat(result.firstFaults())
        .filteredOn(fault -> fault.kind() == Fault.Kind.EXCEPTION)
        .allSatisfy(fault -> assertThat(fault.position()[0]).isGreaterThan(1))
        .allSatisfy(fault -> assertThat(fault.cause()).hasMessage("at " + fault.position()[0]));
    Witness.confirmConservation(result);
  }

  /** A plain objective that fails here and there, in batches: no other position is lost. */
  @Test
  void whatFailsOneByOneFailsAlone() {
    AtomicInteger thrown = new AtomicInteger();
    Problem plain =
        Problem.of(
            x -> {
              if (Math.sin(50 * x[0]) > 0.8) {
                thrown.incrementAndGet();
                throw new IllegalArgumentException("no value here");
              }
              return x[0] * x[0] + Math.abs(x[1] * x[2]) + x[3] * x[3];
            },
            BOX);
    Result result =
        Search.of(plain.inBatches())
            .workers(1)
            .failures(FailurePolicy.tolerate(BUDGET))
            .budget(Budget.evaluations(BUDGET))
            .run();
    assertThat(thrown.get()).isPositive();
    assertThat(result.faults()).isEqualTo(thrown.get());
    assertThat(result.progress().evaluations()).isEqualTo(BUDGET);
  }

  @Test
  void theSameOnAnyNumberOfWorkers() {
    String alone = ResultDigest.of(search(8, this::failing).workers(1).run());
    assertThat(ResultDigest.of(search(8, this::failing).workers(3).run())).isEqualTo(alone);
  }

  @Test
  void whatFailsAtASinglePositionIsThrownAsItIs() {
    BatchException none = new BatchException(new Throwable[1]);
    BatchException some = new BatchException(new Throwable[] {new IOException("gone")});
    double[] x = new double[DIMENSION];
    assertThat(
            Problems.batch(
                    (xs, count, values) -> {
                      values[0] = 3;
                      throw none;
                    },
                    BOX)
                .evaluator()
                .value(x))
        .isEqualTo(3);
    assertThatThrownBy(() -> throwing(some).evaluator().value(x)).isSameAs(some.failure(0));
    RuntimeException unavailable = new EvaluationUnavailableException("no service");
    BatchException later = new BatchException(new Throwable[] {unavailable});
    assertThatThrownBy(() -> throwing(later).evaluator().value(x)).isSameAs(unavailable);
  }

  private static Problem throwing(BatchException failures) {
    return Problems.batch(
        (xs, count, values) -> {
          throw failures;
        },
        BOX);
  }

  @Test
  void whatFailsAsAWholeCountsOnceForEachPosition() {
    BatchObjective broken =
        (xs, count, values) -> {
          if (calls.incrementAndGet() % 5 == 0) {
            throw new IllegalStateException("all of them");
          }
          bowls(xs, count, values);
          positions.addAndGet(count);
        };
    Result result = search(0, broken).run();
    assertThat(result.progress().evaluations()).isEqualTo(BUDGET);
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isEqualTo(BUDGET - positions.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void oneFailureTooManyEndsItAndLosesNoValue(int lanes) {
    Search search = search(lanes, this::failing).workers(1).failures(FailurePolicy.stop());
    SearchFailedException failed = catchThrowableOfType(SearchFailedException.class, search::run);
    assertThat(failed).hasCauseInstanceOf(IllegalArgumentException.class);
    Result result = failed.result();
    assertThat(result.ending()).isEqualTo(Ending.FAILED);
    assertThat(result.progress().evaluations()).isEqualTo(positions.get());
    assertThat(result.best().value()).isFinite();
  }

  @ParameterizedTest
  @CsvSource({"rosenbrock, 130", "rastrigin, 90"})
  void mostStepsTakeOneRound(String name, int most) {
    int seeds = 8;
    for (int seed = 0; seed < seeds; seed++) {
      Result result =
          Search.of(inBatches(problem(name), Integer.MAX_VALUE))
              .seed(seed)
              .workers(1)
              .budget(Budget.target(1e-6).or(Budget.evaluations(50_000)))
              .run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
    }
    assertThat(calls.get() / seeds).isLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rosenbrock", "rastrigin"})
  void descentsCanBeReplayed(String name) {
    Search search =
        Search.of(inBatches(problem(name), Integer.MAX_VALUE)).budget(Budget.evaluations(20_000));
    Result result = search.workers(2).run();
    assertThat(result.optima()).isNotEmpty();
    for (Optimum optimum : result.optima()) {
      Replay replay = search.replay(optimum);
      assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
      assertThat(replay.path().get(replay.path().size() - 1).value()).isEqualTo(optimum.value());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rosenbrock, 40",
    "rosenbrock, 200",
    "rastrigin, 12",
    "rastrigin, 30",
    "rastrigin, 60"
  })
  void goesOnFromACheckpointWithTheSameResult(String name, int rounds, @TempDir Path folder) {
    Budget budget = Budget.evaluations(12_000);
    Problem whole = inBatches(problem(name), Integer.MAX_VALUE);
    String expected =
        ResultDigest.of(Search.of(whole).reproducible(3).workers(2).budget(budget).run());
    Path file = folder.resolve("checkpoint");
    calls.set(0);
    Search broken =
        Search.of(inBatches(problem(name), rounds))
            .reproducible(3)
            .workers(2)
            .budget(budget)
            .checkpoint(file, Duration.ofHours(1));
    assertThatThrownBy(broken::run).hasCauseInstanceOf(EvaluationUnavailableException.class);
    assertThat(ResultDigest.of(Search.resume(file, whole).withoutCheckpoints().workers(1).run()))
        .isEqualTo(expected);
  }

  private static Problem problem(String name) {
    return name.equals("rosenbrock")
        ? TestProblems.rosenbrock(10).problem().withoutGradient()
        : TestProblems.named("rastrigin10").problem().withoutGradient();
  }

  private Problem inBatches(Problem problem, int most) {
    return problem
        .decorated(
            inner ->
                new Forwarding(inner) {
                  @Override
                  void called() {
                    if (calls.incrementAndGet() > most) {
                      throw new EvaluationUnavailableException("no more");
                    }
                  }
                })
        .inBatches();
  }

  private static Search search(int lanes, BatchObjective objective) {
    Search search =
        Search.of(Problems.batch(objective, BOX))
            .workers(lanes == 0 ? 1 : 2)
            .budget(Budget.evaluations(BUDGET))
            .failures(FailurePolicy.tolerate(BUDGET));
    return lanes == 0 ? search : search.reproducible(lanes);
  }

  /** Fails where the first coordinate is above 1; no value where it is below -1.5. */
  private void failing(double[] xs, int count, double[] values) {
    positions.addAndGet(count);
    bowls(xs, count, values);
    Throwable[] failures = new Throwable[count];
    boolean any = false;
    for (int k = 0; k < count; k++) {
      double first = xs[k * DIMENSION];
      if (first > 1) {
        failures[k] = new IllegalArgumentException("at " + first);
        values[k] = Double.NEGATIVE_INFINITY;
        any = true;
      } else if (first < -1.5) {
        values[k] = Double.NaN;
      }
    }
    if (any) {
      throw new BatchException(failures);
    }
  }

  private static void bowls(double[] xs, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      double sum = 0;
      for (int i = 0; i < DIMENSION; i++) {
        double x = xs[k * DIMENSION + i];
        sum += (i + 1) * x * x + Math.cos(5 * x);
      }
      values[k] = sum;
    }
  }
}
