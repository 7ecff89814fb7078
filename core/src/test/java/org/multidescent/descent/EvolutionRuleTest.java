package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.evolution.CmaEsMemory;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;

class EvolutionRuleTest {

  private static final StepRule RULE = StepRule.cmaes(0);

  private static double ellipsoid(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double turned = x[i] + 0.5 * x[(i + 1) % x.length] - 1;
      sum += Math.pow(1e6, i / Math.max(1.0, x.length - 1)) * turned * turned;
    }
    return sum;
  }

  private static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  private static double rastrigin(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += 10 + (xi - 1) * (xi - 1) - 10 * Math.cos(2 * Math.PI * (xi - 1));
    }
    return sum;
  }

  private static double[] start(int dimension) {
    double[] start = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      start[i] = 3 - 0.7 * i;
    }
    return start;
  }

  private static Solo evolving(Problem problem, int population, long stream, double... start) {
    Solo solo = new Solo(problem, Solo.with(StepRule.standard()), start);
    begin(solo, Double.POSITIVE_INFINITY, population, stream);
    return solo;
  }

  private static void begin(Solo solo, double best, int population, long stream) {
    solo.descent.beginEvolution(solo.point, solo.point.value(), 0, best, population, stream);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10})
  void convergesOnAnIllConditionedEllipsoid(int dimension) {
    Problem problem = Problem.of(EvolutionRuleTest::ellipsoid, Box.cube(-5, 5, dimension));
    Solo solo = new Solo(problem, Solo.with(RULE), start(dimension));
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.point.value()).isLessThan(1e-9);
    assertThat(solo.values).isLessThan(2000L * dimension);
  }

  @Test
  void convergesOnRosenbrock() {
    Problem problem = Problem.of(EvolutionRuleTest::rosenbrock, Box.cube(-5, 5, 5));
    Solo solo = new Solo(problem, Solo.with(StepRule.cmaes(16)), start(5));
    solo.run();
    assertThat(solo.point.value()).isLessThan(1e-9);
  }

  @Test
  void largePopulationsSeeTheBowlBelowTheRipples() {
    Problem problem = Problem.of(EvolutionRuleTest::rastrigin, Box.cube(-5, 5, 5));
    Solo solo = evolving(problem, 200, 3, start(5));
    solo.run();
    assertThat(solo.point.value()).isLessThan(1e-9);
    assertThat(solo.point.stage()).isNotEqualTo(Stage.EVOLUTION);
  }

  @Test
  void evolutionEndsInADescent() {
    Problem problem = Problem.of(EvolutionRuleTest::rosenbrock, Box.cube(-5, 5, 3));
    Solo solo = evolving(problem, 0, 5, start(3));
    while (solo.point.stage() == Stage.EVOLUTION) {
      assertThat(solo.advance(solo.oracle)).isNull();
    }
    assertThat(solo.point.stage()).isEqualTo(Stage.FINE);
    assertThat(solo.run().isOptimum()).isTrue();
    assertThat(solo.point.value()).isLessThan(1e-9);
  }

  @Test
  void resumesBitIdenticallyAfterEveryStep() throws Exception {
    Problem problem = Problem.of(EvolutionRuleTest::rastrigin, Box.cube(-5, 5, 4));
    Solo whole = evolving(problem, 12, 7, start(4));
    whole.run();
    Solo pieces = evolving(problem, 12, 7, start(4));
    Solo other = evolving(problem, 30, 8, start(4));
    Point point = pieces.point;
    while (point.stage() == Stage.EVOLUTION) {
      Point copy = copy(pieces, point);
      Solo hands = new Solo(problem, pieces.descent, start(4));
      CompletableFuture.runAsync(() -> pieces.descent.advance(copy, hands.oracle)).get();
      other.advance(other.oracle);
      pieces.descent.advance(point, other.oracle);
      assertThat(copy.memory()).containsExactly(point.memory());
      assertThat(copy.position()).containsExactly(point.position());
      point = copy;
    }
    while (pieces.descent.advance(point, pieces.oracle) == null) {
      assertThat(point.steps()).isLessThan(100_000);
    }
    assertThat(point.position()).containsExactly(whole.point.position());
    assertThat(point.value()).isEqualTo(whole.point.value());
  }

  private static Point copy(Solo solo, Point point) {
    Point copy = solo.descent.newPoint(4);
    System.arraycopy(point.position(), 0, copy.position(), 0, 4);
    solo.descent.beginEvolution(
        copy, point.value(), point.valueScale(), Double.POSITIVE_INFINITY, 0, 0);
    System.arraycopy(point.memory(), 0, copy.memory(), 0, point.memory().length);
    return copy;
  }

  @Test
  void streamDecidesAll() {
    Problem problem = Problem.of(EvolutionRuleTest::rosenbrock, Box.cube(-5, 5, 3));
    for (long stream : new long[] {0, 1, -1, Long.MIN_VALUE, 0x9e3779b97f4a7c15L}) {
      Solo first = evolving(problem, 0, stream, start(3));
      Solo second = evolving(problem, 0, stream, start(3));
      Solo third = evolving(problem, 0, stream + 1, start(3));
      assertThat(CmaEsMemory.stream(first.point.memory())).isEqualTo(stream);
      for (int step = 0; step < 10; step++) {
        first.advance(first.oracle);
        second.advance(second.oracle);
        third.advance(third.oracle);
      }
      assertThat(second.point.memory()).containsExactly(first.point.memory());
      assertThat(third.point.memory()).isNotEqualTo(first.point.memory());
    }
  }

  @Test
  void haltInMidGenerationLeavesThePointAsItWas() {
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    Problem problem =
        Problem.of(
            x -> {
              if (left.decrementAndGet() < 0) {
                throw StopSearch.INSTANCE;
              }
              return rosenbrock(x);
            },
            Box.cube(-5, 5, 3));
    Solo smooth = evolving(problem, 9, 11, start(3));
    Solo halted = evolving(problem, 9, 11, start(3));
    for (int step = 0; step < 40; step++) {
      smooth.advance(smooth.oracle);
      left.set(step % 9);
      double[] before = halted.point.memory().clone();
      assertThatThrownBy(() -> halted.advance(halted.oracle)).isNotNull();
      if (step > 0) {
        assertThat(halted.point.memory()).containsExactly(before);
      }
      left.set(Integer.MAX_VALUE);
      halted.advance(halted.oracle);
      assertThat(halted.point.memory()).containsExactly(smooth.point.memory());
      assertThat(halted.point.position()).containsExactly(smooth.point.position());
    }
  }

  @Test
  void staysWithinTheWallsAndLeavesFixedCoordinatesAlone() {
    Box box = Box.of(new double[] {-1, 2, 0}, new double[] {1, 2, 4});
    Problem problem =
        Problem.of(
            x -> {
              assertThat(box.contains(x)).isTrue();
              return 3 * x[0] - x[1] + (x[2] - 3) * (x[2] - 3);
            },
            box);
    Solo solo = evolving(problem, 0, 13, 0.5, 2, 1);
    while (solo.point.stage() == Stage.EVOLUTION) {
      solo.advance(solo.oracle);
    }
    assertThat(solo.x()[0]).isBetween(-1.0, -1 + 1e-6);
    assertThat(solo.x()[1]).isEqualTo(2);
    assertThat(solo.x()[2]).isBetween(3 - 1e-3, 3 + 1e-3);
  }

  @Test
  void leavesTheBoxWhereThereIsNoWall() {
    Problem problem =
        Problem.of(x -> ellipsoid(new double[] {x[0] - 70, x[1], x[2]}), Box.cube(-5, 5, 3))
            .unbounded();
    Solo solo = new Solo(problem, Solo.with(RULE), start(3));
    solo.run();
    assertThat(solo.point.value()).isLessThan(1e-9);
  }

  @Test
  void badOffspringRankLast() {
    Problem problem =
        Problem.of(
            x -> x[0] > 1 ? Double.NaN : x[1] > 1 ? Double.NEGATIVE_INFINITY : ellipsoid(x),
            Box.cube(-5, 5, 2));
    Solo solo = new Solo(problem, Solo.with(RULE), -3, -3);
    solo.run();
    assertThat(solo.point.value()).isLessThan(1e-9);
  }

  @Test
  void oneThatHasEndedTakesNoMoreEvaluations() {
    Problem problem = Problem.of(EvolutionRuleTest::rosenbrock, Box.cube(-5, 5, 2));
    Solo solo = new Solo(problem, Solo.with(RULE), start(2));
    solo.run();
    long values = solo.values;
    assertThat(solo.advance(solo.oracle)).isNotNull();
    assertThat(solo.values).isEqualTo(values);
  }

  @Test
  void stopsEarlyFarBehindTheBest() {
    Problem problem = Problem.of(EvolutionRuleTest::rastrigin, Box.cube(-5, 5, 5));
    Solo alone = evolving(problem, 8, 1, start(5));
    Solo behind = evolving(problem, 8, 1, start(5));
    begin(behind, -100, 8, 1);
    for (Solo solo : new Solo[] {alone, behind}) {
      while (solo.point.stage() == Stage.EVOLUTION) {
        solo.advance(solo.oracle);
      }
    }
    assertThat(behind.values).isLessThan(alone.values * 2 / 3);
    assertThat(behind.point.value()).isLessThan(alone.point.value() + 0.1);
  }

  @Test
  void batchesGiveTheSameAsSingleCalls() {
    Box box = Box.cube(-5, 5, 3);
    Problem batch =
        Problems.batch(
            (xs, count, values) -> {
              for (int k = 0; k < count; k++) {
                values[k] = rosenbrock(Arrays.copyOfRange(xs, 3 * k, 3 * k + 3));
              }
            },
            box);
    Solo many = evolving(batch, 9, 17, start(3));
    Solo single = evolving(Problem.of(EvolutionRuleTest::rosenbrock, box), 9, 17, start(3));
    for (int step = 0; step < 30; step++) {
      many.advance(many.oracle);
      single.advance(single.oracle);
    }
    assertThat(many.point.memory()).containsExactly(single.point.memory());
    assertThat(many.values).isEqualTo(single.values);
  }

  @Test
  void stopsOnAPlateau() {
    Solo solo = new Solo(Problem.of(x -> 4, Box.cube(-5, 5, 6)), Solo.with(RULE), start(6));
    assertThat(solo.run()).isEqualTo(Stall.VALUE);
    assertThat(solo.values).isLessThan(400);
  }

  @Test
  void rejectsAPopulationOfOne() {
    assertThatThrownBy(() -> StepRule.cmaes(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("population: 1 (expected: 2 or more, or 0 for the standard one)");
  }

  @Test
  void memoryHoldsDoublesOnlyOfTheDimension() {
    assertThat(RULE.memory(7)).isEqualTo(StepRule.cmaes(4096).memory(7));
    assertThat(Arrays.stream(new int[] {1, 2, 3}).map(RULE::memory)).isSorted();
  }
}
