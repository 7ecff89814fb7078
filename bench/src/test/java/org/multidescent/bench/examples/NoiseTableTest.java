package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTableTest {

  @ParameterizedTest
  @CsvSource({"SPHERE, 1, false", "ROSENBROCK, .1, true", "RASTRIGIN, .3, true"})
  void reportedMeansAreTrue(NoiseTable.Function function, double level, boolean multiplied) {
    NoiseTable.Row row = NoiseTable.row(function, level, multiplied, 200);
    assertThat(row.within()).isBetween(180, 196);
    assertThat(row.truth()).isGreaterThan(1).isLessThan(6);
  }
}
