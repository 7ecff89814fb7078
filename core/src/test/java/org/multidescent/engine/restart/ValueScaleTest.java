package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.problem.Feasibility;

class ValueScaleTest {

  private static double scale(double... values) {
    ValueScale scale = new ValueScale(values.length);
    for (int start = 0; start < values.length; start++) {
      scale.record(start, values[start]);
    }
    scale.compute();
    return scale.value();
  }

  @Test
  void itIsTheMedianLessTheLeast() {
    assertThat(scale(9, 1, 3)).isEqualTo(2);
    assertThat(scale(1, 3, 9, 1e9)).isEqualTo(8);
  }

  @Test
  void valuesThatAreNotFiniteDoNotCount() {
    assertThat(scale(Double.NaN, 1, Double.NEGATIVE_INFINITY, 4, Double.POSITIVE_INFINITY))
        .isEqualTo(3);
  }

  @Test
  void positionsThatAreNotFeasibleDoNotCount() {
    assertThat(scale(Feasibility.order(0, 1), 1, Feasibility.order(0, 2), 4)).isEqualTo(3);
  }

  @Test
  void fewerThanTwoValuesTellNothing() {
    assertThat(scale(5, Double.NaN)).isZero();
    assertThat(scale()).isZero();
  }

  @Test
  void startsBehindTheFirstOnesDoNotCount() {
    ValueScale scale = new ValueScale(2);
    scale.record(0, 1);
    scale.record(1, 2);
    scale.record(2, -100);
    scale.record(Integer.MAX_VALUE, -100);
    scale.compute();
    assertThat(scale.value()).isOne();
  }

  @Test
  void itGoesOnFromACheckpoint() {
    ValueScale scale = new ValueScale(3);
    scale.record(0, 1);
    ValueScale again = new ValueScale(3);
    again.restore(scale.save());
    again.record(1, 6);
    again.compute();
    assertThat(again.value()).isEqualTo(5);
    assertThat(again.save()).containsExactly(1, 6, Double.NaN);
  }
}
