package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.descent.Differences;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.frontier.Frontier;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class TimedFrontierAccessTest {

  private final RecordingProbe probe = new RecordingProbe();
  private final WorkerTimer timer = new WorkerTimer(0, probe, failure -> {});
  private final Frontier<String> frontier = Frontier.locked(1);
  private final TimedFrontierAccess<String> access =
      new TimedFrontierAccess<>(frontier.access(0), timer);

  private void watch() {
    Problem problem = Problem.of(x -> x[0], Box.cube(0, 1, 1));
    timer.turn(
        new CountedOracle(
            problem, WorkingCoordinates.none(problem), Differences.adaptive(), new Uncounted()));
  }

  private void useAll() {
    access.load(4, 4);
    access.seal();
    access.offerStart(3, 3);
    access.offerStarts(new double[] {8, 9}, 0, 2, 8);
    access.offer(2, "two");
    assertThat(frontier.size()).isEqualTo(5);
    assertThat(access.exchange(2.5, "mine")).isTrue();
    assertThat(access.value()).isEqualTo(2);
    assertThat(access.point()).isEqualTo("two");
    assertThat(access.exchange(1, "best")).isFalse();
    assertThat(access.poll()).isTrue();
    assertThat(access.point()).isEqualTo("mine");
    assertThat(access.poll()).isTrue();
    assertThat(access.start()).isEqualTo(3);
  }

  @Test
  void nothingIsMeasuredUnlessTheTurnIs() {
    useAll();
    assertThat(probe.polls).isZero();
    assertThat(timer.readFrontierNanos()).isZero();
  }

  @Test
  void exchangesAndPollsAreMeasured() {
    watch();
    useAll();
    assertThat(probe.polls).isEqualTo(4);
  }

  @Test
  void aPollThatFindsNothingIsIdleTime() {
    watch();
    assertThat(access.poll()).isFalse();
    assertThat(probe.polls).isZero();
  }
}
