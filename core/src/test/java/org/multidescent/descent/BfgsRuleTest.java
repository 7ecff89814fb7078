package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class BfgsRuleTest {

  private static final double[] CURVATURES = {1, 1e3, 1e6};
  private static final int DIMENSION = CURVATURES.length;
  private static final int MATRIX = QuasiNewtonRule.model(DIMENSION);

  private final BfgsRule rule = new BfgsRule();
  private final WorkingCoordinates coordinates =
      WorkingCoordinates.none(Problem.of(x -> 0, Box.cube(-1, 1, DIMENSION)));
  private final double[] memory = new double[rule.memory(DIMENSION)];

  /** Learns a step along a coordinate, along which the model had expected so much curvature. */
  private void learn(int coordinate, double expected) {
    for (int i = 0; i < DIMENSION; i++) {
      double shift = i == coordinate ? 0.5 : 0;
      memory[QuasiNewtonRule.SHIFT + i] = shift;
      memory[QuasiNewtonRule.change(DIMENSION) + i] = CURVATURES[i] * shift;
    }
    double product = 0.25 * CURVATURES[coordinate];
    memory[QuasiNewtonRule.EXPECTED] = expected * product;
    rule.learn(memory, coordinates, product);
    memory[QuasiNewtonRule.PAIRS]++;
  }

  private double inverse(int coordinate) {
    return memory[MATRIX + coordinate * DIMENSION + coordinate];
  }

  @Test
  void whatIsNotKnownIsScaledUpAndWhatIsKnownStays() {
    learn(2, 1);
    learn(1, 1e3);
    assertThat(inverse(0)).isCloseTo(1e-3, within(1e-12));
    learn(0, 1e3);
    for (int i = 0; i < DIMENSION; i++) {
      assertThat(inverse(i) * CURVATURES[i]).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void onlyTheLastPairsAreLearntAgain() {
    learn(2, 1);
    for (int pair = 0; pair < 2 * DIMENSION; pair++) {
      learn(1, 1);
    }
    learn(0, 1e3);
    assertThat(inverse(1) * CURVATURES[1]).isCloseTo(1, within(1e-12));
    assertThat(inverse(2) * CURVATURES[2]).isCloseTo(1e3, within(1e-9));
  }
}
