package org.multidescent.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CmaEsSurrogateTest {

  private static final int POPULATION = 8;

  /** The last coordinate is fixed. */
  private final CmaEsGeneration generation =
      new CmaEsGeneration(
          new double[] {-1, -1, -1, 2}, new double[] {1, 1, 1, 2}, new double[] {2, 2, 2, 0});

  private final CmaEsSurrogate surrogate = new CmaEsSurrogate(generation, 4);
  private final double[] memory = new double[(int) (CmaEsMemory.size(4) + CmaEsArchive.size(4))];
  private final double[] position = {0.9, 0.9, -0.9, 2};
  private final SplittableRandom random = new SplittableRandom(1);
  private int evaluations;

  private static double bowl(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  private void begin(int population) {
    memory[CmaEsMemory.POPULATION] = population;
    memory[CmaEsMemory.FIRST_POPULATION] = population;
    CmaEsMemory.putStream(memory, 5);
    CmaEsAdaptation.initialise(memory, generation, position, 0.15);
  }

  private int generations(int count, ToDoubleFunction<double[]> objective) {
    evaluations = 0;
    for (int k = 0; k < count; k++) {
      generation.sample(memory, position);
      surrogate.evaluate(memory, generation, batch(objective));
      generation.rank((int) memory[CmaEsMemory.POPULATION]);
      CmaEsAdaptation.adapt(memory, generation);
      CmaEsAdaptation.decompose(memory, generation);
    }
    return evaluations;
  }

  private CmaEsSurrogate.Batch batch(ToDoubleFunction<double[]> objective) {
    return (positions, count, values) -> {
      for (int k = 0; k < count; k++) {
        values[k] = objective.applyAsDouble(Arrays.copyOfRange(positions, 4 * k, 4 * k + 4));
        evaluations++;
      }
    };
  }

  private double distance() {
    double[] mean = new double[4];
    generation.mean(memory, position, mean);
    return bowl(new double[] {mean[0], mean[1], mean[2]});
  }

  @Test
  void aSmoothFunctionNeedsFewEvaluations() {
    begin(POPULATION);
    assertThat(generations(60, CmaEsSurrogateTest::bowl)).isBetween(70, 60 * POPULATION / 2);
    assertThat(distance()).isLessThan(1e-8);
  }

  @Test
  void aLittleNoiseNeedsFewToo() {
    begin(POPULATION);
    int made = generations(60, x -> (bowl(x) - 4) * (1 + 0.01 * random.nextGaussian()));
    assertThat(made).isLessThan(60 * POPULATION * 2 / 3);
    assertThat(distance()).isLessThan(1e-8);
  }

  @Test
  void pureNoiseIsEvaluated() {
    begin(POPULATION);
    assertThat(generations(100, x -> random.nextDouble())).isGreaterThan(99 * POPULATION);
  }

  @Test
  void largePopulationsAreEvaluatedAtOnce() {
    int population = CmaEsArchive.capacity(4) + 1;
    begin(population);
    assertThat(generations(3, CmaEsSurrogateTest::bowl)).isEqualTo(3 * population);
    assertThat(CmaEsArchive.count(memory, 4)).isZero();
  }

  @Test
  void valuesThatAreNotNumbersAreNotRemembered() {
    begin(POPULATION);
    generations(30, x -> x[0] > 0.8 ? Double.NaN : bowl(x));
    assertThat(CmaEsArchive.count(memory, 4)).isEqualTo(CmaEsArchive.capacity(4));
    assertThat(CmaEsArchive.accepts(memory, 4)).isTrue();
  }

  @Test
  void nothingIsRememberedOfAnInterruptedGeneration() {
    begin(POPULATION);
    generations(10, CmaEsSurrogateTest::bowl);
    double[] before = memory.clone();
    generation.sample(memory, position);
    CmaEsSurrogate.Batch interrupted =
        (positions, count, values) -> {
          evaluations += count;
          if (evaluations > 2) {
            throw new IllegalStateException("the end");
          }
        };
    evaluations = 2;
    assertThatThrownBy(() -> surrogate.evaluate(memory, generation, interrupted))
        .isInstanceOf(IllegalStateException.class);
    assertThat(memory).isEqualTo(before);
  }
}
