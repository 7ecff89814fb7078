package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Differences;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.random.RandomStream;
import org.multidescent.restart.Perturbation;

class CandidateSamplerTest {

  private static Perturbation given(double... candidates) {
    return new GivenPerturbation(
        Arrays.stream(candidates).mapToObj(u -> new double[] {u}).toArray(double[][]::new));
  }

  private final Problem problem =
      Problem.of(x -> x[0] > 8 ? Double.NaN : (x[0] - 3) * (x[0] - 3), Box.cube(0, 10, 1));
  private final ReplayCounters counters = counters();
  private final CandidateSampler sampler =
      new CandidateSampler(
          new CountedOracle(
              problem, WorkingCoordinates.none(problem), Differences.adaptive(), counters));
  private final RandomStream random = new RandomStream(1, 2, 3);

  private ReplayCounters counters() {
    ReplayCounters made = new ReplayCounters(1);
    made.begin(1_000, Double.POSITIVE_INFINITY);
    return made;
  }

  @Test
  void theLowestWins() {
    int best = sampler.evaluate(given(1, 2.5, 7, 4), random);
    assertThat(best).isOne();
    assertThat(sampler.value(best)).isEqualTo(0.25);
    double[] u = new double[1];
    sampler.copy(best, u);
    assertThat(u).containsExactly(2.5);
  }

  @Test
  void ofEqualsTheFirstWins() {
    assertThat(sampler.evaluate(given(5, 1, 1, 5), random)).isZero();
  }

  @Test
  void candidatesOutsideTheBoundsAreMovedOntoThem() {
    double[] u = new double[1];
    int best = sampler.evaluate(given(-7, 9), random);
    sampler.copy(best, u);
    assertThat(u).containsExactly(0);
  }

  @Test
  void thoseWithoutAValueLose() {
    assertThat(sampler.evaluate(given(9, 0), random)).isOne();
    assertThat(sampler.evaluate(given(9, 9.5), random)).isNegative();
  }

  @Test
  void aPerturbationThatBreaksItsContractIsNamed() {
    assertThatThrownBy(() -> sampler.evaluate(given(), random))
        .isInstanceOf(ComponentFailure.class)
        .extracting(failure -> ((ComponentFailure) failure).message())
        .isEqualTo(
            "the restart strategy failed: a perturbation of 0 candidates (expected: 1 or more)");
    assertThatThrownBy(() -> sampler.evaluate(given(Double.NaN), random))
        .isInstanceOf(ComponentFailure.class)
        .extracting(failure -> ((ComponentFailure) failure).message())
        .isEqualTo(
            "the restart strategy failed: a perturbation proposed NaN for coordinate 0 (expected: a"
                + " number)");
  }
}
