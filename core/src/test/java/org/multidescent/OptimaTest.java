package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/** The list of optima holds local optima, and the best in front. */
class OptimaTest {

  private static void confirmTheBestIsFirst(Search search, Result result) {
    Optimum first = result.optima().get(0);
    assertThat(first.value()).isEqualTo(result.best().value());
    assertThat(first.x()).isEqualTo(result.best().x());
    Replay replay = search.replay(first);
    assertThat(replay.x()).isEqualTo(first.x());
    assertThat(replay.value()).isEqualTo(first.value());
    assertThat(replay.evaluations()).isEqualTo(first.descent().evaluations());
    List<Optimum> all = new ArrayList<>(result.optima());
    all.addAll(result.unfinished());
    assertThat(all).extracting(Optimum::id).doesNotHaveDuplicates();
    for (List<Optimum> list : List.of(result.optima(), result.unfinished())) {
      assertThat(list).isSortedAccordingTo(Comparator.comparingDouble(Optimum::value));
    }
    assertThat(result.optima().stream().skip(1)).allMatch(Optimum::isFinished);
    assertThat(result.unfinished()).noneMatch(Optimum::isFinished);
    long finished = result.optima().stream().filter(Optimum::isFinished).count();
    boolean improves = first.id() >= 0 && !first.isFinished();
    assertThat((long) result.progress().optima())
        .as("one may lie where a descent under way has found a lower value")
        .isBetween(finished, finished + (improves ? 1 : 0));
  }

  /** Ended anywhere: among the starts, between two candidates, in the middle of a step. */
  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "1, 4", "3, 4"})
  void theBestIsFirstAndReplaysWhereverTheBudgetEnds(int workers, int lanes) {
    for (int number : IntStream.concat(IntStream.range(0, 30), IntStream.range(50, 60)).toArray()) {
      Problem problem = Trials.problem(number, new AtomicLong());
      Search search =
          Trials.search(number, number, problem).budget(Budget.evaluations(1 + 37 * number));
      Search run = lanes > 0 ? search.reproducible(lanes) : search;
      Result result = run.workers(workers).run();
      if (Double.isFinite(result.best().value()) && result.isFeasible()) {
        confirmTheBestIsFirst(run, result);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void theBestIsFirstWhenATargetEndsADescent(int workers) {
    for (int seed = 0; seed < 8; seed++) {
      Search search =
          Search.of(TestProblems.rosenbrock(4).problem().withoutGradient())
              .seed(seed)
              .shareEvaluations(true)
              .budget(Budget.target(1e-3).or(Budget.evaluations(50_000)));
      Result result = search.workers(workers).run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
      assertThat(result.optima().get(0).end()).isEqualTo(DescentEnd.UNDER_WAY);
      confirmTheBestIsFirst(search, result);
    }
  }

  @Test
  void descentsThatWereGivenUpAreApart() {
    Search search =
        Search.of(TestProblems.rosenbrock(6).problem().withoutGradient())
            .workers(1)
            .budget(Budget.evaluations(10_000));
    Result result = search.run();
    confirmTheBestIsFirst(search, result);
    assertThat(result.optima()).hasSizeBetween(1, 3);
    assertThat(result.unfinished()).isNotEmpty();
    assertThat(result.unfinished()).extracting(Optimum::end).containsOnly(DescentEnd.GAVE_UP);
    assertThat(result.completeness().distinct()).isLessThanOrEqualTo(result.optima().size());
  }

  @Test
  void aPlateauIsNoFinishedOptimumButMayHoldTheBest() {
    Problem problem =
        Problem.of(
            x -> Math.max(1, Math.hypot(x[0] - 1 + x[1] / 2, x[1] + 2)), Box.cube(-10, 10, 2));
    Search search = Search.of(problem).workers(1).budget(Budget.evaluations(200));
    Result result = search.run();
    assertThat(result.best().value()).isEqualTo(1);
    Optimum first = result.optima().get(0);
    assertThat(first.isFinished()).isFalse();
    confirmTheBestIsFirst(search, result);
  }

  private static double peak(double[] p, int first, double t) {
    double far = (t - p[first + 1]) / p[first + 2];
    return p[first] * Math.exp(-far * far);
  }

  /** The squared errors of two peaks, each of a height, a place and a width. */
  private static double twoPeaks(double[] p) {
    double[] truth = {2, -1, 0.7, 1.2, 1.5, 0.5};
    double sum = 0;
    for (double t = -4; t <= 4; t += 0.1) {
      double error = peak(p, 0, t) + peak(p, 3, t) - peak(truth, 0, t) - peak(truth, 3, t);
      sum += error * error;
    }
    return sum;
  }

  /** From the centre itself both peaks stay one for ever. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2})
  void aSaddlePointBetweenEqualPartsIsNotListed(long seed) {
    Box box = Box.of(new double[] {0, -4, 0.1, 0, -4, 0.1}, new double[] {4, 4, 3, 4, 4, 3});
    Problem problem = Problem.of(OptimaTest::twoPeaks, box);
    Result result =
        Search.of(problem).workers(1).seed(seed).budget(Budget.evaluations(3_000)).run();
    assertThat(result.optima()).isNotEmpty();
    assertThat(result.optima())
        .allSatisfy(one -> assertThat(one.x()[1]).isNotCloseTo(one.x()[4], within(1e-3)));
  }

  @Test
  void nothingIsListedBeforeTheFirstValue() {
    Result result =
        Search.of(Problem.of(x -> Double.NaN, Box.cube(0, 1, 2)))
            .budget(Budget.evaluations(50))
            .run();
    assertThat(result.optima()).isEmpty();
    assertThat(result.unfinished()).isEmpty();
  }

  @Test
  void originsAreInTheUsersUnits() {
    Box box = Box.of(new double[] {100, -3}, new double[] {900, -1});
    Problem problem =
        Problem.of(x -> Math.cos(x[0] / 30) + (x[1] + 2) * (x[1] + 2) + 1e-6 * x[0] * x[0], box);
    Search search = Search.of(problem).workers(1).budget(Budget.evaluations(3_000));
    for (Optimum optimum : search.run().optima()) {
      if (optimum.origin() instanceof Origin.Drawn drawn) {
        double[] from = drawn.place().position();
        assertThat(search.replay(optimum).path().get(0).x()).isEqualTo(from);
        assertThat(from[0]).isBetween(100.0, 900.0);
        assertThat(drawn.place().u()[0]).isCloseTo((from[0] - 100) / 800, within(1e-12));
      }
    }
  }
}
