package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Completeness;
import org.multidescent.report.Counts;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;
import org.multidescent.report.FaultSummary;
import org.multidescent.report.FoundOptima;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Rates;
import org.multidescent.report.Result;
import org.multidescent.report.TestCounts;

class FinisherTest {

  private static final Counts BEFORE = TestCounts.of(100, 0, 10, 4, 0, 4);

  /** Two minima, near -2 and 2; the left one is lower. */
  private final SearchSettings settings =
      new TestSettings().problem(Problem.of(x -> value(x[0]), Box.cube(-5, 5, 1))).make();

  private static double value(double x) {
    return (x * x - 4) * (x * x - 4) + x;
  }

  private static Optimum optimum(long id, double x, DescentEnd end, long... starts) {
    return new Optimum(
        id,
        new double[] {x},
        Estimate.exact(value(x)),
        value(x),
        starts.length,
        id,
        new Origin.Start(id),
        new DescentSummary(10, Double.POSITIVE_INFINITY, false, end),
        Arrays.stream(starts).boxed().toList());
  }

  private static Result result(List<Optimum> finished, List<Optimum> unfinished) {
    Optimum best = unfinished.isEmpty() ? finished.get(0) : unfinished.get(0);
    return new Result(
        new Result.Best(best.x(), best.value(), Box.cube(0, 1, 2)),
        new FoundOptima(finished, unfinished, new Completeness(0, 0)),
        new Progress(
            best.value(), BEFORE, 0, 0, Duration.ofSeconds(1), Rates.UNKNOWN, Ending.EVALUATIONS),
        4,
        4,
        Budget.evaluations(100),
        0,
        List.of(),
        new FaultSummary(Map.of(), List.of()));
  }

  @Test
  void anOptimumThatWasGivenUpIsPolished() {
    Result before = result(List.of(), List.of(optimum(0, -1.9, DescentEnd.GAVE_UP, 0)));
    Result after = Finisher.run(settings, before, 1, 10_000);
    assertThat(after.optima()).hasSize(1);
    Optimum optimum = after.optima().get(0);
    assertThat(optimum.isFinished()).isTrue();
    assertThat(optimum.x()[0]).isCloseTo(-2.03, within(0.01));
    assertThat(optimum.origin()).isInstanceOf(Origin.Polish.class);
    assertThat(after.best().value()).isEqualTo(optimum.value());
    assertThat(after.progress().optima()).isOne();
  }

  @Test
  void whatWasDoneIsCountedWithWhatWasDoneBefore() {
    Result before = result(List.of(), List.of(optimum(0, -1.9, DescentEnd.GAVE_UP, 0)));
    Counts more = Finisher.run(settings, before, 1, 10_000).progress().counts().minus(BEFORE);
    assertThat(more.valueEvaluations()).isBetween(3L, 10_000L);
    assertThat(more.steps()).isPositive();
    assertThat(more.stalls()).isZero();
  }

  @Test
  void thoseThatComeToTheSamePositionBecomeOne() {
    Result before =
        result(
            List.of(),
            List.of(
                optimum(3, -1.9, DescentEnd.GAVE_UP, 3, 5),
                optimum(4, -2.2, DescentEnd.GAVE_UP, 4)));
    Result after = Finisher.run(settings, before, 2, 10_000);
    assertThat(after.optima()).hasSize(1);
    assertThat(after.unfinished()).isEmpty();
    Optimum one = after.optima().get(0);
    assertThat(one.id()).isEqualTo(3);
    assertThat(one.hits()).isEqualTo(3);
    assertThat(one.starts()).containsExactly(3L, 4L, 5L);
    assertThat(one.firstSeen()).isEqualTo(3);
  }

  @Test
  void theLowestAreFinishedFirstAndNoMoreThanIsAsked() {
    Result before =
        result(
            List.of(),
            List.of(
                optimum(0, -1.9, DescentEnd.GAVE_UP, 0), optimum(1, 1.9, DescentEnd.GAVE_UP, 1)));
    Result after = Finisher.run(settings, before, 1, 10_000);
    assertThat(after.optima()).extracting(Optimum::id).containsExactly(0L);
    assertThat(after.unfinished()).extracting(Optimum::id).containsExactly(1L);
    assertThat(after.unfinished().get(0).x()).containsExactly(1.9);
  }

  @Test
  void noMoreEvaluationsAreMadeThanAreAllowed() {
    Result before = result(List.of(), List.of(optimum(0, -1.5, DescentEnd.GAVE_UP, 0)));
    Result after = Finisher.run(settings, before, 1, 6);
    assertThat(after.progress().counts().minus(BEFORE).evaluations()).isEqualTo(6);
    assertThat(after.optima().get(0).isFinished()).isFalse();
    Optimum lowest = after.optima().get(0);
    assertThat(lowest.value()).isLessThan(value(-1.5)).isEqualTo(value(lowest.x()[0]));
  }

  @Test
  void finishedOnesStayAsTheyAre() {
    Optimum finished = optimum(0, -1.9, DescentEnd.GRADIENT, 0);
    Result after = Finisher.run(settings, result(List.of(finished), List.of()), 5, 10_000);
    assertThat(after.optima()).containsExactly(finished);
    assertThat(after.progress().counts()).isEqualTo(BEFORE);
  }
}
