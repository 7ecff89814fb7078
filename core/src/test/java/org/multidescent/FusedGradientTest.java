package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;
import org.multidescent.testproblem.TestProblems;

/** Objectives that return the value and write the gradient in one call. */
class FusedGradientTest {

  private static final int CHAIN = 1_000;

  static List<Problem> forms() {
    Box box = Box.cube(-2, 2, 6);
    return List.of(
        Problem.withGradient(FusedGradientTest::chain, box),
        Problem.withGradient(FusedGradientTest::chain, box).serial(),
        Problems.withGradientPerWorker(() -> FusedGradientTest::chain, box),
        Problems.batchWithGradient(FusedGradientTest::chains, box));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyEvaluationIsOneWithGradient(Problem problem) {
    Witness witness = new Witness();
    Result result =
        Search.of(witness.watch(problem)).workers(2).budget(Budget.evaluations(2_000)).run();
    witness.confirm(result);
    assertThat(result.progress().valueEvaluations()).isZero();
    assertThat(result.progress().gradientEvaluations()).isEqualTo(2_000);
    assertThat(result.best().value()).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormFindsTheSame(Problem problem) {
    Result first = Search.of(forms().get(0)).reproducible(3).budget(Budget.evaluations(700)).run();
    Result result = Search.of(problem).reproducible(3).budget(Budget.evaluations(700)).run();
    assertThat(result.best().x()).containsExactly(first.best().x(), within(1e-8));
    assertThat(problem.checkGradient(new double[] {.3, -1, 1, .5, 0, 1}).isWithin(1e-6)).isTrue();
    assertThat(problem.selfTest(1, 8, 2).findings()).isEmpty();
  }

  @Test
  void aLineSearchTakesHardlyMoreThanOneEvaluationAStep() {
    Result result = descend(5_000);
    double steps = result.progress().steps();
    assertThat(result.progress().evaluations() / steps).isLessThan(1.15);
  }

  /** Clusters of atoms: a step as long as the model says brings some too close to each other. */
  @Test
  void stepsThatHadToBeShortenedAreRemembered() {
    Problem apart = TestProblems.lennardJones(13).problem();
    Problem cluster =
        Problems.withGradientPerWorker(() -> apart.evaluator()::valueAndGradient, apart.startBox());
    Budget settled = Budget.steps(80);
    double evaluations = 0;
    double steps = 0;
    double early = 0;
    double earlySteps = 0;
    for (int seed = 0; seed < 40; seed++) {
      Search search =
          Search.of(cluster)
              .seed(seed)
              .workers(1)
              .starts(Starts.uniform())
              .initialStarts(1)
              .coarseShare(0);
      Result whole = search.budget(Budget.stalls(1)).run();
      evaluations += whole.progress().evaluations();
      steps += whole.progress().steps();
      Result begun = search.budget(Budget.stalls(1).or(settled)).run();
      early += begun.progress().evaluations();
      earlySteps += begun.progress().steps();
    }
    assertThat(evaluations / steps).isLessThan(1.35);
    assertThat((evaluations - early) / (steps - earlySteps)).isLessThan(1.2);
  }

  @Test
  void oneCallForBothSavesNearlyHalfOfTheEvaluations() {
    Box box = Box.cube(-2, 2, CHAIN);
    Problem apart =
        Problem.withGradient(x -> chain(x, new double[x.length]), FusedGradientTest::chain, box);
    double level = descend(apart, 3_000).best().value();
    assertThat(descend(1_750).best().value()).isLessThanOrEqualTo(level);
  }

  private static Result descend(long evaluations) {
    Box box = Box.cube(-2, 2, CHAIN);
    return descend(Problem.withGradient(FusedGradientTest::chain, box), evaluations);
  }

  private static Result descend(Problem problem, long evaluations) {
    double[] start = new SplittableRandom(4).doubles(CHAIN, -2, 2).toArray();
    return Search.of(problem)
        .workers(1)
        .starts(Starts.given(List.of(start)))
        .initialStarts(1)
        .coarseShare(0)
        .budget(Budget.evaluations(evaluations))
        .run();
  }

  @Test
  void aSumOverCoordinatesIsFoundOutOnceADescentHasStalled() {
    Problem problem = Problem.withGradient(FusedGradientTest::rastrigin, Box.cube(-5, 5, 10));
    Result result =
        Search.of(problem).workers(1).budget(Budget.target(1e-6).or(Budget.evaluations(900))).run();
    assertThat(result.best().value()).isLessThan(1e-6);
  }

  @Test
  void aPositionWhoseGradientIsBrokenIsNotTaken() {
    AtomicInteger calls = new AtomicInteger();
    Problem problem =
        Problem.withGradient(
            (x, gradient) -> {
              double value = chain(x, gradient);
              if (calls.incrementAndGet() % 5 == 0) {
                gradient[0] = Double.NaN;
              }
              return value;
            },
            Box.cube(-2, 2, 6));
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(2_000)).run();
    assertThat(result.best().value()).isLessThan(1e-6);
    assertThat(result.faultCounts()).containsOnlyKeys(Fault.Kind.GRADIENT);
  }

  @Test
  void underConstraintsValuesAreAskedFor() {
    Problem problem =
        Problem.withGradient(FusedGradientTest::chain, Box.cube(-2, 2, 2))
            .subjectTo(Constraints.of((x, c) -> c[0] = x[0] + x[1] - 1, 1, 0));
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(2_000)).run();
    assertThat(result.best().value()).isCloseTo(0.1456, within(1e-3));
  }

  private static double chain(double[] x, double[] gradient) {
    double sum = 0;
    Arrays.fill(gradient, 0);
    for (int i = 0; i + 1 < x.length; i++) {
      double bend = x[i + 1] - x[i] * x[i];
      double rest = 1 - x[i];
      sum += 100 * bend * bend + rest * rest;
      gradient[i] -= 400 * bend * x[i] + 2 * rest;
      gradient[i + 1] += 200 * bend;
    }
    return sum;
  }

  private static void chains(double[] positions, int count, double[] values, double[] gradients) {
    for (int k = 0; k < count; k++) {
      double[] gradient = new double[6];
      values[k] = chain(Arrays.copyOfRange(positions, 6 * k, 6 * k + 6), gradient);
      System.arraycopy(gradient, 0, gradients, 6 * k, 6);
    }
  }

  private static double rastrigin(double[] x, double[] gradient) {
    double sum = 10 * x.length;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i] - 10 * Math.cos(2 * Math.PI * x[i]);
      gradient[i] = 2 * x[i] + 20 * Math.PI * Math.sin(2 * Math.PI * x[i]);
    }
    return sum;
  }
}
