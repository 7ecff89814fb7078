package org.multidescent.bench.problems.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Evaluator;
import org.multidescent.testproblem.TestProblem;

class ClustersTest {

  private static List<TestProblem> all() {
    return Clusters.all();
  }

  /** Energies as the Cambridge Cluster Database prints them. */
  @ParameterizedTest
  @CsvSource({
    "cluster-lj7, -16.505384",
    "cluster-lj8, -19.821489",
    "cluster-lj9, -24.113360",
    "cluster-lj10, -28.422532",
    "cluster-lj13, -44.326801",
    "cluster-lj19, -72.659782",
    "cluster-morse7, -16.207580",
    "cluster-morse9, -23.417190",
    "cluster-morse13, -42.439863"
  })
  void minimaAreThePublishedOnes(String name, double published) {
    TestProblem testProblem =
        all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    assertThat(testProblem.minimum()).isCloseTo(published, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("all")
  void minimiserIsStationary(TestProblem testProblem) {
    double[] minimiser = testProblem.minimiser();
    assertThat(minimiser).isNotNull();
    double[] gradient = new double[minimiser.length];
    testProblem.problem().evaluator().valueAndGradient(minimiser, gradient);
    for (double component : gradient) {
      assertThat(component).isCloseTo(0, within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientAgreesWithDifferences(TestProblem testProblem) {
    SplittableRandom random = new SplittableRandom(4);
    Evaluator evaluator = testProblem.problem().evaluator();
    int dimension = testProblem.problem().dimension();
    double[] gradient = new double[dimension];
    for (int k = 0; k < 20; k++) {
      double[] x = random.doubles(dimension, -1.66, 1.66).toArray();
      double value = evaluator.valueAndGradient(x, gradient);
      assertThat(evaluator.value(x)).isEqualTo(value);
      assertThat(value).isGreaterThan(testProblem.minimum());
      for (int i = 0; i < dimension; i++) {
        double[] y = x.clone();
        y[i] += 1e-6;
        double above = evaluator.value(y);
        y[i] -= 2e-6;
        double slope = (above - evaluator.value(y)) / 2e-6;
        assertThat(gradient[i]).isCloseTo(slope, within(1e-2 + 1e-4 * Math.abs(slope)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 0.7})
  void atomsThatMeetRepelEachOther(double square) {
    for (PairEnergy pair : List.of(PairEnergy.lennardJones(), PairEnergy.morse(6))) {
      assertThat(pair.energy(square)).isFinite().isPositive();
      assertThat(pair.slope(square)).isFinite().isNegative();
    }
  }

  @Test
  void pairsAreDeepestAtTheirLength() {
    assertThat(PairEnergy.morse(6).energy(1)).isEqualTo(-1);
    assertThat(PairEnergy.lennardJones().energy(Math.cbrt(2))).isCloseTo(-1, within(1e-12));
  }
}
