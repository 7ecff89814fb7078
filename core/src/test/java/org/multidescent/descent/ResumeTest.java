package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblems;

/** A descent's path is the same whoever takes its steps, and wherever it is interrupted. */
class ResumeTest {

  private static final int STEPS = 60;

  static List<StepRule> rules() {
    return List.of(
        StepRule.bfgs(),
        StepRule.lbfgs(3),
        StepRule.lbfgs(),
        StepRule.spectral(),
        StepRule.adam(0.02),
        StepRule.momentum(1e-5, 0.9),
        StepRule.nesterov(1e-5, 0.9),
        StepRule.euler(1e-5));
  }

  static List<Problem> problems() {
    return List.of(
        Functions.cube(Functions::rosenbrock, 3),
        Functions.cube(Functions::ellipsoid, 4),
        TestProblems.rosenbrock(4).problem(),
        fused(),
        Functions.cube(x -> Math.abs(x[0]) + 10 * Math.cos(3 * x[1]) + x[1] * x[1], 2));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyStepByAnotherThreadWithAnotherOracle(StepRule rule) throws Exception {
    Descent descent = Solo.with(rule);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Problem problem : problems()) {
        for (long seed = 1; seed <= 3; seed++) {
          double[] start = start(problem, seed);
          Solo alone = new Solo(problem, descent, start);
          Solo shared = new Solo(problem, descent, start);
          for (int k = 0; k < STEPS; k++) {
            Stall expected = alone.advance(alone.oracle);
            Stall stall = threads.submit(() -> advanceWithNewOracle(shared)).get();
            assertThat(stall).isEqualTo(expected);
            assertThat(shared.point.position()).containsExactly(alone.point.position());
            assertThat(shared.point.value()).isEqualTo(alone.point.value());
            if (stall != null) {
              break;
            }
          }
          assertThat(shared.values).isEqualTo(alone.values);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static @Nullable Stall advanceWithNewOracle(Solo solo) {
    WorkingCoordinates scaling = WorkingCoordinates.unitBox(solo.problem);
    return solo.advance(new CountedOracle(solo.problem, scaling, solo.descent.differences(), solo));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aHaltAnywhereLeavesAPointThatCanBeResumed(StepRule rule) {
    haltAnywhere(rule, Functions.cube(Functions::rosenbrock, 3));
    haltAnywhere(rule, fused());
  }

  private static Problem fused() {
    Problem problem = TestProblems.rosenbrock(3).problem();
    return Problem.withGradient(problem.evaluator()::valueAndGradient, Box.cube(-5, 5, 3));
  }

  private static void haltAnywhere(StepRule rule, Problem problem) {
    double[] start = start(problem, 7);
    Solo whole = new Solo(problem, Solo.with(rule), start);
    List<double[]> path = new ArrayList<>();
    for (int k = 0; k < 12 && whole.advance(whole.oracle) == null; k++) {
      path.add(whole.point.position().clone());
    }
    for (int allowed = 1; allowed < 60; allowed++) {
      Solo cut = new Solo(problem, Solo.with(rule), start);
      Fuse fuse = new Fuse(cut, allowed);
      Oracle mortal =
          new CountedOracle(
              problem, WorkingCoordinates.unitBox(problem), cut.descent.differences(), fuse);
      try {
        while (cut.point.steps() < path.size()) {
          cut.advance(mortal);
        }
      } catch (StopSearch halt) {
        while (cut.point.steps() < path.size()) {
          cut.advance(cut.oracle);
        }
      }
      assertThat(cut.point.position()).containsExactly(path.get(path.size() - 1));
    }
  }

  @Test
  void aPointUsedAgainForgetsEverything() {
    Problem problem = Functions.cube(Functions::rosenbrock, 3);
    Solo first = new Solo(problem, Solo.with(StepRule.bfgs()), start(problem, 1));
    first.run();
    double[] start = start(problem, 2);
    Solo fresh = new Solo(problem, Solo.with(StepRule.bfgs()), start);
    first.oracle.coordinates().toWorking(start, first.point.position());
    first.descent.begin(first.point, fresh.point.value(), 0);
    first.run();
    fresh.run();
    assertThat(first.point.position()).containsExactly(fresh.point.position());
  }

  private static double[] start(Problem problem, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(problem.dimension(), -5, 5).toArray();
  }

  /** Grants some evaluations, then halts. */
  private static final class Fuse implements EvaluationCounter {

    private final EvaluationCounter tally;
    private int left;

    Fuse(EvaluationCounter tally, int left) {
      this.tally = tally;
      this.left = left;
    }

    @Override
    public void beforeValue() {
      if (left-- <= 0) {
        throw StopSearch.INSTANCE;
      }
      tally.beforeValue();
    }

    @Override
    public void beforeGradient() {
      tally.beforeGradient();
    }

    @Override
    public int beforeValues(int wanted) {
      return tally.beforeValues(wanted);
    }

    @Override
    public void after(double value, double[] u, int offset) {}

    @Override
    public double failed(Throwable cause, double[] u, int offset) {
      return tally.failed(cause, u, offset);
    }
  }
}
