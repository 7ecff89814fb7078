package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;

class ReplayerTest {

  private static final Origin START = new Origin.Start(3);

  private final TestSettings with = new TestSettings();
  private final SearchSettings settings = with.make();

  private static DescentSummary summary(long evaluations) {
    return new DescentSummary(evaluations, Double.POSITIVE_INFINITY, true, DescentEnd.GRADIENT);
  }

  @Test
  void theDescentBeginsAtItsStartAndGoesToItsEnd() {
    Replay replay = Replayer.run(settings, START, summary(10_000), Double.NaN);
    double[] u = new double[2];
    new StartSource(
            settings.path().starts().sequence(),
            settings.path().seed(),
            settings.problem().startBox(),
            settings.path().coordinates())
        .locate(3, u);
    double[] x = new double[2];
    settings.path().coordinates().toProblem(u, 0, x, 0);
    assertThat(replay.origin()).isEqualTo(START);
    assertThat(replay.path().get(0).x()).containsExactly(x);
    assertThat(replay.path().get(0).value()).isEqualTo(x[0] * x[0] + x[1] * x[1]);
    assertThat(replay.stall()).isNotNull();
    assertThat(replay.path().get(replay.path().size() - 1).value()).isLessThan(1e-12);
    assertThat(replay.evaluations()).isBetween(4L, 10_000L);
  }

  @Test
  void itMakesNoMoreEvaluationsThanTheDescentHasMade() {
    Replay replay = Replayer.run(settings, START, summary(5), Double.NaN);
    assertThat(replay.evaluations()).isEqualTo(5);
    assertThat(replay.stall()).isNull();
  }

  @Test
  void itTakesNoMoreStepsThanTheBudgetAllows() {
    Replay replay =
        Replayer.run(with.budget(Budget.steps(1)).make(), START, summary(10_000), Double.NaN);
    assertThat(replay.path()).hasSize(2);
    assertThat(replay.stall()).isNull();
  }

  @Test
  void aDescentCutShortEndsAtTheLowestTrial() {
    List<Double> values = new ArrayList<>();
    Problem problem =
        Problem.of(
            x -> {
              double value = x[0] * x[0] + Math.abs(x[1]);
              values.add(value);
              return value;
            },
            Box.cube(-1, 2, 2));
    SearchSettings recorded = with.problem(problem).make();
    int sample = recorded.path().starts().sample();
    for (int evaluations = 1; evaluations < 40; evaluations++) {
      values.clear();
      Replay replay = Replayer.run(recorded, START, summary(evaluations), Double.NaN);
      double lowest = Collections.min(values.subList(sample, values.size()));
      assertThat(replay.path().get(replay.path().size() - 1).value()).isEqualTo(lowest);
    }
  }

  @Test
  void aPositionOfAnotherDimensionIsRefused() {
    Origin other = new Origin.Polish(new Origin.Place(0, 0, new double[3], new double[3]));
    assertThatThrownBy(() -> Replayer.run(settings, other, summary(5), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("origin: a position of 3 coordinates (expected: 2, as the box has)");
  }
}
