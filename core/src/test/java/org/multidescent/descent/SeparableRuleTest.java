package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class SeparableRuleTest {

  /** Schwefel's function: the lowest basin of each coordinate lies far from the second lowest. */
  private static double schwefel(double[] x) {
    double sum = 418.98288727243374 * x.length;
    for (double xi : x) {
      sum -= xi * Math.sin(Math.sqrt(Math.abs(xi)));
    }
    return sum;
  }

  private static double ellipsoid(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.pow(1e6, (double) i / (x.length - 1)) * x[i] * x[i];
    }
    return sum;
  }

  /** A descent that is about to search coordinate by coordinate. */
  private static Solo searching(Problem problem, double... start) {
    Solo solo = new Solo(problem, Solo.with(StepRule.standard()), start);
    solo.point.reserve(new CoordinateSearch().memory(start.length));
    solo.point.forget(Stage.SEPARABLE);
    return solo;
  }

  private static void search(Solo solo) {
    while (solo.point.stage() == Stage.SEPARABLE) {
      double before = solo.point.value();
      assertThat(solo.advance(solo.oracle)).isNull();
      assertThat(solo.point.value()).isLessThanOrEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void findsTheRightBasinOfEachCoordinate(int dimension) {
    Problem problem = Problem.of(SeparableRuleTest::schwefel, Box.cube(-500, 500, dimension));
    double[] secondBest = new double[dimension];
    Arrays.fill(secondBest, -302.52);
    Solo solo = searching(problem, secondBest);
    search(solo);
    assertThat(solo.point.stage()).isEqualTo(Stage.FINE);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.point.value()).isLessThan(1e-6);
  }

  @Test
  void endsSoonWhereTheFunctionIsNoSumAfterAll() {
    Objective coupled = x -> x[0] * x[0] + x[0] * x[1] + x[1] * x[1] + Math.abs(x[2] - 1);
    Solo solo = searching(Problem.of(coupled, Box.cube(-3, 5, 3)), 2, 2, 2);
    search(solo);
    assertThat(solo.values).as("one coordinate and three values").isLessThan(80);
  }

  @Test
  void bowlsAreNoHarderForTheirCondition() {
    Solo solo =
        searching(
            Problem.of(SeparableRuleTest::ellipsoid, Box.cube(-3, 5, 8)),
            1,
            2,
            3,
            -1,
            -2,
            4,
            2.5,
            0.5);
    search(solo);
    assertThat(solo.point.value()).isLessThan(1e-8);
    assertThat(solo.values).isLessThan(8 * 60);
  }

  @Test
  void haltLeavesThePointAsItWas() {
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    Objective halting =
        x -> {
          if (left.decrementAndGet() < 0) {
            throw StopSearch.INSTANCE;
          }
          return schwefel(x);
        };
    Box box = Box.cube(-500, 500, 2);
    Solo smooth = searching(Problem.of(SeparableRuleTest::schwefel, box), 1, 2);
    Solo halted = searching(Problem.of(halting, box), 1, 2);
    for (int step = 0; step < 40; step++) {
      smooth.advance(smooth.oracle);
      left.set(0);
      assertThatThrownBy(() -> halted.advance(halted.oracle)).isNotNull();
      left.set(Integer.MAX_VALUE);
      halted.advance(halted.oracle);
      assertThat(halted.point.save()).containsExactly(smooth.point.save());
    }
  }

  @Test
  void goesOnBitIdenticallyFromASavedPointWithAnotherOracle() {
    Problem problem = Problem.of(SeparableRuleTest::schwefel, Box.cube(-500, 500, 3));
    Solo whole = searching(problem, 1, 2, 3);
    Solo hands = searching(problem, 6, 5, 4);
    hands.advance(hands.oracle);
    Point point = whole.point;
    while (point.stage() == Stage.SEPARABLE) {
      Point copy = whole.descent.newPoint(3);
      copy.restore(point.save());
      whole.descent.advance(copy, hands.oracle);
      whole.descent.advance(point, whole.oracle);
      assertThat(copy.save()).containsExactly(point.save());
      point = copy;
    }
  }

  @Test
  void staysWithinTheWallsAndLeavesFixedCoordinatesAlone() {
    Box box = Box.of(new double[] {-1, 2, 0}, new double[] {1, 2, 4});
    Problem problem =
        Problem.of(
            x -> {
              assertThat(box.contains(x)).isTrue();
              return Math.sin(9 * x[0]) + Math.sin(9 * x[2]);
            },
            box);
    Solo solo = searching(problem, 0.5, 2, 3);
    search(solo);
    assertThat(solo.point.value()).isLessThan(-2 + 1e-9);
    assertThat(solo.x()[1]).isEqualTo(2);
  }

  @Test
  void passesOverWhatHasNoValue() {
    Objective holes =
        x -> x[0] < 0.4 ? Double.NaN : x[0] < 0.5 ? Double.NEGATIVE_INFINITY : 1 - x[0];
    Solo solo = searching(Problem.of(holes, Box.cube(0, 1, 1)), 0.6);
    search(solo);
    assertThat(solo.point.value()).isZero();
  }

  @Test
  void aLineWithoutValuesMovesNothing() {
    Objective alone = x -> x[0] == 0.5 ? 1 : Double.NaN;
    Solo solo = searching(Problem.of(alone, Box.cube(0, 1, 1)), 0.5);
    search(solo);
    assertThat(solo.point.position()).containsExactly(0.5);
    assertThat(solo.point.value()).isEqualTo(1);
  }
}
