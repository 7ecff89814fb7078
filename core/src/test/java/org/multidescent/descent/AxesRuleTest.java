package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Objective;
import org.multidescent.problem.Problem;

class AxesRuleTest {

  private static final long STREAM = 0x9e3779b97f4a7c15L;

  /** Schwefel's function: the lowest basin of each coordinate lies far from the second lowest. */
  private static double schwefel(double[] x) {
    double sum = 418.98288727243374 * x.length;
    for (double xi : x) {
      sum -= xi * Math.sin(Math.sqrt(Math.abs(xi)));
    }
    return sum;
  }

  private static double bowl(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi;
    }
    return sum;
  }

  private static Solo sweeping(Problem problem, double... start) {
    Solo solo = new Solo(problem, Solo.with(StepRule.standard()), start);
    double best = Double.POSITIVE_INFINITY;
    solo.descent.beginAxes(solo.point, solo.point.value(), 0, best, STREAM);
    return solo;
  }

  private static void sweep(Solo solo) {
    while (solo.point.stage() == Stage.AXES) {
      assertThat(solo.advance(solo.oracle)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void findsTheRightBasinOfEachCoordinate(int dimension) {
    Problem problem = Problem.of(AxesRuleTest::schwefel, Box.cube(-500, 500, dimension));
    double[] secondBest = new double[dimension];
    Arrays.fill(secondBest, -302.52);
    Solo solo = sweeping(problem, secondBest);
    sweep(solo);
    assertThat(solo.point.stage()).isEqualTo(Stage.FINE);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.point.value()).isLessThan(1e-6);
  }

  @Test
  void aSingleBasinIsScannedAndNotRefined() {
    Problem problem = Problem.of(AxesRuleTest::bowl, Box.cube(-3, 5, 4));
    Solo solo = sweeping(problem, 0, 0, 0, 0);
    long before = solo.values;
    sweep(solo);
    assertThat(solo.values - before).isEqualTo(4 * AxesRule.PARTS);
    assertThat(solo.point.value()).isZero();
  }

  @Test
  void neverClimbsAndCountsAStepACoordinate() {
    Problem problem = Problem.of(AxesRuleTest::schwefel, Box.cube(-500, 500, 5));
    Solo solo = sweeping(problem, 1, -20, 300, -450, 77);
    for (int step = 1; step <= 5; step++) {
      double before = solo.point.value();
      solo.advance(solo.oracle);
      assertThat(solo.point.value()).isLessThanOrEqualTo(before);
      assertThat(solo.point.steps()).isEqualTo(step);
    }
  }

  @Test
  void haltLeavesThePointAsItWas() {
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    Objective halting =
        x -> {
          if (left.decrementAndGet() < 0) {
            throw Halt.INSTANCE;
          }
          return schwefel(x);
        };
    Box box = Box.cube(-500, 500, 3);
    Solo smooth = sweeping(Problem.of(AxesRuleTest::schwefel, box), 1, 2, 3);
    Solo halted = sweeping(Problem.of(halting, box), 1, 2, 3);
    for (int step = 0; step < 3; step++) {
      smooth.advance(smooth.oracle);
      for (int calls = 0; calls < AxesRule.PARTS; calls += 5) {
        left.set(calls);
        assertThatThrownBy(() -> halted.advance(halted.oracle)).isNotNull();
      }
      left.set(Integer.MAX_VALUE);
      halted.advance(halted.oracle);
      assertThat(halted.point.save()).containsExactly(smooth.point.save());
    }
  }

  @Test
  void goesOnBitIdenticallyFromASavedPoint() {
    Problem problem = Problem.of(AxesRuleTest::schwefel, Box.cube(-500, 500, 6));
    Solo whole = sweeping(problem, 1, 2, 3, 4, 5, 6);
    Solo hands = sweeping(problem, 6, 5, 4, 3, 2, 1);
    hands.advance(hands.oracle);
    Point point = whole.point;
    while (point.stage() == Stage.AXES) {
      Point copy = whole.descent.newPoint(6);
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
    Solo solo = sweeping(problem, 0.5, 2, 3);
    sweep(solo);
    assertThat(solo.point.steps()).isEqualTo(2);
  }

  @Test
  void passesOverWhatHasNoValue() {
    Objective holes =
        x -> x[0] < 0.4 ? Double.NaN : x[0] < 0.5 ? Double.NEGATIVE_INFINITY : 1 - x[0];
    Solo solo = sweeping(Problem.of(holes, Box.cube(0, 1, 1)), 0.6);
    solo.advance(solo.oracle);
    assertThat(solo.point.value()).isBetween(0.0, 0.4);
  }

  @Test
  void aPlaneWithoutValuesMovesNothing() {
    Objective alone = x -> x[0] == 0.5 ? 1 : Double.NaN;
    Solo solo = sweeping(Problem.of(alone, Box.cube(0, 1, 1)), 0.5);
    solo.advance(solo.oracle);
    assertThat(solo.point.position()).containsExactly(0.5);
    assertThat(solo.point.value()).isEqualTo(1);
  }
}
