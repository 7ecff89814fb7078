package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.report.Result;

class DigitTrainingTest {

  /** One in twenty is mislabelled, a tenth of those with the right label by chance. */
  @Test
  void learnsWithoutALearningRate() {
    for (int seed = 1; seed <= 3; seed++) {
      Result result = DigitTraining.train(seed, 2_000);
      assertThat(DigitTraining.right(result.best().x(), 5, 1000)).isGreaterThan(880);
      assertThat(result.progress().evaluations()).isEqualTo(2_000);
    }
  }
}
