package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Differences;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Probe;

class WorkerTimerTest {

  private static final Problem PROBLEM = Problem.of(x -> x[0], Box.cube(0, 1, 1));

  private final List<Throwable> thrown = new ArrayList<>();
  private final RecordingProbe probe = new RecordingProbe();
  private final WorkerTimer timer = new WorkerTimer(0, probe, thrown::add);
  private final CountedOracle oracle =
      new CountedOracle(
          PROBLEM, WorkingCoordinates.none(PROBLEM), Differences.adaptive(), new Uncounted());

  private static Listeners listeners(@Nullable IntFunction<Probe> probes, boolean progress) {
    return new Listeners(Duration.ofSeconds(1), progress ? now -> {} : null, null, null, probes);
  }

  @Test
  void theFirstTurnIsMeasured() {
    assertThat(timer.isWatching()).isFalse();
    timer.turn(oracle);
    assertThat(timer.isWatching()).isTrue();
    oracle.value(new double[] {0.5});
    assertThat(probe.evaluations).isOne();
  }

  @Test
  void afterATurnTheWorkersOwnEvaluatorIsUsed() {
    timer.turn(oracle);
    assertThat(timer.willWatch()).isTrue();
    assertThat(timer.isWatching()).isFalse();
    oracle.value(new double[] {0.5});
    assertThat(probe.evaluations).isZero();
  }

  @Test
  void aTurnWithCheapEvaluationsIsFollowedByManyThatAreNotMeasured() {
    timer.turn(oracle);
    for (int k = 0; k < 1_000; k++) {
      timer.evaluated(1, 1);
    }
    timer.willWatch();
    assertThat(timer.weight()).isGreaterThan(1);
    long turns = timer.weight();
    for (long turn = 1; turn < turns; turn++) {
      timer.turn(oracle);
      assertThat(timer.isWatching()).isFalse();
    }
    assertThat(timer.willWatch()).isTrue();
    timer.turn(oracle);
    assertThat(timer.isWatching()).isTrue();
  }

  @Test
  void evaluationsOfOneCallShareItsDuration() {
    timer.evaluated(4_000_000, 4);
    long net = TurnSampler.net(4_000_000);
    assertThat(timer.readObjectiveNanos()).isEqualTo(net);
    assertThat(probe.evaluations).isEqualTo(4);
    assertThat(probe.nanos).isEqualTo(net / 4);
  }

  @Test
  void timesAtTheFrontierAddUp() {
    timer.polled(1_000_000);
    timer.offered(2_000_000);
    assertThat(timer.readFrontierNanos())
        .isEqualTo(TurnSampler.net(1_000_000) + TurnSampler.net(2_000_000));
    assertThat(probe.polls).isOne();
    timer.idled(7);
    assertThat(timer.readIdleNanos()).isEqualTo(7);
  }

  @Test
  void aSliceIsToldWithItsStepsAndItsOwnWeight() {
    timer.sliced(1_000_000, 12, 5);
    assertThat(probe.steps).isEqualTo(12);
    assertThat(probe.sliceWeight).isEqualTo(5);
  }

  @Test
  void thereAreTimersOnlyIfSomebodyWantsToKnow() {
    assertThat(WorkerTimer.of(listeners(null, false), 3, thrown::add)).isEmpty();
    assertThat(WorkerTimer.of(listeners(null, true), 3, thrown::add)).hasSize(3);
    assertThat(WorkerTimer.of(listeners(worker -> probe, false), 3, thrown::add)).hasSize(3);
  }

  @Test
  void aProbeThatThrowsIsToldOnceAndNotAskedAgain() {
    int[] asked = new int[1];
    Probe broken =
        new Probe() {
          @Override
          public void evaluation(long nanos, long weight) {
            asked[0]++;
            throw new IllegalStateException("probe");
          }

          @Override
          public void slice(long nanos, long steps, long weight) {
            asked[0]++;
          }

          @Override
          public void poll(long nanos, long weight) {
            asked[0]++;
          }
        };
    WorkerTimer failing = new WorkerTimer(0, broken, thrown::add);
    failing.turn(oracle);
    assertThat(oracle.value(new double[] {0.5})).isEqualTo(0.5);
    failing.evaluated(1, 1);
    failing.sliced(1, 1, 1);
    failing.polled(1);
    assertThat(asked[0]).isOne();
    assertThat(thrown).singleElement().extracting(Throwable::getMessage).isEqualTo("probe");
    assertThat(failing.readObjectiveNanos()).isNotNegative();
  }

  @Test
  void aProbeThatIsMissingIsNamed() {
    assertThatThrownBy(
            () ->
                WorkerTimer.of(
                    listeners(worker -> worker == 1 ? null : probe, false), 3, thrown::add))
        .hasMessage("probes: gave null for worker 1 (expected: a probe)");
  }
}
