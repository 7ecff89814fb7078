package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimaTableTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHUBERT")
  void listedOptimaStayAndAreNoMoreThanTheGridCounts(OptimaTable.Landscape landscape) {
    OptimaTable.Row row = OptimaTable.row(landscape, OptimaTable.search(landscape));
    assertThat(OptimaTable.minima(landscape)).hasSize(landscape.minima);
    assertThat(row.finished()).isBetween(1, landscape.minima);
    assertThat(row.moved()).isZero();
    if (landscape.minima < 10) {
      assertThat(row.finished()).isEqualTo(landscape.minima);
    }
  }
}
