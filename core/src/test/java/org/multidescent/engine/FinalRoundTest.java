package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.Reserve;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;

class FinalRoundTest {

  private static final Box BOX = Box.cube(0, 10, 1);
  private static final long BUDGET = 1_000;

  private final Problem problem = Problem.of(x -> x[0], BOX).noisy();
  private final TestSettings settings =
      new TestSettings().problem(problem).budget(Budget.evaluations(BUDGET));
  private EngineState state;
  private Schedule schedule;

  /** One candidate has a low value by luck; the other's is true. */
  private FinalRound round() {
    state = Fixture.state(settings.make());
    schedule = new FreeSchedule(state, Fixture.limits(state));
    state.totals().offer(1, new double[] {0.5}, null);
    schedule.counters().get(0).after(2, new double[] {0.2}, 0);
    return new FinalRound(state, schedule);
  }

  @Test
  void thePositionWithTheLowestMeanIsChosen() {
    FinalRound round = round();
    round.join(problem.evaluator());
    assertThat(round.best().x()).containsExactly(2);
    assertThat(round.best().value()).isEqualTo(2);
    assertThat(round.best().estimate().evaluations()).isGreaterThan(1);
  }

  @Test
  void noMoreEvaluationsAreMadeThanWereKept() {
    FinalRound round = round();
    round.join(problem.evaluator());
    assertThat(round.counts().valueEvaluations()).isBetween(10L, Reserve.of(BUDGET));
    assertThat(round.counts().evaluations()).isEqualTo(round.counts().valueEvaluations());
  }

  @Test
  void withoutNoiseNothingIsEvaluatedAgain() {
    settings.problem(Problem.of(x -> x[0], BOX));
    FinalRound round = round();
    round.join(problem.evaluator());
    assertThat(round.best()).isNull();
    assertThat(round.counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void aWorkerThatNeverBeganIsNotWaitedFor() {
    settings.workers(2);
    FinalRound round = round();
    round.absent();
    round.join(problem.evaluator());
    assertThat(round.best().value()).isEqualTo(2);
  }

  @Test
  void aSearchThatIsCancelledReportsWhatIsKnown() {
    FinalRound round = round();
    state.termination().end(Ending.CANCELLED);
    round.join(problem.evaluator());
    assertThat(round.best().x()).containsExactly(5);
    assertThat(round.counts()).isEqualTo(Counts.NONE);
  }
}
