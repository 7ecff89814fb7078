package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Descent;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;

class ReestimationTest {

  private final AtomicInteger calls = new AtomicInteger();
  private final TestSettings settings =
      new TestSettings()
          .lanes(1)
          .problem(Problem.of(x -> calls.getAndIncrement() % 2, Box.cube(0, 1, 2)).noisy());
  private EngineState state;
  private TaskCounters counters;
  private Reestimation reestimation;
  private LivePoint live;

  private void make(double value) {
    state = Fixture.state(settings.make());
    counters = Task.lane(0, state, 0, (task, wanted) -> 0).counters;
    counters.begin(3, 1_000, 1_000, 9, 0);
    reestimation =
        new Reestimation(
            new CountedOracle(
                state.settings().problem(),
                state.settings().path().coordinates(),
                state.settings().path().descent().differences(),
                counters),
            state);
    live = new LivePoint(Descent.standard().newPoint(2));
    Descent.standard().begin(live.point, value, 1);
  }

  @Test
  void aStalledPointIsEvaluatedOnceForEachFiftyEvaluationsOfItsDescent() {
    make(0.5);
    live.evaluations = 500;
    reestimation.estimate(live, counters);
    assertThat(calls).hasValue(10);
    assertThat(live.estimate.mean()).isEqualTo(0.5);
    assertThat(live.estimate.evaluations()).isEqualTo(10);
    assertThat(state.incumbent().best()).isEqualTo(0.5);
  }

  @Test
  void atLeastEightTimesAndAtMostSixtyFour() {
    make(0.5);
    reestimation.estimate(live, counters);
    assertThat(calls).hasValue(8);
    live.evaluations = 1_000_000;
    reestimation.estimate(live, counters);
    assertThat(calls).hasValue(8 + 64);
  }

  @Test
  void withoutNoiseNothingIsEvaluatedAgain() {
    settings.problem(Problem.of(x -> calls.getAndIncrement(), Box.cube(0, 1, 2)));
    make(0.5);
    live.evaluations = 500;
    reestimation.estimate(live, counters);
    reestimation.ask(live, Task.lane(0, state, 0, (task, wanted) -> 0));
    assertThat(calls).hasValue(0);
    assertThat(live.estimate).isNull();
  }

  @Test
  void theTargetIsReachedByAnEstimateNotByAValue() {
    settings.budget(Budget.target(0.9));
    make(0);
    reestimation.check(live, counters);
    assertThat(state.termination().isEnded(2)).isFalse();
    assertThat(state.termination().isEnded(3)).isTrue();
    state.termination().commit(3);
    assertThat(state.termination().ending()).isEqualTo(Ending.TARGET);
  }

  @Test
  void aTargetBelowTheMeanIsNotReached() {
    settings.budget(Budget.target(0.1));
    make(0);
    reestimation.check(live, counters);
    assertThat(calls).hasValue(8);
    assertThat(state.termination().isEnded(3)).isFalse();
  }

  @Test
  void whoseValueIsAboveTheTargetIsNotEvaluatedForIt() {
    settings.budget(Budget.target(0.1));
    make(0.2);
    reestimation.check(live, counters);
    assertThat(calls).hasValue(0);
  }
}
