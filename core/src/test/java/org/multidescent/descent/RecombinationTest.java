package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.evolution.DifferentialEvolution;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class RecombinationTest {

  private static final double[] START = {-1, 0.5, 2};
  private static final Box BOX = Box.cube(-5, 5, 3);

  private static double kinked(double[] x) {
    double sum = Math.abs(x[0] - 1);
    for (int i = 0; i + 1 < x.length; i++) {
      sum += 5 * Math.abs(x[i + 1] - x[i] * x[i]);
    }
    return sum;
  }

  private static Solo recombining(Problem problem, long stream) {
    Solo solo = new Solo(problem, Solo.with(StepRule.standard()), START);
    begin(solo, solo.point, stream);
    return solo;
  }

  private static void begin(Solo solo, Point point, long stream) {
    solo.descent.beginRecombination(point, kinked(START), 0, Double.POSITIVE_INFINITY, stream);
  }

  @Test
  void endsInADescent() {
    Solo solo = recombining(Problem.of(RecombinationTest::kinked, BOX), 5);
    int population = DifferentialEvolution.population(3);
    while (solo.point.stage() == Stage.RECOMBINATION) {
      assertThat(solo.point.offspring()).isEqualTo(population);
      long before = solo.values;
      assertThat(solo.advance(solo.oracle)).isNull();
      assertThat(solo.values - before).isEqualTo(population);
    }
    assertThat(solo.point.offspring()).isZero();
    assertThat(solo.point.value()).isLessThan(0.9 * kinked(START));
    assertThat(solo.run().isOptimum()).isTrue();
  }

  @Test
  void resumesBitIdenticallyAfterEveryStep() {
    Problem problem = Problem.of(RecombinationTest::kinked, BOX);
    Solo whole = recombining(problem, 7);
    Solo other = recombining(problem, 8);
    Point point = recombining(problem, 7).point;
    while (whole.point.stage() == Stage.RECOMBINATION) {
      Point copy = whole.descent.newPoint(3);
      whole.descent.restore(copy, point.save());
      whole.advance(whole.oracle);
      whole.descent.advance(copy, other.oracle);
      other.advance(other.oracle);
      assertThat(copy.save()).containsExactly(whole.point.save());
      point = copy;
    }
    assertThat(whole.point.position()).isNotEqualTo(other.point.position());
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
              return kinked(x);
            },
            BOX);
    Solo smooth = recombining(problem, 11);
    Solo halted = recombining(problem, 11);
    for (int step = 0; step < 20; step++) {
      smooth.advance(smooth.oracle);
      left.set(step % 9);
      double[] before = halted.point.save();
      assertThatThrownBy(() -> halted.advance(halted.oracle)).isNotNull();
      assertThat(halted.point.save()).containsExactly(before);
      left.set(Integer.MAX_VALUE);
      halted.advance(halted.oracle);
      assertThat(halted.point.save()).containsExactly(smooth.point.save());
    }
  }

  @Test
  void aPopulationWithoutAValueEndsTheRun() {
    Solo solo = recombining(Problem.of(x -> Double.NaN, BOX), 3);
    assertThat(solo.advance(solo.oracle)).isNull();
    assertThat(solo.point.stage()).isNotEqualTo(Stage.RECOMBINATION);
    assertThat(solo.point.value()).isEqualTo(kinked(START));
  }

  @Test
  void positionsThatAreNoNumbersAreNoRun() {
    Solo solo = recombining(Problem.of(RecombinationTest::kinked, BOX), 13);
    solo.advance(solo.oracle);
    Recombination rule = new Recombination();
    assertThat(rule.accepts(solo.point.memory(), 3)).isTrue();
    solo.point.memory()[9] = Double.NaN;
    assertThat(rule.accepts(solo.point.memory(), 3)).isFalse();
  }
}
