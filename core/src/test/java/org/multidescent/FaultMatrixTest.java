package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.Saboteur.Kind;
import org.multidescent.Saboteur.Phase;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** Every kind of fault in every phase of a search, on 1, 2 and 8 workers. */
class FaultMatrixTest {

  private static final int CALLS = 600;

  /** An infinite constraint is one that is violated, or not; no fault. */
  private static final EnumSet<Kind> OF_CONSTRAINTS =
      EnumSet.of(Kind.NAN, Kind.EXCEPTION, Kind.ERROR, Kind.HANG);

  static Stream<Arguments> matrix() {
    List<Arguments> rows = new ArrayList<>();
    for (Posed posed : Posed.values()) {
      for (Kind kind : posed.isConstrained() ? OF_CONSTRAINTS : EnumSet.allOf(Kind.class)) {
        for (Phase phase : Phase.values()) {
          for (int workers : new int[] {1, 2, 8}) {
            rows.add(Arguments.of(posed, kind, phase, workers));
          }
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest(name = "{0}: {1} in {2}, {3} workers")
  @MethodSource("matrix")
  void isCountedAndSurvived(Posed posed, Kind kind, Phase phase, int workers) {
    Witness witness = new Witness();
    Saboteur saboteur = new Saboteur(kind, phase, posed);
    FailurePolicy policy = FailurePolicy.tolerate(Long.MAX_VALUE);
    if (kind == Kind.HANG) {
      policy = policy.callTimeout(Duration.ofMillis(20)).replaceTimedOutWorkers();
    }
    Result result = run(saboteur.search(witness).failures(policy), kind, workers);
    saboteur.release();
    Fault.Kind reported = kind.reported(phase);
    assertThat(saboteur.faults()).as("faults made").isPositive();
    assertThat(result.firstFaults()).extracting(Fault::kind).contains(reported);
    assertThat(result.firstFaults())
        .allSatisfy(fault -> assertThat(fault.position()).hasSize(2).doesNotContain(Double.NaN));
    assertThat(result.best().value()).isFinite();
    if (kind == Kind.HANG) {
      assertThat(result.faults(reported)).isGreaterThanOrEqualTo(saboteur.faults());
      Witness.confirmConservation(result);
    } else {
      assertThat(result.faultCounts()).isEqualTo(Map.of(reported, saboteur.faults()));
      witness.confirm(result);
    }
  }

  private static Result run(Search settings, Kind kind, int workers) {
    Search search = settings.workers(workers).budget(Budget.evaluations(CALLS));
    if (kind != Kind.ERROR) {
      Result result = search.run();
      assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
      assertThat(result.progress().evaluations()).isEqualTo(CALLS);
      return result;
    }
    Throwable thrown = catchThrowable(search::run);
    assertThat(thrown)
        .isInstanceOf(SearchFailedException.class)
        .hasCauseInstanceOf(Saboteur.Failure.class);
    Result result = ((SearchFailedException) thrown).result();
    assertThat(result.ending()).isEqualTo(Ending.FAILED);
    return result;
  }

  @ParameterizedTest(name = "{0}: {1}, {2} workers")
  @MethodSource("phases")
  void theDefaultStopsAtTheFirstException(Posed posed, Phase phase, int workers) {
    Witness witness = new Witness();
    Saboteur saboteur = new Saboteur(Kind.EXCEPTION, phase, posed);
    Throwable thrown = catchThrowable(saboteur.search(witness).workers(workers)::run);
    assertThat(thrown).isInstanceOf(SearchFailedException.class);
    assertThat(thrown.getCause()).isInstanceOf(Saboteur.Trouble.class);
    assertThat(thrown.getMessage())
        .startsWith("the objective failed: exception (org.multidescent.Saboteur$Trouble) at [");
    Result result = ((SearchFailedException) thrown).result();
    assertThat(result.ending()).isEqualTo(Ending.FAILED);
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isEqualTo(saboteur.faults());
    witness.confirm(result);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} workers")
  @MethodSource("phases")
  void toleratesSoManyExceptionsAndNoMore(Posed posed, Phase phase, int workers) {
    Witness witness = new Witness();
    Saboteur saboteur = new Saboteur(Kind.EXCEPTION, phase, posed);
    Throwable thrown =
        catchThrowable(
            saboteur.search(witness).workers(workers).failures(FailurePolicy.tolerate(3))::run);
    Result result = ((SearchFailedException) thrown).result();
    assertThat(result.faults()).isEqualTo(saboteur.faults()).isBetween(4L, 3L + workers);
    witness.confirm(result);
  }

  static Stream<Arguments> phases() {
    return matrix()
        .map(Arguments::get)
        .filter(row -> row[1] == Kind.EXCEPTION)
        .map(row -> Arguments.of(row[0], row[2], row[3]));
  }

  /** A call that hangs is shown while the search runs; at the deadline nobody waits for it. */
  @ParameterizedTest
  @CsvSource({
    "FREE, 1",
    "FREE, 2",
    "FREE, 8",
    "APART, 1",
    "APART, 8",
    "TOGETHER, 1",
    "TOGETHER, 8"
  })
  void doesNotWaitForAHangingCall(Posed posed, int workers) {
    CountDownLatch release = new CountDownLatch(1);
    Witness witness = new Witness();
    Problem problem =
        posed
            .pose(Problem.of(x -> -1, Box.cube(0, 1, 2)))
            .decorated(
                inner ->
                    new Forwarding(inner) {
                      @Override
                      void called() {
                        Saboteur.await(release);
                      }
                    });
    Running running =
        Search.of(witness.watch(problem))
            .workers(workers)
            .failures(FailurePolicy.stop().callTimeout(Duration.ofMillis(1)))
            .budget(Budget.unlimited())
            .start();
    while (running.progress().timedOut() < workers) {
      Thread.onSpinWait();
    }
    running.cancel();
    Result result = running.await();
    release.countDown();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.best().value()).isInfinite();
    assertThat(result.faults(Fault.Kind.TIMEOUT)).isEqualTo(workers);
    assertThat(result.progress().evaluations()).isEqualTo(workers);
    assertThat(result.progress().best()).isInfinite();
  }

  /** Who waits for a turn that hangs gives up in time, and leaves no thread behind. */
  @Test
  void aSerialCallThatHangsKeepsNoThreadsWaiting() {
    CountDownLatch release = new CountDownLatch(1);
    Problem serial =
        Problem.of(
                x -> {
                  Saboteur.await(release);
                  return x[0];
                },
                Box.cube(0, 1, 2))
            .serial();
    AtomicInteger threads = new AtomicInteger();
    Result result =
        Search.of(serial)
            .workers(4)
            .failures(
                FailurePolicy.stop().callTimeout(Duration.ofMillis(1)).replaceTimedOutWorkers())
            .budget(Budget.evaluations(400))
            .onProgress(
                Duration.ofMillis(1), seen -> threads.accumulateAndGet(ownThreads(), Math::max))
            .run();
    release.countDown();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.faults(Fault.Kind.TIMEOUT)).isEqualTo(400);
    assertThat(threads.get()).as("four workers, their calls, one that hangs").isBetween(1, 40);
  }

  private static int ownThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("multidescent-"))
            .count();
  }
}
