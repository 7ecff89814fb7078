package org.multidescent.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DifferentialEvolutionTest {

  private static final double[] LOWER = {-1, 2, -1};
  private static final double[] UPPER = {1, 2, Double.POSITIVE_INFINITY};
  private static final double[] RANGE = {2, 0, 2};
  private static final int POPULATION = DifferentialEvolution.population(3);

  private final DifferentialEvolution evolution = new DifferentialEvolution(LOWER, UPPER, RANGE);
  private final double[] memory = new double[(int) DifferentialEvolution.size(3)];
  private final double[] centre = {0.95, 2, -0.5};

  private double[] trial(int k) {
    return Arrays.copyOfRange(evolution.trials(), 3 * k, 3 * k + 3);
  }

  private void generation(ToDoubleFunction<double[]> objective) {
    evolution.breed(memory, centre);
    for (int k = 0; k < POPULATION; k++) {
      evolution.values()[k] = objective.applyAsDouble(trial(k));
    }
    evolution.select(memory);
  }

  @Test
  void theFirstPopulationIsRoundTheCentreWithinTheBounds() {
    for (long stream = -20; stream < 20; stream++) {
      DifferentialEvolution.begin(memory, stream);
      assertThat(DifferentialEvolution.hasBegun(memory)).isFalse();
      evolution.breed(memory, centre);
      for (int k = 0; k < POPULATION; k++) {
        assertThat(trial(k)[0]).isBetween(0.35, 1.0);
        assertThat(trial(k)[1]).isEqualTo(2);
        assertThat(trial(k)[2]).isBetween(-1.0, 0.1);
      }
    }
  }

  @Test
  void trialsStayWithinTheBounds() {
    DifferentialEvolution.begin(memory, 3);
    for (int time = 0; time < 30; time++) {
      generation(
          x -> {
            assertThat(x[0]).isBetween(-1.0, 1.0);
            assertThat(x[1]).isEqualTo(2);
            assertThat(x[2]).isGreaterThanOrEqualTo(-1);
            return -x[0] + x[2];
          });
    }
    assertThat(evolution.value(memory)).isEqualTo(-2, within(1e-3));
  }

  @Test
  void findsTheBottomOfAKinkedValley() {
    DifferentialEvolution.begin(memory, 5);
    int generations = 0;
    do {
      generation(x -> 20 * Math.abs(x[2] - x[0] * x[0]) + Math.abs(x[0] - 0.7));
      generations++;
    } while (!evolution.hasEnded(memory));
    double[] best = new double[3];
    evolution.copy(memory, best);
    assertThat(best).containsExactly(new double[] {0.7, 2, 0.49}, within(0.05));
    assertThat(generations).isBetween(10, 300);
  }

  @Test
  void endsOnAPlateau() {
    DifferentialEvolution.begin(memory, 7);
    int generations = 0;
    do {
      generation(x -> 1);
      generations++;
    } while (!evolution.hasEnded(memory));
    assertThat(generations).isLessThan(40);
  }

  @Test
  void trialsWithoutAValueReplaceNone() {
    DifferentialEvolution.begin(memory, 9);
    generation(x -> x[0]);
    double[] before = memory.clone();
    generation(x -> Double.NaN);
    assertThat(Arrays.copyOfRange(memory, 5, memory.length))
        .containsExactly(Arrays.copyOfRange(before, 5, memory.length));
    assertThat(DifferentialEvolution.isSound(memory, 3)).isTrue();
    memory[7] = Double.NaN;
    assertThat(DifferentialEvolution.isSound(memory, 3)).isFalse();
  }
}
