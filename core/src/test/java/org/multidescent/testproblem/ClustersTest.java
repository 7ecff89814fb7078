package org.multidescent.testproblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Evaluator;

class ClustersTest {

  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

  /** The centre, then the twelve corners of an icosahedron: five around the first, and so on. */
  private static double[] icosahedron() {
    double scale = 1.08 / Math.sqrt(1 + GOLDEN * GOLDEN);
    double a = scale;
    double b = scale * GOLDEN;
    return new double[] {
      0, 0, 0, 0, a, b, 0, -a, b, b, 0, a, -b, 0, a, a, b, 0, -a, b, 0, a, -b, 0, -a, -b, 0, b, 0,
      -a, -b, 0, -a, 0, a, -b, 0, -a, -b
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13})
  void lennardJonesMinimaArePiecesOfAnIcosahedron(int atoms) {
    TestProblem cluster = TestProblems.lennardJones(atoms);
    double[] start = Arrays.copyOf(icosahedron(), 3 * atoms);
    assertThat(relax(cluster, start)).isCloseTo(cluster.minimum(), within(1e-9));
    assertThat(cluster.problem().startBox().contains(start)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void thomsonMinimaAreReached(int electrons) {
    TestProblem sphere = TestProblems.thomson(electrons);
    SplittableRandom random = new SplittableRandom(electrons);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 5; k++) {
      double[] x = new double[2 * electrons];
      for (int i = 0; i < x.length; i += 2) {
        x[i] = Math.acos(2 * random.nextDouble() - 1);
        x[i + 1] = Math.PI * (2 * random.nextDouble() - 1);
      }
      least = Math.min(least, relax(sphere, x));
    }
    assertThat(least).isCloseTo(sphere.minimum(), within(1e-9));
  }

  @Test
  void particlesThatMeetHaveAFiniteEnergyAndRepelOneAnother() {
    double[] gradient = new double[6];
    double met = Particles.lennardJones(new double[6], gradient);
    double near = Particles.lennardJones(new double[] {0, 0, 0, 1e-3, 0, 0}, gradient);
    assertThat(met).isEqualTo(1664);
    assertThat(near).isLessThan(met);
    assertThat(gradient[3]).isNegative();
    assertThat(Particles.thomson(new double[] {1, 1, 1, 1}, null)).isCloseTo(15, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-12, -1e-12})
  void theEnergyOfAPairIsContinuousWhereItsPiecesMeet(double offset) {
    double[] x = {0, 0, 0, Math.sqrt(0.5 + offset), 0, 0};
    double[] gradient = new double[6];
    assertThat(Particles.lennardJones(x, gradient)).isCloseTo(224, within(1e-7));
    assertThat(gradient[3]).isCloseTo(-2 * 2880 * x[3], within(1e-6));
    double[] angles = {1, 0, 1 + 2 * Math.asin(0.05 + offset), 0};
    assertThat(Particles.thomson(angles, null)).isCloseTo(10, within(1e-7));
  }

  /** Goes downhill by Barzilai and Borwein's steps; x receives the end. */
  private static double relax(TestProblem landscape, double[] x) {
    Evaluator evaluator = landscape.problem().evaluator();
    double[] gradient = new double[x.length];
    double[] next = new double[x.length];
    double value = evaluator.valueAndGradient(x, gradient);
    double step = 1e-3;
    for (int k = 0; k < 3_000; k++) {
      for (int i = 0; i < x.length; i++) {
        x[i] -= Math.max(-0.1, Math.min(0.1, step * gradient[i]));
      }
      value = evaluator.valueAndGradient(x, next);
      double curvature = 0;
      double change = 0;
      for (int i = 0; i < x.length; i++) {
        double difference = next[i] - gradient[i];
        curvature += difference * difference;
        change += step * Math.abs(gradient[i] * difference);
        gradient[i] = next[i];
      }
      if (curvature < 1e-24) {
        break;
      }
      step = Math.min(10, change / curvature);
    }
    return value;
  }
}
