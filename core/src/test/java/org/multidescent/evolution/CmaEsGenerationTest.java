package org.multidescent.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CmaEsGenerationTest {

  private static final double[] LOWER = {-1, 2, -1};
  private static final double[] UPPER = {1, 2, 1};
  private static final double[] RANGE = {2, 0, 2};

  private final CmaEsGeneration generation = new CmaEsGeneration(LOWER, UPPER, RANGE);
  private final double[] memory = new double[(int) CmaEsMemory.size(2)];
  private final double[] position = {0.5, 2, -0.5};

  private void begin(int population) {
    memory[CmaEsMemory.POPULATION] = population;
    memory[CmaEsMemory.FIRST_POPULATION] = population;
    CmaEsMemory.putStream(memory, -5);
    CmaEsAdaptation.initialise(memory, generation, position, 0.25);
  }

  private void evaluate(int population, ToDoubleFunction<double[]> objective) {
    generation.sample(memory, position);
    for (int k = 0; k < population; k++) {
      double[] x = Arrays.copyOfRange(generation.positions(), 3 * k, 3 * k + 3);
      generation.values()[k] = objective.applyAsDouble(x);
    }
    generation.rank(population);
  }

  @Test
  void mirrorsAreContinuous() {
    assertThat(CmaEsGeneration.fold(0.3, 0, 1)).isEqualTo(0.3);
    assertThat(CmaEsGeneration.fold(-0.25, 0, 1)).isEqualTo(0.25);
    assertThat(CmaEsGeneration.fold(1.25, 0, 1)).isEqualTo(0.75);
    assertThat(CmaEsGeneration.fold(2.25, 0, 1)).isEqualTo(0.25);
    assertThat(CmaEsGeneration.fold(-3.25, 0, 1)).isEqualTo(0.75);
    assertThat(CmaEsGeneration.fold(-3, -1, Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(CmaEsGeneration.fold(1e300, 0, 1)).isBetween(0.0, 1.0);
  }

  @Test
  void fixedCoordinatesStayWhereTheyAre() {
    assertThat(generation.dimension()).isEqualTo(2);
    begin(50);
    evaluate(50, x -> x[0]);
    for (int k = 0; k < 50; k++) {
      assertThat(generation.positions()[3 * k]).isBetween(-1.0, 1.0);
      assertThat(generation.positions()[3 * k + 1]).isEqualTo(2);
      assertThat(generation.positions()[3 * k + 2]).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void ranksByValueAndThoseWithoutOneLast() {
    begin(6);
    generation.sample(memory, position);
    System.arraycopy(
        new double[] {3, Double.NaN, 1, 3, Double.NEGATIVE_INFINITY, 2},
        0,
        generation.values(),
        0,
        6);
    generation.rank(6);
    double[] ranked = new double[6];
    Arrays.setAll(ranked, generation::value);
    double none = Double.POSITIVE_INFINITY;
    assertThat(ranked).containsExactly(1, 2, 3, 3, none, none);
    double[] best = new double[3];
    generation.copy(0, best);
    assertThat(best).isEqualTo(Arrays.copyOfRange(generation.positions(), 6, 9));
    assertThat(generation.meanValue(6)).isInfinite();
  }

  @Test
  void theMeanIsWhereTheRunBegan() {
    begin(6);
    double[] mean = new double[3];
    generation.mean(memory, position, mean);
    assertThat(mean).containsExactly(position, within(1e-15));
  }

  @Test
  void adaptsToTheMinimum() {
    int population = CmaEsParameters.standard(2);
    begin(population);
    for (int k = 0; k < 120; k++) {
      evaluate(population, x -> 1e4 * Math.pow(x[0] - x[2], 2) + Math.pow(x[0] + x[2] - 0.4, 2));
      CmaEsAdaptation.adapt(memory, generation);
      assertThat(CmaEsAdaptation.decompose(memory, generation)).isTrue();
    }
    double[] mean = new double[3];
    generation.mean(memory, position, mean);
    assertThat(mean).containsExactly(new double[] {0.2, 2, 0.2}, within(1e-6));
  }

  @Test
  void oneValueForAllEndsARun() {
    begin(6);
    boolean level = false;
    for (int k = 0; k < 100 && !level; k++) {
      evaluate(6, x -> 7);
      CmaEsAdaptation.adapt(memory, generation);
      level = CmaEsTermination.isLevel(memory, generation, 1, 0, false);
    }
    assertThat(level).isTrue();
    assertThat(memory[CmaEsMemory.GENERATION]).isLessThan(30);
  }

  @Test
  void aRandomWalkEndsSoonerInNoise() {
    assertThat(generationsOfNoise(true)).isBetween(30, 150);
    Arrays.fill(memory, 0);
    assertThat(generationsOfNoise(false)).isGreaterThan(150);
  }

  private int generationsOfNoise(boolean noisy) {
    SplittableRandom random = new SplittableRandom(1);
    begin(6);
    boolean level = false;
    while (!level) {
      evaluate(6, x -> random.nextDouble());
      CmaEsAdaptation.adapt(memory, generation);
      CmaEsAdaptation.decompose(memory, generation);
      level = CmaEsTermination.isLevel(memory, generation, 1, 0, noisy);
    }
    return (int) memory[CmaEsMemory.GENERATION];
  }

  @Test
  void aStreamIsKeptInFull() {
    for (long stream : new long[] {0, -1, 1L << 53, Long.MIN_VALUE, Long.MAX_VALUE, 0x80000000L}) {
      CmaEsMemory.putStream(memory, stream);
      assertThat(CmaEsMemory.stream(memory)).isEqualTo(stream);
    }
  }
}
