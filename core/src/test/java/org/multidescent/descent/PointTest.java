package org.multidescent.descent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointTest {

  private static final double SCALE = 1e6;

  private static Point begun(boolean givesUp, double value, double best) {
    Descent descent =
        new Descent(StepRule.standard(), StallRule.standard(), Differences.adaptive(), givesUp);
    Point point = descent.newPoint(2);
    descent.begin(point, value, SCALE, best);
    return point;
  }

  @Test
  void digitsBelowTheScaleOfValuesCountForNothingWhileItMayBeGivenUp() {
    Point point = begun(true, 1e-30, 0);
    assertThat(point.leastGain()).isEqualTo(1e-16 * SCALE);
    point.refine();
    assertThat(point.leastGain()).isEqualTo(Math.ulp(1e-30));
    assertThat(begun(false, 1e-30, 0).leastGain()).isEqualTo(Math.ulp(1e-30));
  }

  @Test
  void onlyWhatMayBeGivenUpIsHopeless() {
    Point point = begun(true, 3, 1);
    assertThat(point.isHopeless(1)).isTrue();
    assertThat(point.isHopeless(2)).isFalse();
    point.refine();
    assertThat(point.isHopeless(1)).isFalse();
    assertThat(begun(false, 3, 1).isHopeless(1)).isFalse();
    assertThat(begun(true, 3, Double.POSITIVE_INFINITY).isHopeless(1)).isFalse();
  }
}
