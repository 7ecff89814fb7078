package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Problem;
import org.multidescent.report.Result;

class NetworkTrainingTest {

  @Test
  void backpropagationAgreesWithDifferences() {
    Problem problem = NetworkTraining.problem();
    double[] weights = new SplittableRandom(2).doubles(problem.dimension(), -1, 1).toArray();
    assertThat(problem.checkGradient(weights).isWithin(1e-6)).isTrue();
  }

  @Test
  void theSpiralsAreToldApart() {
    Result result = NetworkTraining.train(1, 3_000);
    assertThat(result.progress().valueEvaluations()).isZero();
    assertThat(NetworkTraining.right(result.best().x())).isGreaterThanOrEqualTo(114);
  }
}
