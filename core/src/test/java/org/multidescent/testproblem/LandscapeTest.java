package org.multidescent.testproblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;

class LandscapeTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void shiftMovesTheMinimiserOffTheCentreAndKeepsItInside(long seed) {
    TestProblem moved = TestProblems.rastrigin(5).shifted(seed);
    double[] minimiser = moved.minimiser();
    assertThat(minimiser).isNotNull();
    for (double coordinate : minimiser) {
      assertThat(Math.abs(coordinate) / 10.24).isBetween(0.1 - 1e-12, 0.3 + 1e-12);
    }
    assertThat(moved.problem().evaluator().value(minimiser)).isCloseTo(0, within(1e-12));
    assertThat(moved.name()).isEqualTo("rastrigin5-shifted");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 40})
  void rotationIsOrthogonal(int dimension) {
    double[][] q = Motion.orthogonal(dimension, 5);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int k = 0; k < dimension; k++) {
          product += q[i][k] * q[j][k];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-14));
      }
    }
  }

  @Test
  void rotationCouplesTheCoordinates() {
    Evaluator evaluator = TestProblems.rastrigin(2).rotated(3).problem().evaluator();
    double apart = evaluator.value(new double[] {0.3, 0}) + evaluator.value(new double[] {0, 0.4});
    assertThat(evaluator.value(new double[] {0.3, 0.4})).isNotCloseTo(apart, within(0.1));
  }

  @Test
  void theSameSeedGivesTheSameMotion() {
    double[] x = {1, 2, 3};
    TestProblem levy = TestProblems.levy(3);
    double first = levy.shifted(9).rotated(4).problem().evaluator().value(x);
    assertThat(levy.shifted(9).rotated(4).problem().evaluator().value(x)).isEqualTo(first);
    assertThat(levy.shifted(9).rotated(5).problem().evaluator().value(x)).isNotEqualTo(first);
  }

  @Test
  void positionsAreEvaluatedTogetherAsOneByOne() {
    Evaluator evaluator = TestProblems.ackley(2).shifted(1).rotated(1).problem().evaluator();
    double[] values = new double[2];
    evaluator.values(new double[] {1, 2, 3, 4}, 2, values);
    assertThat(values)
        .containsExactly(
            evaluator.value(new double[] {1, 2}), evaluator.value(new double[] {3, 4}));
  }

  @Test
  void aLandscapeWithoutMinimiserCannotBeMoved() {
    assertThatThrownBy(() -> TestProblems.lennardJones(9).shifted(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("minimiser: unknown for lj9");
  }

  @Test
  void theMinimiserIsCopied() {
    TestProblem landscape = TestProblems.levy(2);
    double[] minimiser = landscape.minimiser();
    assertThat(minimiser).isNotNull();
    minimiser[0] = 5;
    assertThat(landscape.minimiser()).containsExactly(1, 1);
  }

  @Test
  void badComponentsAreRefused() {
    TestProblem levy = TestProblems.levy(2);
    assertThatThrownBy(() -> new TestProblem("a", levy.problem(), Double.NaN))
        .hasMessageContaining("minimum: NaN");
    assertThatThrownBy(() -> new TestProblem("a", levy.problem(), 0, true, new double[] {11, 0}))
        .hasMessageContaining("outside its box");
    assertThat(levy.target()).isEqualTo(1e-4);
    assertThat(levy.problem().startBox()).isEqualTo(Box.cube(-10, 10, 2));
  }
}
