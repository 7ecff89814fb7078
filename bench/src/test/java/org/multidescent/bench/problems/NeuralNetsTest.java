package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.testproblem.TestProblem;

class NeuralNetsTest {

  private static List<TestProblem> all() {
    return NeuralNets.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientAgreesWithCentralDifferences(TestProblem testProblem) {
    Gradients.agreeWithDifferences(testProblem, 50);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theMinimumIsAttained(TestProblem testProblem) {
    double[] minimiser = testProblem.minimiser();
    assertThat(minimiser).isNotNull();
    assertThat(testProblem.problem().evaluator().value(minimiser)).isCloseTo(0, within(1e-24));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noSampleLiesBelowTheMinimum(TestProblem testProblem) {
    assertThat(Gradients.leastOfSamples(testProblem, 10_000)).isGreaterThan(testProblem.target());
  }

  @Test
  void theDimensionsAreThoseOfTheWeights() {
    assertThat(NeuralNets.xor().problem().dimension()).isEqualTo(9);
    assertThat(NeuralNets.spirals().problem().dimension()).isEqualTo(41);
  }
}
