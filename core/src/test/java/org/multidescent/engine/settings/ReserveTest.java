package org.multidescent.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReserveTest {

  @Test
  void aTwentiethIsKept() {
    assertThat(Reserve.of(2_000)).isEqualTo(100);
    assertThat(Reserve.of(199_999)).isEqualTo(9_999);
  }

  @Test
  void atLeastFortyIfTheyAreNoMoreThanAQuarter() {
    assertThat(Reserve.of(800)).isEqualTo(40);
    assertThat(Reserve.of(160)).isEqualTo(40);
    assertThat(Reserve.of(159)).isEqualTo(39);
    assertThat(Reserve.of(3)).isZero();
  }

  @Test
  void atMostTenThousand() {
    assertThat(Reserve.of(200_000)).isEqualTo(10_000);
    assertThat(Reserve.of(Long.MAX_VALUE - 1)).isEqualTo(10_000);
  }
}
