package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Estimate;

class SampleRoundTest {

  private static final Box BOX = Box.cube(0, 10, 1);

  private final AtomicLong evaluations = new AtomicLong();

  private static SampleRound round(Problem problem, int each, double... positions) {
    List<Candidate> candidates =
        Arrays.stream(positions)
            .mapToObj(u -> new Candidate(new double[] {u}, Estimate.exact(0)))
            .toList();
    return new SampleRound(new TestSettings().problem(problem).make(), candidates, each, 3);
  }

  private void complete(SampleRound round, Problem problem) {
    while (round.work(problem.evaluator(), evaluations)) {
      assertThat(evaluations.get()).isPositive();
    }
  }

  @Test
  void eachCandidateIsEvaluatedAsOftenAsTheOthers() {
    Problem problem = Problem.of(x -> x[0], BOX);
    SampleRound round = round(problem, 3, 0.1, 0.5);
    complete(round, problem);
    assertThat(round.isComplete()).isTrue();
    assertThat(evaluations).hasValue(6);
    assertThat(round.estimate(0)).isEqualTo(Estimate.of(new double[] {1, 1, 1}, 3));
    assertThat(round.estimate(1).mean()).isEqualTo(5);
    assertThat(round.estimate(1).evaluations()).isEqualTo(3);
  }

  @Test
  void itIsCompleteWhenTheLastHasEnded() {
    Problem problem = Problem.of(x -> x[0], BOX);
    SampleRound round = round(problem, 2, 0.1);
    assertThat(round.work(problem.evaluator(), evaluations)).isTrue();
    assertThat(round.isComplete()).isFalse();
    assertThat(round.work(problem.evaluator(), evaluations)).isTrue();
    assertThat(round.isComplete()).isTrue();
    assertThat(round.work(problem.evaluator(), evaluations)).isFalse();
    assertThat(evaluations).hasValue(2);
  }

  @Test
  void oneCallerClaimsItsEnd() {
    SampleRound round = round(Problem.of(x -> x[0], BOX), 1, 0.1);
    assertThat(round.claimsEnd()).isTrue();
    assertThat(round.claimsEnd()).isFalse();
  }

  @Test
  void evaluationsThatFailAreLeftOut() {
    ToDoubleFunction<double[]> failing =
        x -> {
          if (x[0] == 1) {
            throw new ArithmeticException();
          }
          return Double.NEGATIVE_INFINITY;
        };
    Objective objective = failing::applyAsDouble;
    Problem problem = Problem.of(objective, BOX);
    SampleRound round = round(problem, 2, 0.1, 0.5);
    complete(round, problem);
    assertThat(round.isComplete()).isTrue();
    assertThat(round.estimate(0).mean()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(round.estimate(1).mean()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void anObjectiveThatTakesBatchesGetsThem() {
    Problem problem =
        Problems.batch(
            (positions, count, values) -> {
              for (int k = 0; k < count; k++) {
                values[k] = positions[k] + count;
              }
            },
            BOX);
    SampleRound round = round(problem, 150, 0.1, 0.2);
    complete(round, problem);
    assertThat(evaluations).hasValue(300);
    assertThat(round.estimate(0).mean()).isEqualTo(1 + (128 * 256 + 22 * 44) / 150.0);
  }

  @Test
  void samplesOfAStochasticObjectiveDependOnTheRoundAlone() {
    Problem problem = Problems.stochastic((x, sample) -> sample >>> 1, BOX);
    SampleRound one = round(problem, 4, 0.1);
    SampleRound other = round(problem, 4, 0.1);
    complete(one, problem);
    complete(other, problem);
    assertThat(one.estimate(0)).isEqualTo(other.estimate(0));
    assertThat(one.estimate(0).deviation()).isPositive();
  }
}
