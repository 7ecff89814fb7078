package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharingThresholdTest {

  private final SharingThreshold threshold = new SharingThreshold(false);

  @Test
  void aSetIsWorthFiftyMicroseconds() {
    threshold.measured(90_000, 9);
    assertThat(threshold.isReached(4)).isFalse();
    assertThat(threshold.isReached(5)).isTrue();
    threshold.measured(1, 0);
    assertThat(threshold.isReached(5)).as("nothing was measured").isTrue();
  }

  @Test
  void theCostIsMeasuredAtFirstAndThenOfCheapOnesOnceInSixtyFour() {
    assertThat(threshold.isToBeTried(10)).isTrue();
    threshold.measuredAgain(100);
    for (int k = 1; k < 64; k++) {
      assertThat(threshold.isToBeTried(10)).as("set %d", k).isFalse();
    }
    assertThat(threshold.isToBeTried(10)).isTrue();
    threshold.measuredAgain(5_000);
    assertThat(threshold.isToBeTried(10)).as("expensive now").isTrue();
  }

  @Test
  void whereItIsAlwaysSharedNothingIsMeasuredFirst() {
    assertThat(new SharingThreshold(true).isReached(1)).isTrue();
  }
}
