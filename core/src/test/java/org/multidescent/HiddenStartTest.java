package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;

/** Objectives that have values in a small part of their box: nothing waits for a pool of starts. */
class HiddenStartTest {

  private static final int SEARCHES = 20;

  /** A bowl of curvatures 2 to 4, with values within a radius of the middle only. */
  private static double bowl(double[] x, double[] middle, double radius) {
    double square = 0;
    double value = 0;
    for (int i = 0; i < x.length; i++) {
      double away = x[i] - middle[i];
      square += away * away;
      value += (1 + (double) i / x.length) * Math.pow(away - 0.1 * radius, 2);
    }
    return square > radius * radius ? Double.NaN : value / (radius * radius);
  }

  private static double[] middle(int seed, int dimension) {
    return new SplittableRandom(seed).doubles(dimension, 0.35, 0.65).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0.03, 0", "0.03, 8", "0.3, 0", "0.3, 8"})
  void aGivenStartDescendsThoughNoOtherHasAValue(double radius, int lanes) {
    for (int seed = 0; seed < SEARCHES; seed++) {
      double[] middle = middle(seed, 10);
      Problem problem = Problem.of(x -> bowl(x, middle, radius), Box.cube(0, 1, 10));
      Search search =
          Search.of(problem)
              .seed(seed)
              .workers(1)
              .starts(Starts.given(List.of(middle)))
              .budget(Budget.target(1e-4).or(Budget.evaluations(100)));
      Result result = (lanes == 0 ? search : search.reproducible(lanes)).run();
      assertThat(result.ending()).isEqualTo(Ending.TARGET);
    }
  }

  /** The search goes on from what it knows instead of drawing starts without end. */
  @Test
  void startsWithoutAValueDoNotUseTheBudgetUp() {
    double[] middle = middle(1, 10);
    Problem problem = Problem.of(x -> bowl(x, middle, 0.1), Box.cube(0, 1, 10));
    Result result =
        Search.of(problem)
            .workers(1)
            .starts(Starts.given(List.of(middle)))
            .budget(Budget.evaluations(5_000))
            .run();
    assertThat(result.progress().counts().perturbations()).isGreaterThan(100);
    assertThat(result.progress().counts().starts()).isLessThan(1_000);
    Witness.confirmConservation(result);
  }

  /** One start in a thousand has a value: as many are drawn as that takes, no multiple of it. */
  @ParameterizedTest
  @CsvSource({"1", "2", "8"})
  void aSearchDescendsFromTheFirstStartThatHasAValue(int workers) {
    double evaluations = 0;
    for (int seed = 0; seed < SEARCHES; seed++) {
      double[] middle = middle(seed, 10);
      Problem problem =
          Problem.of(
              x -> x[0] < 0.9 || x[1] < 0.99 ? Double.NaN : bowl(x, middle, 10),
              Box.cube(0, 1, 10));
      Result result = Search.of(problem).seed(seed).workers(workers).budget(Budget.steps(1)).run();
      assertThat(result.ending()).isEqualTo(Ending.STEPS);
      evaluations += result.progress().evaluations();
    }
    assertThat(evaluations / SEARCHES).isLessThan(2_000);
  }

  /** What was found before values could be compared is found again alone. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "8, 0", "2, 1", "3, 8"})
  void theFirstDescentIsReplayed(int workers, int lanes) {
    for (int seed = 0; seed < SEARCHES; seed++) {
      double[] middle = middle(seed, 4);
      Problem problem =
          Problem.of(
              x -> bowl(x, middle, 10) + Math.sin(20 * x[0]) * Math.cos(15 * x[1]),
              Box.cube(0, 1, 4));
      Search search = Search.of(problem).seed(seed).workers(workers);
      Search run = lanes == 0 ? search : search.reproducible(lanes);
      Result result = run.budget(Budget.evaluations(600)).run();
      for (Optimum optimum : result.optima()) {
        assertThat(search.replay(optimum).x()).isEqualTo(optimum.x());
        assertThat(search.replay(optimum).evaluations()).isEqualTo(optimum.descent().evaluations());
      }
    }
  }
}
