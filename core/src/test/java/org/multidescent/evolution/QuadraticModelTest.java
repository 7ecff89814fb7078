package org.multidescent.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class QuadraticModelTest {

  private static final int DIMENSION = 4;

  private final QuadraticModel model = new QuadraticModel(DIMENSION);
  private final SplittableRandom random = new SplittableRandom(3);

  private static double bowl(double[] z) {
    double sum = 7 + z[0] * z[1] - 2 * z[3];
    for (int i = 0; i < DIMENSION; i++) {
      sum += (i + 1) * z[i] * z[i];
    }
    return sum;
  }

  private double[] anywhere() {
    return random.doubles(DIMENSION, -2, 2).toArray();
  }

  private void observe(int count, ToDoubleFunction<double[]> function) {
    model.clear(count);
    for (int k = 0; k < count; k++) {
      double[] z = anywhere();
      model.add(z, function.applyAsDouble(z));
    }
  }

  @Test
  void termsAreCounted() {
    assertThat(QuadraticModel.terms(2)).isEqualTo(7);
    assertThat(QuadraticModel.terms(4)).isEqualTo(16);
    assertThat(QuadraticModel.terms(20)).isEqualTo(42);
  }

  @Test
  void fewValuesTellARoundBowl() {
    observe(DIMENSION + 5, z -> 3 + z[1] + z[0] * z[0] + z[1] * z[1] + z[2] * z[2] + z[3] * z[3]);
    assertThat(model.fit()).isTrue();
    assertThat(model.predicted(new double[] {2, 0, 0, 0})).isCloseTo(7, within(0.01));
    assertThat(model.predicted(new double[] {0, 1, 0, 1})).isCloseTo(6, within(0.01));
    assertThat(model.fitted(0)).isCloseTo(model.observed(0), within(0.01));
  }

  @Test
  void manyValuesTellAnyBowl() {
    observe(400, QuadraticModelTest::bowl);
    assertThat(model.fit()).isTrue();
    for (int k = 0; k < 10; k++) {
      double[] z = anywhere();
      assertThat(model.predicted(z)).isCloseTo(bowl(z), within(0.3));
    }
  }

  @Test
  void outliersDoNotCount() {
    observe(400, z -> bowl(z) + (random.nextInt(5) == 0 ? 1e6 * random.nextGaussian() : 0));
    assertThat(model.fit()).isTrue();
    for (int k = 0; k < 10; k++) {
      double[] z = anywhere();
      assertThat(model.predicted(z)).isCloseTo(bowl(z), within(0.5));
    }
  }

  @Test
  void theFunctionHasLessNoiseThanTheValues() {
    observe(200, z -> bowl(z) + random.nextGaussian());
    assertThat(model.fit()).isTrue();
    double squares = 0;
    for (int k = 0; k < 100; k++) {
      double[] z = random.doubles(DIMENSION, -1, 1).toArray();
      double error = model.predicted(z) - bowl(z);
      squares += error * error / 100;
    }
    assertThat(squares).isLessThan(0.15);
  }

  @Test
  void tooFewOrFarOnesTellNothing() {
    observe(DIMENSION + 2, QuadraticModelTest::bowl);
    assertThat(model.fit()).isFalse();
    model.clear(100);
    for (int k = 0; k < 100; k++) {
      model.add(new double[] {100, k, 0, 0}, k);
    }
    assertThat(model.fit()).isFalse();
  }

  @Test
  void equalValuesAreLevel() {
    observe(50, z -> 5);
    assertThat(model.fit()).isTrue();
    assertThat(model.predicted(anywhere())).isCloseTo(5, within(1e-6));
  }
}
